--- Rewards for right classes, less what was expected.
-- @module dpnn.rewards
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local rewards = {}

--- Give a class its part. Its `rewardOf(input, target)` says which samples are right, as a tensor of the input's type.
-- @tparam table class
function rewards.extend(class)
   local Criterion = nn.Criterion

   --- Make a criterion.
   -- @tparam nn.Module module what is to learn
   -- @tparam[opt=1] number scale of the reward
   -- @tparam[opt=nn.MSECriterion] nn.Criterion criterion for what was expected
   function class:__init(module, scale, criterion)
      Criterion.__init(self)
      self.module = wants.module(self, module)
      self.scale = wants.number(self, 'a scale of rewards', scale or 1)
      self.criterion = wants.criterion(self, criterion or nn.MSECriterion())
      self.sizeAverage = true
      self.gradInput = {torch.Tensor()}
   end

   function class:updateOutput(input, target)
      wants.tensors(self, input, 2)
      self.reward = self:rewardOf(input[1], target):mul(self.scale)
      self.output = -self.reward:sum()
      if self.sizeAverage then self.output = self.output / self.reward:size(1) end
      return self.output
   end

   -- No gradient for what was said; that of the criterion for what was expected.
   function class:updateGradInput(input)
      if not self.reward then expected(self, 'a forward before backward', 'no reward') end
      local baseline = wants.tensors(self, input, 2)[2]
      if baseline:nElement() ~= self.reward:nElement() then
         expected(self, ('what was expected of %d samples'):format(self.reward:nElement()), baseline)
      end
      self.vrReward = self.reward:clone():add(-1, baseline:contiguous():view(-1))
      if self.sizeAverage then self.vrReward:div(self.reward:size(1)) end
      self.module:reinforce(self.vrReward)
      local first = self.gradInput[1]
      first = torch.typename(first) == torch.typename(input[1]) and first or input[1].new()
      self.criterion:forward(baseline, self.reward)
      self.gradInput = {first:resizeAs(input[1]):zero(), self.criterion:backward(baseline, self.reward)}
      return self.gradInput
   end

   -- What is to learn is not the criterion's own.
   function class:type(type, cache)
      self.reward, self.vrReward = nil, nil
      return utils.typeWithout(self, {'module'}, type, cache)
   end

   restored.fields(class, {module = restored.needed, gradInput = restored.tensors(1),
      criterion = function() return nn.MSECriterion() end})
end

return rewards
