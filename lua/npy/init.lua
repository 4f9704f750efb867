--- Tensors in NumPy's files, so that numbers can leave and come.
--
--     local npy = require 'npy'
--     npy.save('weights.npy', torch.rand(2, 3))
--     npy.load 'weights.npy'                             -- 2×3, of the same type
--
-- The format: the bytes `\x93NUMPY`, two for the version, the length of a header (two bytes, four from version 2 on),
-- the header (a Python dictionary as text), and the elements. Written are version 1, little endian and C order; read
-- are all versions, both byte orders and both orders.
--
-- @module npy
local place = require 'torch.place'
local npy = {}

local magic = '\x93NUMPY'

-- NumPy's codes: what a file's elements are to us, and how many bytes each has. Truth values are bytes.
local kinds = {
   u1 = {'Byte', 1}, b1 = {'Byte', 1}, i1 = {'Char', 1}, i2 = {'Short', 2}, i4 = {'Int', 4}, i8 = {'Long', 8},
   f2 = {'Half', 2}, f4 = {'Float', 4}, f8 = {'Double', 8},
}
local codes = {}
for code, kind in pairs(kinds) do
   if code ~= 'b1' then codes[('torch.%sTensor'):format(kind[1])] = (kind[2] == 1 and '|' or '<') .. code end
end

local function refuse(name, path, what, got)
   error(('%s: %s: expected %s, got %s'):format(name, tostring(path), what, tostring(got)), place.level())
end

-- Files have no method for numbers of 16 bits. As an object, a storage ends in its elements, in the machine's order.
local function writeHalf(file, storage) file:writeString(torch.serialize(storage):sub(-2 * #storage)) end
local function readHalf(file, count, isBig)
   local text = file:readChar(2 * count):string()
   if isBig then text = text:gsub('(.)(.)', '%2%1') end
   return torch.deserialize(torch.serialize(torch.HalfStorage(count)):sub(1, -2 * count - 1) .. text)
end

-- Open a file, with bytes as they are.
local function open(name, path, mode)
   if type(path) ~= 'string' then refuse(name, path, 'the name of a file', torch.type(path)) end
   local file = torch.DiskFile(path, mode, true)
   if not file then refuse(name, path, mode == 'r' and 'a file to read' or 'a file to write', 'none') end
   return file:binary():longSize(8)
end

-- A tensor's elements in order: its storage, if that holds nothing else.
local function elements(tensor)
   local storage = tensor:storage()
   if tensor:isContiguous() and storage:size() == tensor:nElement() then return storage end
   return tensor:clone():storage()
end

--- Write a tensor.
-- @tparam string path the file's name
-- @tparam torch.Tensor tensor of any type
function npy.save(path, tensor)
   local code = torch.isTensor(tensor) and codes[torch.type(tensor)]
   if not code then refuse('npy.save', path, 'a tensor', torch.type(tensor)) end
   local sizes = {}
   for d = 1, tensor:dim() do sizes[d] = ('%d'):format(tensor:size(d)) end
   local shape = #sizes > 1 and table.concat(sizes, ', ') or (sizes[1] or '0') .. ','
   local header = ("{'descr': '%s', 'fortran_order': False, 'shape': (%s), }"):format(code, shape)
   -- What comes before the elements fills whole blocks of 64 bytes.
   local padding = -(#magic + 4 + #header + 1) % 64
   header = header .. (' '):rep(padding) .. '\n'
   local file = open('npy.save', path, 'w'):littleEndianEncoding()
   file:writeString(magic .. '\1\0' .. string.pack('<I2', #header) .. header)
   if tensor:nElement() > 0 then
      local kind = kinds[code:sub(2)][1]
      local write = kind == 'Half' and writeHalf or file['write' .. kind]
      write(file, elements(tensor))
   end
   file:close()
end

-- Bytes as text, if the file still has them.
local function bytes(file, path, count, left)
   if count > left then refuse('npy.load', path, ('%d more bytes'):format(count), ('%d'):format(left)) end
   return count > 0 and file:readChar(count):string() or '', left - count
end

-- What a header says: the code, the byte order, whether columns come first, and the sizes.
local function parse(path, header)
   local body = header:match '^{(.*)}%s*$'
   local order, code = (body or ''):match "['\"]descr['\"]%s*:%s*['\"]([<>|=]?)(%a%d+)['\"]"
   local fortran = (body or ''):match "['\"]fortran_order['\"]%s*:%s*(%a+)"
   local shape = (body or ''):match "['\"]shape['\"]%s*:%s*%(([%d%s,]*)%)"
   if not code or not shape or fortran ~= 'True' and fortran ~= 'False' then
      refuse('npy.load', path, 'descr, fortran_order and shape in the header', header:sub(1, 100))
   end
   if not kinds[code] then refuse('npy.load', path, 'elements of a type that tensors have', order .. code) end
   local sizes = {}
   for size in shape:gmatch '%d+' do sizes[#sizes + 1] = tonumber(size) end
   return kinds[code], order == '>', fortran == 'True', sizes
end

-- The elements as a tensor, in C order.
local function read(file, path, kind, sizes, left, isBig)
   local count = 1
   for _, size in ipairs(sizes) do count = count * size end
   if count * kind[2] ~= left then
      local what = ('%s elements of %d bytes'):format(('%.0f'):format(count), kind[2])
      refuse('npy.load', path, what, ('%d bytes'):format(left))
   end
   local make = torch[kind[1] .. 'Tensor']
   if count == 0 then return make() end
   local size = torch.LongStorage(#sizes > 0 and sizes or {1})
   local storage = kind[1] == 'Half' and readHalf(file, count, isBig) or file['read' .. kind[1]](file, count)
   return make(storage, 1, size)
end

local function load(file, path)
   local left = file:seekEnd():position() - 1
   file:seek(1)
   local start
   start, left = bytes(file, path, #magic + 2, left)
   if start:sub(1, #magic) ~= magic then refuse('npy.load', path, 'a file that begins with \\x93NUMPY', 'another') end
   local version = start:byte(#magic + 1)
   if version < 1 or version > 3 then refuse('npy.load', path, 'version 1, 2 or 3', version) end
   local length, header
   length, left = bytes(file, path, version == 1 and 2 or 4, left)
   header, left = bytes(file, path, (string.unpack(version == 1 and '<I2' or '<I4', length)), left)
   local kind, isBig, isFortran, sizes = parse(path, header)
   if isBig then file:bigEndianEncoding() else file:littleEndianEncoding() end
   if not isFortran or #sizes < 2 then return read(file, path, kind, sizes, left, isBig) end
   -- Columns first: the sizes backwards, and then the dimensions.
   local backwards, order = {}, {}
   for d = 1, #sizes do backwards[d], order[d] = sizes[#sizes + 1 - d], #sizes + 1 - d end
   local tensor = read(file, path, kind, backwards, left, isBig)
   return tensor:dim() == 0 and tensor or tensor:permute(table.unpack(order)):contiguous()
end

--- Read a tensor.
--
-- An array without dimensions becomes a tensor of one element, truth values become bytes. Arrays of other types
-- (unsigned ones of more than a byte, complex numbers, objects) are refused.
--
-- @tparam string path the file's name
-- @treturn torch.Tensor the tensor, of the type that the file holds
function npy.load(path)
   local file = open('npy.load', path, 'r')
   local ok, result = pcall(load, file, path)
   file:close()
   if not ok then error(result, 0) end
   return result
end

return npy
