--- Tensor and storage types as values: which one is the default, and what a value is.
-- @module torch.types
local host = require 'sconce.host'
local class = require 'torch.class'

local tensors, storages = {}, {}                 -- metatables of their objects
for _, name in ipairs {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double', 'Half'} do
   for family, set in pairs {Tensor = tensors, Storage = storages} do
      local metatable = host.metatable(name .. family)
      set[metatable] = true
      class.adopt('torch.' .. name .. family, metatable, torch[name .. family])
   end
end
class.adopt('torch.Generator', host.metatable 'Generator', torch.Generator)
class.adopt('torch.Pointer', host.metatable 'Pointer')

local function useDefault(kind)
   host.setDefaultKind(kind)
   torch.Tensor, torch.Storage = torch[kind], torch[kind:gsub('Tensor', 'Storage')]
end
useDefault(host.defaultKind())

--- Set what `torch.Tensor` makes, and results whose type nothing else decides.
-- @tparam string name such as 'torch.FloatTensor'
function torch.setdefaulttensortype(name)
   local metatable = type(name) == 'string' and torch.getmetatable(name)
   if not metatable or not tensors[metatable] then
      error("torch.setdefaulttensortype: expected the name of a tensor type, such as 'torch.FloatTensor', got "
         .. (type(name) == 'string' and "'" .. name .. "'" or type(name)), 2)
   end
   useDefault(name:sub(7))
end

--- What `torch.Tensor` makes, such as 'torch.DoubleTensor'.
function torch.getdefaulttensortype() return 'torch.' .. host.defaultKind() end

--- Whether a value is a tensor, of whatever type.
function torch.isTensor(value) return tensors[getmetatable(value)] == true end

--- Whether a value is a storage, of whatever type.
function torch.isStorage(value) return storages[getmetatable(value)] == true end

-- Objects whose addresses were asked for: an address alone is never believed.
local pointed = setmetatable({}, {__mode = 'v'})

--- A number that is the same for the same object, whatever a script holds it by.
function torch.pointer(object)
   local address = type(object) ~= 'number' and host.pointer(object)
   if not address then
      error('torch.pointer: expected an object, a table, a function or a text, got ' .. type(object), 2)
   end
   if type(object) == 'userdata' then pointed[address] = object end
   return address
end

--- The object whose address `torch.pointer` gave, as long as it is in use somewhere.
-- @tparam number|object address what `torch.pointer` or `cdata` gave
-- @tparam string name its type, such as 'torch.FloatTensor'
function torch.pushudata(address, name)
   if type(name) ~= 'string' then error('torch.pushudata: expected the name of a type, got ' .. type(name), 2) end
   local object = address
   if type(address) == 'number' then object = pointed[address] end
   if torch.typename(object) ~= name then
      error(('torch.pushudata: expected the address of a %s that is in use, got %s'):format(name,
         type(address) == 'number' and 'another' or torch.type(address)), 2)
   end
   return object
end

--- Whether the collector should heed the memory of tensors: ours always does.
-- @tparam boolean on
function torch.setheaptracking(on) torch._heaptracking = on end
torch._heaptracking = false
