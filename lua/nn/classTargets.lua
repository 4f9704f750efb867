--- Classes as criterions are given them.
-- @module nn.classTargets
local expected = require 'nn.expected'

--- One class, or a tensor of classes, as a LongTensor.
-- @function classTargets
-- @tparam nn.Criterion criterion whose `target_tensor` holds a single class
-- @param target a number or a tensor
return function(criterion, target)
   if torch.isTensor(target) then return target:long() end
   if type(target) ~= 'number' then expected(criterion, 'a class or a tensor of classes', target) end
   local held = criterion.target_tensor
   if torch.type(held) ~= 'torch.LongTensor' or held:nElement() ~= 1 then
      held = torch.LongTensor(1)
      criterion.target_tensor = held
   end
   held[1] = target
   return held
end
