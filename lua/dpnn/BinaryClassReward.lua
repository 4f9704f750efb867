--- `nn.VRClassReward` for two classes: the input is `{p, b}`, with p the chance of class 1, and targets are 0 or 1.
-- @classmod nn.BinaryClassReward
local expected = require 'nn.expected'
local BinaryClassReward = torch.class('nn.BinaryClassReward', 'nn.Criterion')
require('dpnn.rewards').extend(BinaryClassReward)

--- Which samples are right.
function BinaryClassReward:rewardOf(input, target)
   if not torch.isTensor(target) or target:nElement() ~= input:nElement() then
      expected(self, ('a class for each of %d samples'):format(input:nElement()), target)
   end
   return input:contiguous():view(-1):gt(.5):eq(target:byte():contiguous():view(-1)):type(torch.type(input))
end
