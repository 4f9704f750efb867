--- A reward for the right class, less what was expected of a sample: `scale · R − b`, with R 1 or 0.
--
-- The input is `{y, b}`: what is said of C classes, N×C, and what was expected, N or N×1; the target N classes.
-- The reward goes to the modules within a module that learn by REINFORCE. (Williams, 1992.)
--
-- @classmod nn.VRClassReward
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local VRClassReward = torch.class('nn.VRClassReward', 'nn.Criterion')
require('dpnn.rewards').extend(VRClassReward)

--- Which samples are right.
-- @tparam torch.Tensor input N×C
-- @tparam torch.Tensor target N classes
-- @treturn torch.Tensor 1 or 0 for each sample
function VRClassReward:rewardOf(input, target)
   wants.dims(self, 'input', input, 2)
   if not torch.isTensor(target) or target:nElement() ~= input:size(1) then
      expected(self, ('a class for each of %d samples'):format(input:size(1)), target)
   end
   local _, index = input:max(2)
   return index:view(-1):eq(target:long():contiguous():view(-1)):type(torch.type(input))
end
