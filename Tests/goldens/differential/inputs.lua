-- Inputs of the differential test: the same numbers under the original and under Sconce, in every layout.
local inputs = {}

-- A generator of our own (Lehmer's), whose products stay below 2^53, so that doubles compute it exactly.
local state
local function seed(text)
   state = 1
   for i = 1, #text do state = (state * 31 + text:byte(i)) % 2147483647 end
   for _ = 1, 3 do state = state * 16807 % 2147483647 end
   if state == 0 then state = 1 end
end
local function uniform()
   state = state * 16807 % 2147483647
   return state / 2147483647
end
local function whole(low, high) return low + math.floor(uniform() * (high - low + 1)) end
inputs.seed, inputs.whole = seed, whole

local floats = {Float = true, Double = true}
inputs.isFloat = floats
local range = {Byte = {0, 255}, Char = {-128, 127}, Short = {-32768, 32767}, Int = {-2147483648, 2147483647},
   Long = {-2^40, 2^40}}

local inf = math.huge
local special = {
   Float = {0, -0.0, 1, -1, inf, -inf, inf - inf, 0.5, -2.5, 1e-40, 3e37, -3e37, 1e-3, 88.5, -104, 2, -0.99999994, 1e6, 7},
   Double = {0, -0.0, 1, -1, inf, -inf, inf - inf, 0.5, -2.5, 1e-310, 1e307, -1e307, 1e-3, 709.5, -745, 2, -0.99999994, 1e6, 7},
}

-- Each gives one number of a type. Numbers are short (eighths), so that sums and products of a few are exact, but for `rough`.
local domains = {
   plain = function(t) return floats[t] and whole(-32, 32) / 8 or t == 'Byte' and whole(0, 9) or whole(-9, 9) end,
   positive = function(t) return floats[t] and whole(1, 64) / 16 or whole(1, 9) end,
   unit = function(t) return floats[t] and whole(-31, 31) / 32 or whole(0, 1) end,
   nonzero = function(t)
      local v = floats[t] and whole(1, 32) / 8 or whole(1, 9)
      return t ~= 'Byte' and uniform() < 0.5 and -v or v
   end,
   power = function(t) return floats[t] and whole(-12, 12) / 4 or whole(0, 3) end,
   few = function(t) return whole(0, 3) end,
   rough = function(t) return floats[t] and (uniform() - 0.5) * 10 or whole(range[t][1], range[t][2]) end,
}
--- k-th of n different numbers, in an order that the seed decides.
local function different(t, n)
   local values = {}
   for k = 1, n do
      local v = k * 3
      if t ~= 'Byte' then v = v - (n - n % 2) end
      values[k] = floats[t] and v / 4 or v
   end
   for k = n, 2, -1 do
      local j = whole(1, k)
      values[k], values[j] = values[j], values[k]
   end
   return values
end

--- The numbers of one input: `domain` is one of the above, `unique`, `special`, `mask` or `index K` (1 to K).
local function numbers(t, domain, n)
   if domain == 'unique' then return different(t, n) end
   local values, top = {}, tonumber(domain:match('^index (%d+)$'))
   for k = 1, n do
      if top then values[k] = whole(1, top)
      elseif domain == 'mask' then values[k] = whole(0, 1)
      elseif domain == 'special' then
         local list = special[t] or {range[t][1], range[t][2], 0, 1, range[t][1] + 1, range[t][2] - 1, 2, 7}
         values[k] = list[whole(1, #list)]
      else values[k] = domains[domain](t) end
   end
   return values
end

-- Layouts: strides, offset and storage size for sizes, or another form altogether.
local function product(sizes)
   local n = 1
   for _, s in ipairs(sizes) do n = n * s end
   return n
end
local function rowMajor(sizes)
   local strides, n = {}, 1
   for d = #sizes, 1, -1 do strides[d], n = n, n * sizes[d] end
   return strides, n
end
local layouts = {}
function layouts.contiguous(sizes)
   local strides, n = rowMajor(sizes)
   return strides, 1, n
end
function layouts.transposed(sizes)
   if #sizes == 1 then return {2}, 1, 2 * sizes[1] end
   local turned = {}
   for d, s in ipairs(sizes) do turned[d] = s end
   turned[#sizes - 1], turned[#sizes] = turned[#sizes], turned[#sizes - 1]
   local strides, n = rowMajor(turned)
   strides[#sizes - 1], strides[#sizes] = strides[#sizes], strides[#sizes - 1]
   return strides, 1, n
end
function layouts.narrowed(sizes)
   local larger, offset = {}, 1
   for d, s in ipairs(sizes) do larger[d] = s + 2 end
   local strides, n = rowMajor(larger)
   for d = 1, #sizes do offset = offset + strides[d] end
   return strides, offset, n
end
function layouts.expanded(sizes)
   local fewer = {}
   for d, s in ipairs(sizes) do fewer[d] = d == 1 and 1 or s end
   local strides, n = rowMajor(fewer)
   strides[1] = 0
   return strides, 1, n
end

local guard = 99

-- Large ones are made once and copied.
local made = {}
local function large(t, turned, domain, sizes)
   local key = table.concat({t, domain, unpack(sizes)}, ' ')
   if not made[key] then
      seed(key)
      made[key] = torch[t .. 'Tensor'](torch[t .. 'Storage'](numbers(t, domain, product(sizes))), 1, torch.LongStorage(sizes))
   end
   local tensor = made[key]:clone()
   if turned and #sizes == 2 then tensor = tensor:t():clone():t() end
   return tensor, function() return false end
end

--- A tensor of a type, in a layout, and a function that tells whether elements outside of it were written.
function inputs.make(t, layout, domain, sizes)
   if layout == 'empty' then return torch[t .. 'Tensor'](), function() return false end end
   if layout:find('large', 1, true) then return large(t, layout == 'largeTransposed', domain, sizes) end
   if layout == 'one' then
      local ones = {}
      for d = 1, #sizes do ones[d] = 1 end
      sizes = ones
   elseif layout == 'long' or layout == 'special' then
      sizes, domain = {19}, layout == 'special' and 'special' or domain
   end
   local strides, offset, n = (layouts[layout] or layouts.contiguous)(sizes)
   local storage = torch[t .. 'Storage'](n)
   for k = 1, n do storage[k] = guard end
   local values, index, inside = numbers(t, domain, product(sizes)), {}, {}
   for d = 1, #sizes do index[d] = 0 end
   for k = 1, #values do
      local at = offset
      for d = 1, #sizes do at = at + index[d] * strides[d] end
      if not inside[at] then storage[at], inside[at] = values[k], true end
      local d = #sizes
      while d > 0 do
         index[d] = index[d] + 1
         if index[d] < sizes[d] then break end
         index[d], d = 0, d - 1
      end
   end
   local tensor = torch[t .. 'Tensor'](storage, offset, torch.LongStorage(sizes), torch.LongStorage(strides))
   return tensor, function()
      for k = 1, n do if not inside[k] and storage[k] ~= guard then return true end end
      return false
   end
end

return inputs
