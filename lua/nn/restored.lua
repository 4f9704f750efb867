--- What modules from files may lack, and what they cannot do without.
--
-- Older versions saved fewer fields, and scripts leave some out to make files small. A module that is read gets what it
-- can have made for it; one that lacks what it was made with is refused.
--
-- @module nn.restored
local expected = require 'nn.expected'
local restored = {}

--- An empty tensor of the module's type.
function restored.tensor(module) return torch.Tensor():type(module._type or torch.getdefaulttensortype()) end
--- An empty table.
function restored.table() return {} end
--- A number, or another value that is nobody's own.
function restored.value(value) return function() return value end end
--- A table of so many empty tensors.
function restored.tensors(count)
   return function(module)
      local list = {}
      for i = 1, count do list[i] = restored.tensor(module) end
      return list
   end
end
--- Zeros in the size of another field.
function restored.zeros(name)
   return function(module)
      local model = module[name]
      return model and model.new():resizeAs(model):zero()
   end
end
--- What nothing can be made for.
function restored.needed(module, name) expected(module, ('a field %s in what is read'):format(name), 'none') end

--- Let objects of a class be read so.
-- @tparam table class
-- @tparam table fields for names, separated by spaces, what makes the value: called with module and name
function restored.fields(class, fields)
   local read, makers, order = class.read or torch.File.readFields, {}, {}
   for names, make in pairs(fields) do
      for name in names:gmatch '%S+' do makers[name], order[#order + 1] = make, name end
   end
   table.sort(order)
   function class:read(...)
      read(self, ...)
      for _, name in ipairs(order) do
         if self[name] == nil then self[name] = makers[name](self, name) end
      end
   end
end

return restored
