-- Loads changed copies of .t7 files: th scripts/fuzz.lua COPIES FIRST LAST_INPUT FILE …
-- Half of the changes are in the structure, where the reader itself says that a length, a name, a size or a reference
-- lies. What comes of it must be an object or a Lua error, and little memory. Copy N is the same in every run; the
-- copy being loaded lies in LAST_INPUT, so that one that ends the process can be looked at.
require 'nn'
dofile((arg[0]:match('^(.*/)') or './') .. '../Tests/goldens/t7/objects.lua')

local copies, first, lastInput = tonumber(arg[1]), tonumber(arg[2]), arg[3]
local allowed = 64 * 2^20               -- bytes by which memory may grow, and four times the file

local function read(path) local f = assert(io.open(path, 'rb')); local text = f:read('a'); f:close(); return text end
local function write(path, text) local f = assert(io.open(path, 'wb')); f:write(text); f:close() end
local function pick(list) return list[math.random(#list)] end

-- Text with its parts.
local function open(text, ascii)
   local file = torch.MemoryFile()
   file:writeString(text)
   return ascii and file:seek(1) or file:seek(1):binary()
end
local inputs = {}
local function add(path, text, ascii, given)
   local parts = open(text, ascii):parts {unknown = 'table'}
   inputs[#inputs + 1] = {path = path, text = text, ascii = ascii, parts = parts, given = given}
end
for i = 4, #arg do add(arg[i], read(arg[i]), arg[i]:find('%.txt$') ~= nil) end
-- Layers as machines with a GPU and as older versions saved them are files within a file.
local folder = (arg[0]:match('^(.*/)') or './') .. '../Tests/goldens/nn/'
for _, name in ipairs {'gpu.t7', 'old.t7'} do
   for _, case in ipairs(torch.load(folder .. name)) do
      add(('%s: %s'):format(name, case.name or case.case[1]), case.bytes, false, case.inputs)
   end
end

local edges = {
   0, 1, -1, 2, 3, 7, 8, 64, 255, 1000, 2^15, 2^16, 2^31 - 1, -2^31, 2^31, 2^32, 2^40, 2^47, 2^48, 2^53, 2^62, -2^63,
}
local names = {
   'torch.DoubleTensor', 'torch.ByteStorage', 'torch.FloatTensor', 'torch.LongStorage', 'torch.Generator', 'nn.Linear',
   'nn.Sequential', 'nn.Nowhere', 'cudnn.SpatialConvolution', 'nn.DataParallelTable', 'cudnn.LSTM',
   'torch.CudaTensor', 'torch.CudaHalfStorage', 'attic.Own', 'attic.Plain', 'torch.DiskFile', 'sconce.host', '',
   '../../etc/passwd',
}

-- A whole number as the file writes it, in as many bytes as the part takes.
local function encode(n, part, ascii)
   if ascii then return ('%.0f'):format(n) .. '\n' end
   return string.pack('<i8', math.tointeger(n) or 0):sub(1, part.last - part.first + 1)
end
local function decode(text, part, ascii)
   local bytes = text:sub(part.first, part.last)
   if ascii then return tonumber(bytes) or 0 end
   local n = 0
   for i = math.min(#bytes, 4), 1, -1 do n = n * 256 + bytes:byte(i) end
   return n
end
local function replace(text, from, to, new) return text:sub(1, from - 1) .. new .. text:sub(to + 1) end

-- Parts by what they are, so that rare ones are changed as often as common ones.
local function byKind(input)
   if not input.kinds then
      input.kinds, input.of = {}, {}
      for i, part in ipairs(input.parts) do
         if not input.of[part.what] then input.of[part.what] = {}; table.insert(input.kinds, part.what) end
         table.insert(input.of[part.what], i)
      end
   end
   return pick(input.of[pick(input.kinds)])
end

local function structural(text, input)
   local i = byKind(input)
   local part = input.parts[i]
   if part.what == 'class name' and math.random() < 0.7 then
      -- The name follows its length.
      local name, after = pick(names), input.parts[i + 1]
      local new = encode(#name, part, input.ascii) .. name .. (input.ascii and '\n' or '')
      return replace(text, part.first, after.last, new)
   end
   local choice = math.random(6)
   if part.what == 'elements' or part.what == 'bytes' or choice == 1 then
      -- A piece of another place, instead of this or before it.
      local other = pick(input.parts)
      local from, to = other.first, input.parts[math.min(#input.parts, i + math.random(0, 20))].last
      local last = math.random() < 0.5 and part.last or part.first - 1
      return replace(text, part.first, last, text:sub(from, math.max(from, to)))
   end
   local n
   if choice == 2 then n = pick(edges)
   elseif choice == 3 then n = decode(text, part, input.ascii) + pick {-1, 1}
   elseif choice == 4 then n = decode(text, part, input.ascii) * pick {2, 4, 256, 65536}
   elseif choice == 5 then
      local other = pick(input.parts)
      n = decode(text, other, input.ascii)
   else n = math.random(0, 9) end
   return replace(text, part.first, part.last, encode(n, part, input.ascii))
end

local function random(text)
   local choice, at = math.random(5), math.random(math.max(#text, 1))
   if choice == 1 then return text:sub(1, at) end
   if choice == 2 then return replace(text, at, at, string.char(math.random(0, 255))) end
   if choice == 3 then
      local bytes = {}
      for i = 1, math.random(16) do bytes[i] = string.char(math.random() < 0.5 and 0 or math.random(0, 255)) end
      return replace(text, at, at + math.random(0, 16), table.concat(bytes))
   end
   if choice == 4 then
      local other = pick(inputs).text
      local from = math.random(math.max(#other, 1))
      return replace(text, at, at + math.random(0, 64), other:sub(from, from + math.random(256)))
   end
   return replace(text, at, at, string.char(text:byte(at) ~ 1 << math.random(0, 7)))
end

-- What a script would do with what it got: views must not reach outside their storages.
local function use(value, seen, depth)
   if torch.isTensor(value) then
      if value:nElement() < 1e5 then
         local _ = tostring(value)
         value:clone():zero()
      end
   elseif type(value) == 'table' and not seen[value] and depth < 50 then
      seen[value] = true
      for k, v in next, value do use(k, seen, depth + 1); use(v, seen, depth + 1) end
   end
end

-- A layer is played, too, on what it takes.
local function play(module, given)
   if not torch.isTypeOf(module, 'nn.Module') then return end
   local _ = pcall(tostring, module)
   for _, input in ipairs(given or {torch.rand(2, 3, 4, 4), torch.rand(2, 3)}) do
      local ok, output = pcall(module.forward, module, input)
      if ok then pcall(module.backward, module, input, output) end
   end
   pcall(module.clone, module)
end

local function resident(what) return tonumber(read('/proc/self/status'):match(what .. ':%s*(%d+)')) * 1024 end

local loaded, worst = 0, 0
for copy = first, first + copies - 1 do
   math.randomseed(copy)
   local input = pick(inputs)
   local text = input.text
   for _ = 1, pick {1, 1, 1, 2, 3} do
      text = #input.parts > 0 and copy % 2 == 0 and text == input.text and structural(text, input) or random(text)
   end
   write(lastInput, text)
   collectgarbage()
   write('/proc/self/clear_refs', '5')
   local before = resident('VmRSS')
   local file = torch.DiskFile(lastInput)
   if not input.ascii then file:binary() end
   local ok, value = pcall(file.readObject, file, math.random() < 0.5 and {unknown = 'table'} or nil)
   local growth = resident('VmHWM') - before - 4 * #text
   worst = math.max(worst, growth)
   if growth > allowed then error(('copy %d of %s: memory grew by %.0f MB'):format(copy, input.path, growth / 2^20)) end
   if ok then
      loaded = loaded + 1
      pcall(use, value, {}, 0)
      pcall(play, value, input.given)
   elseif type(value) ~= 'string' then
      error(('copy %d of %s: an error that is no message'):format(copy, input.path))
   end
   pcall(file.close, file)
end
os.remove(lastInput)
print(('%d copies of %d files: %d loaded, %d refused; memory grew by %.1f MB at most beyond 4 times the file'):format(
   copies, #inputs, loaded, copies - loaded, math.max(worst, 0) / 2^20))
