--- What layers and criterions ask of tensors before they compute with them.
-- @module nn.check
local expected = require 'nn.expected'
local sizes = require 'nn.sizes'
local check = {}

--- Refuse what is no tensor of a type.
-- @tparam nn.Module|nn.Criterion who asks
-- @tparam string name what the tensor is for
-- @param tensor what came
-- @tparam torch.Tensor|string like the type's name, or a tensor of the type
-- @treturn torch.Tensor the tensor
function check.type(who, name, tensor, like)
   local want = type(like) == 'string' and like or torch.type(like)
   local got = torch.type(tensor)
   if got == want and torch.isTensor(tensor) then return tensor end
   expected(who, ('%s (%s)'):format(name, want:gsub('^torch%.', '')), (got:gsub('^torch%.', '')))
end

--- Refuse a tensor that has not as many elements as another.
function check.count(who, name, tensor, model)
   if tensor:nElement() == model:nElement() then return tensor end
   expected(who, ('%s of as many elements as %s'):format(name, sizes(model)), tensor)
end

--- Refuse a tensor that has not the size of another.
-- @tparam nn.Module|nn.Criterion who asks
-- @tparam string name what the tensor is for
-- @tparam torch.Tensor tensor what came
-- @tparam torch.Tensor|torch.LongStorage model another tensor, or the size
function check.size(who, name, tensor, model)
   local same = torch.isStorage(model) and tensor:isSize(model) or torch.isTensor(model) and tensor:isSameSizeAs(model)
   if same then return tensor end
   local size = torch.isTensor(model) and sizes(model) or table.concat(model:totable(), 'x')
   expected(who, ('%s of size %s'):format(name, size), tensor)
end

return check
