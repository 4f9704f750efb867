-- Runs the cases of the differential test and tells what came, as text: the same under the original and under Sconce.
--
-- A theme (`pointwise.lua` …) returns a list of cases. A case is a list of calls, Lua expressions or statements that end in
-- `return`, over these names:
--
-- - `T`: the tensor class, `torch.DoubleTensor`; `x y z a b c`: inputs of that type; `i j` and `m`: inputs that are
--   LongTensors and ByteTensors. A case may say what they are: `x = {domain, size, …}`, `i = {'index 3', 2, 3}`, see inputs.lua.
-- - `r`: an empty tensor to hold a result; `n`: one of the size of `x` that is not contiguous; `o`: one of another size;
--   `L` and `B`: an empty LongTensor and ByteTensor.
--
-- and with these settings:
--
-- - `types`: `all`, `floats`, `integers`, or names in a list. `tolerance`: a number for Float and one for Double.
-- - `layouts`: names in a list; by default six, and `elementwise = true` adds `long` (19 elements) and
--   `special` (NaN, infinities, the ends of a type's range). `large` and `largeTransposed` are for sizes of thousands. The first
--   two calls of a case (as a function, as a method) are made with each layout of `x`, but for `special` in the second; the
--   others with the first one and one more. `mixed = false`: other inputs always have the layout of `x`.
-- - `default = true`: the default type is `T` meanwhile. `seeded = true`: the generator is set before each call.
local folder = 'Tests/goldens/differential/'
local inputs = dofile(folder .. 'inputs.lua')
local rows = {}

local types = {
   all = {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double'},
   integers = {'Byte', 'Char', 'Short', 'Int', 'Long'}, floats = {'Float', 'Double'},
}
local six = {'contiguous', 'transposed', 'narrowed', 'expanded', 'empty', 'one'}
local seven = {'contiguous', 'transposed', 'narrowed', 'expanded', 'empty', 'one', 'long'}
local eight = {'contiguous', 'transposed', 'narrowed', 'expanded', 'empty', 'one', 'long', 'special'}
local strided = {'contiguous', 'transposed', 'narrowed', 'expanded'}
local names = {'T', 'x', 'y', 'z', 'a', 'b', 'c', 'i', 'j', 'm', 'r', 'n', 'o', 'L', 'B'}
local default = {'plain', 2, 3}

local function number(v, format)
   if v ~= v then return 'nan' end
   return (format:format(v))
end

--- A value as text; `t` is the type that goes without saying, `known` names tensors that the call was given.
local function describe(value, t, known)
   local kind = torch.type(value)
   if kind == 'number' then return number(value, '%.17g') end
   if kind == 'string' then
      return '"' .. value:gsub('[\\"%c\128-\255]', function(c) return ('\\%d'):format(c:byte()) end) .. '"'
   end
   if kind == 'table' then
      local texts = {}
      for k, v in ipairs(value) do texts[k] = describe(v, t, known) end
      return '{' .. table.concat(texts, ' ; ') .. '}'
   end
   local elements = kind:match('^torch%.(%a+)Storage$')
   if elements then
      local texts = {elements .. 'Storage'}
      for k = 1, value:size() do texts[k + 1] = number(value[k], elements == 'Float' and '%.9g' or '%.17g') end
      return table.concat(texts, ' ')
   end
   elements = kind:match('^torch%.(%a+)Tensor$')
   if not elements then return value == nil and 'nil' or kind == 'boolean' and tostring(value) or kind end
   local texts = {}
   if known[value] then texts[1] = '=' .. known[value] end
   if elements ~= t then texts[#texts + 1] = elements end
   if value:dim() == 0 then
      texts[#texts + 1] = 'empty'
      return table.concat(texts, ' ')
   end
   local sizes, strides = {}, {}
   for d = 1, value:dim() do sizes[d], strides[d] = ('%d'):format(value:size(d)), ('%d'):format(value:stride(d)) end
   texts[#texts + 1] = table.concat(sizes, 'x') .. (value:isContiguous() and '' or '@' .. table.concat(strides, ','))
   -- Half has little more than its conversions.
   local flat = (elements == 'Half' and value:double() or value):contiguous()
   local storage, offset, format = flat:storage(), flat:storageOffset() - 1, elements == 'Float' and '%.9g' or '%.17g'
   local count = flat:nElement()
   if count <= 64 then
      for k = 1, count do texts[#texts + 1] = number(storage[offset + k], format) end
   else
      -- Of many, some and two sums, which tell a wrong one and a wrong order: of all up to 4,000, then of every third, fifth…
      local sum, weighted, step = 0, 0, 1
      while count / step > 4000 do step = step + 2 end
      for k = 1, count, step do
         local v = storage[offset + k]
         sum, weighted = sum + v, weighted + v * (k * 7919 % 101 - 50)
      end
      for _, k in ipairs{1, 2, math.floor(count / 2), count - 1, count} do texts[#texts + 1] = number(storage[offset + k], format) end
      texts[#texts + 1] = 'sums ' .. number(sum, '%.15g') .. ' ' .. number(weighted, '%.15g')
   end
   return table.concat(texts, ' ')
end

local function uses(call, name) return call:find('%f[%w_]' .. name .. '%f[^%w_]') end
local compiled = {}
local function compile(call)
   if not compiled[call] then
      local body = call:find('%f[%w_]return%f[^%w_]') and call or 'return ' .. call
      compiled[call] = assert(loadstring('local ' .. table.concat(names, ', ') .. ' = ... ' .. body, '=' .. call))
   end
   return compiled[call]
end
local function packed(...) return {n = select('#', ...), ...} end

--- Tensors by object: two userdata for one tensor are equal, but differ as keys.
local function knownAs(tensors)
   return setmetatable({}, {__index = function(_, value)
      for _, name in ipairs(names) do if rawequal(tensors[name], value) then return name end end
      for _, name in ipairs(names) do
         if tensors[name] and torch.isTensor(tensors[name]) and torch.isTensor(value)
            and torch.pointer(tensors[name]) == torch.pointer(value) then return name end
      end
   end})
end

--- The text of one call.
local function run(case, call, t, layout)
   inputs.seed(call .. t .. layout)
   local tensors, before, outside = {T = torch[t .. 'Tensor']}, {}, {}
   local spec = case.x or default
   for _, name in ipairs(names) do
      if uses(call, name) and name ~= 'T' then
         local tensor, check
         if name == 'r' then tensor = tensors.T()
         elseif name == 'n' then tensor, check = inputs.make(t, 'transposed', 'plain', {unpack(spec, 2)})
         elseif name == 'o' then tensor, check = inputs.make(t, 'contiguous', 'plain', {2, 2})
         elseif name == 'L' then tensor = torch.LongTensor()
         elseif name == 'B' then tensor = torch.ByteTensor()
         else
            local input, kind, form = case[name] or default, t, layout
            if name == 'i' or name == 'j' then kind = 'Long' elseif name == 'm' then kind = 'Byte' end
            if name ~= 'x' and case.mixed ~= false and (layout == 'transposed' or layout == 'narrowed' or layout == 'expanded') then
               form = strided[inputs.whole(1, 4)]
            end
            if form == 'special' and kind ~= t then form = 'long' end
            tensor, check = inputs.make(kind, form, input[1], {unpack(input, 2)})
         end
         tensors[name], outside[name] = tensor, check
         before[name] = not layout:find('large', 1, true) and describe(tensor, t, {})
      end
   end
   local arguments = {}
   for k, name in ipairs(names) do arguments[k] = tensors[name] or false end
   if case.default then torch.setdefaulttensortype('torch.' .. t .. 'Tensor') end
   if case.seeded then torch.manualSeed(123) end
   local results = packed(pcall(compile(call), unpack(arguments)))
   local known, texts = knownAs(tensors), {}
   local text
   if results[1] then
      for k = 2, results.n do texts[k - 1] = describe(results[k], t, known) end
      -- Inputs that changed and are no result.
      for _, name in ipairs(names) do
         local is = false
         for k = 2, results.n do is = is or (torch.isTensor(results[k]) and known[results[k]] == name) end
         if before[name] and not is and describe(tensors[name], t, {}) ~= before[name] then
            texts[#texts + 1] = name .. ': ' .. describe(tensors[name], t, {})
         end
         if outside[name] and outside[name]() then texts[#texts + 1] = name .. ': written outside' end
      end
      text = #texts == 0 and 'nothing' or table.concat(texts, ' ; ')
   else
      text = 'error'
   end
   if case.default then torch.setdefaulttensortype('torch.DoubleTensor') end
   return text, results[2]
end

--- What the inputs of a call are, as text: `x plain 2x3, i index 3 2`.
local function inputsOf(case, call)
   local texts = {}
   for _, name in ipairs(names) do
      local spec = case[name] or (('xyzabc'):find(name, 1, true) and default)
      if spec and uses(call, name) then
         texts[#texts + 1] = name .. ' ' .. spec[1] .. ' ' .. table.concat({unpack(spec, 2)}, 'x')
      end
   end
   for _, flag in ipairs{'default', 'seeded'} do if case[flag] then texts[#texts + 1] = flag end end
   return table.concat(texts, ', ')
end

local function layoutsOf(case, call, place)
   local all = case.layouts or (case.elementwise and eight or six)
   if place == 1 or #all == 1 then return all end
   if place == 2 then return not case.layouts and case.elementwise and seven or all end
   inputs.seed(call)
   return {all[1], all[inputs.whole(2, #all)]}
end

--- Calls `see(call, inputs, tolerance, list)` for each call of a theme; the list holds rows `{type, layout, run = function}`.
function rows.each(theme, see)
   local seen = {}
   for _, case in ipairs(dofile(folder .. theme .. '.lua')) do
      local kinds = type(case.types) == 'table' and case.types or types[case.types or 'all']
      for k, call in ipairs(case) do
         local given, list = inputsOf(case, call), {}
         for _, t in ipairs(kinds) do
            for _, layout in ipairs(layoutsOf(case, call, k)) do
               local key = table.concat({call, given, t, layout}, ' ')
               assert(not seen[key], 'twice: ' .. key)
               seen[key] = true
               list[#list + 1] = {t, layout, run = function() return run(case, call, t, layout) end}
            end
         end
         local tolerance = case.tolerance or {0, 0}
         see(call, given, ('%g %g'):format(tolerance[1], tolerance[2]), list)
      end
   end
end

--- Whether a text agrees with the recorded one: numbers within `tolerance`, relative above 1 and absolute below.
function rows.agree(got, expected, tolerance)
   if got == expected then return true end
   if tolerance == nil then return false end
   local next = got:gmatch('%S+')
   for word in expected:gmatch('%S+') do
      local other = next()
      if word ~= other then
         -- The first and the last of a table have its braces.
         local bare, otherBare = word:gsub('[{}]', ''), other and other:gsub('[{}]', '')
         local a, b = tonumber(bare), otherBare and tonumber(otherBare)
         if not a or not b or not (a == b or math.abs(a - b) <= tolerance * math.max(1, math.abs(a))) then return false end
      end
   end
   return next() == nil
end

-- The table of what is answered otherwise on purpose.
local explained = dofile(folder .. 'explained.lua')
rows.explained = explained
local function has(list, what)
   for _, v in ipairs(list or {what}) do if v == what then return true end end
   return false
end
--- The entry of explained.lua that a row falls under, if any.
function rows.why(call, t, layout)
   for _, entry in ipairs(explained) do
      local is = has(entry.types, t) and has(entry.layouts, layout)
      if is then
         is = false
         for _, part in ipairs(entry) do is = is or call:find(part, 1, true) ~= nil end
      end
      if is then return entry end
   end
end

return rows
