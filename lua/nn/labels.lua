--- The target of criterions that want a 1 or a −1 for each sample.
-- @module nn.labels
local expected = require 'nn.expected'
local wants = require 'nn.wants'

--- A label, or a tensor of them, as a tensor.
-- @function labels
-- @tparam nn.Criterion who asks
-- @param target what came
-- @tparam int count how many labels there must be
-- @tparam torch.Tensor like what type the labels shall have
-- @tparam[opt] string field where a single label's tensor is kept; if there is none, a number is refused
-- @treturn torch.Tensor the labels
return function(who, target, count, like, field)
   if field and type(target) == 'number' then
      who[field] = who[field] or like.new()
      target = who[field]:resize(1):fill(target)
   elseif not torch.isTensor(target) then
      expected(who, 'a label or a tensor of labels', target)
   end
   if target:nElement() ~= count then wants.otherSize(who, ('%d labels'):format(count), target) end
   return torch.type(target) == torch.type(like) and target or target:type(torch.type(like))
end
