--- `nn.VRClassReward` for two classes.
--
-- The input is `{p, b}`: the chance of class 1 and what was expected, N or N×1 each; the target N numbers, 0 or 1.
-- (Williams, 1992.)
--
-- @classmod nn.BinaryClassReward
local expected = require 'nn.expected'
local BinaryClassReward = torch.class('nn.BinaryClassReward', 'nn.Criterion')
require('dpnn.rewards').extend(BinaryClassReward)

--- Which samples are right.
-- @tparam torch.Tensor input N chances of class 1
-- @tparam torch.Tensor target N classes
-- @treturn torch.Tensor 1 or 0 for each sample
function BinaryClassReward:rewardOf(input, target)
   if not torch.isTensor(target) or target:nElement() ~= input:nElement() then
      expected(self, ('a class for each of %d samples'):format(input:nElement()), target)
   end
   return input:contiguous():view(-1):gt(.5):eq(target:byte():contiguous():view(-1)):type(torch.type(input))
end
