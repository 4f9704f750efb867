--- What takes whole sequences and asks a criterion at each step: the steps' criterions are clones.
--
-- Sequences are tables of what a step takes, or tensors whose first dimension the steps are.
--
-- @classmod nn.AbstractSequencerCriterion
local expected = require 'nn.expected'
local given = require 'rnn.givenMask'
local isCount = require 'nn.isCount'
local restored = require 'nn.restored'
local sequence = require 'rnn.sequence'
local AbstractSequencerCriterion, Criterion = torch.class('nn.AbstractSequencerCriterion', 'nn.Criterion')

--- Make one.
-- @tparam[opt] nn.Criterion criterion what is asked of a step; a class that asks none does without
-- @tparam[opt=false] boolean sizeAverage whether losses and gradients are divided by the number of steps
function AbstractSequencerCriterion:__init(criterion, sizeAverage)
   Criterion.__init(self)
   if torch.isTypeOf(criterion, 'nn.ModuleCriterion') then
      expected(self, 'a criterion; an nn.ModuleCriterion may be put around this one instead', criterion)
   end
   if criterion ~= nil and not torch.isTypeOf(criterion, 'nn.Criterion') then
      expected(self, 'a criterion', criterion)
   end
   self.criterion = criterion
   self.sizeAverage = sizeAverage or false
   self.gradInput, self.clones = {}, {}
end

--- The criterion of a step: a clone.
-- @tparam int step
-- @treturn nn.Criterion
function AbstractSequencerCriterion:getStepCriterion(step)
   if not isCount(step) then expected(self, 'the number of a step, from 1 on', step) end
   if not self.clones[step] then
      if not self.criterion then expected(self, 'a criterion', 'none') end
      self.clones[step] = self.criterion:clone()
   end
   return self.clones[step]
end

--- Take a mask of steps x batch: each step's criterion gets its row.
-- @tparam torch.ByteTensor|boolean mask 1 for what does not count; false for nothing
function AbstractSequencerCriterion:setZeroMask(mask)
   given.check(self, mask, 2)
   if mask then
      for step = 1, mask:size(1) do self:getStepCriterion(step):setZeroMask(mask[step]) end
      return
   end
   self.criterion:setZeroMask(false)
   for _, criterion in pairs(self.clones) do criterion:setZeroMask(false) end
end

local function losses(self, at, input, targetAt, steps)
   local sum = 0
   for step = 1, steps do
      at.step = step
      sum = sum + self:getStepCriterion(step):forward(input[step], targetAt(step))
   end
   return sum
end

--- The sum of what the steps' criterions say, or the mean.
-- @param input a sequence
-- @tparam function targetAt called with a step
-- @treturn number
function AbstractSequencerCriterion:lossOf(input, targetAt)
   local steps = sequence.length(self, 'input', input)
   local sum = sequence.steps(self, losses, input, targetAt, steps)
   self.output = self.sizeAverage and sum / steps or sum
   return self.output
end

local function gradients(self, at, input, targetAt, steps)
   local tensor, result = torch.isTensor(input), {}
   if tensor then
      result = torch.typename(self.gradInput) == torch.typename(input) and self.gradInput or input.new()
      result:resizeAs(input):zero()
   end
   for step = 1, steps do
      at.step = step
      local gradInput = self:getStepCriterion(step):backward(input[step], targetAt(step))
      if self.sizeAverage then nn.utils.recursiveDiv(gradInput, steps) end
      if tensor then result:select(1, step):copy(gradInput) else result[step] = gradInput end
   end
   return result
end

--- The gradients of all steps.
-- @param input a sequence
-- @tparam function targetAt called with a step
function AbstractSequencerCriterion:gradientOf(input, targetAt)
   self.gradInput = sequence.steps(self, gradients, input, targetAt, sequence.length(self, 'input', input))
   return self.gradInput
end

restored.fields(AbstractSequencerCriterion, {clones = restored.table})
