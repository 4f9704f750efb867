--- A criterion at each step: the sum of what it says of each, or the mean.
--
-- Input and target are sequences, as tables or as tensors of T×….
--
-- @classmod nn.SequencerCriterion
local expected = require 'nn.expected'
local sequence = require 'rnn.sequence'
local SequencerCriterion, Criterion = torch.class('nn.SequencerCriterion', 'nn.Criterion')

--- Make one.
-- @tparam nn.Criterion criterion
-- @tparam[opt=false] boolean sizeAverage whether losses and gradients are divided by the number of steps
function SequencerCriterion:__init(criterion, sizeAverage)
   Criterion.__init(self)
   if torch.isTypeOf(criterion, 'nn.ModuleCriterion') then
      expected(self, 'a criterion; an nn.ModuleCriterion may be put around this one instead', criterion)
   end
   self.criterion = criterion
   self.sizeAverage = sizeAverage or false
   self.gradInput, self.clones = {}, {}
end

--- The criterion of a step: a clone.
function SequencerCriterion:getStepCriterion(step)
   if type(step) ~= 'number' then expected(self, 'the number of a step', step) end
   self.clones[step] = self.clones[step] or self.criterion:clone()
   return self.clones[step]
end

local function forward(self, at, input, target, steps)
   local sum = 0
   for step = 1, steps do
      at.step = step
      sum = sum + self:getStepCriterion(step):forward(input[step], target[step])
   end
   return sum
end

function SequencerCriterion:updateOutput(input, target)
   local steps = sequence.like(self, 'target', target, input)
   local sum = sequence.steps(self, forward, input, target, steps)
   self.output = self.sizeAverage and sum / steps or sum
   return self.output
end

local function backward(self, at, input, target, steps)
   local tensor, result = torch.isTensor(input), {}
   if tensor then
      result = torch.typename(self.gradInput) == torch.typename(input) and self.gradInput or input.new()
      result:resizeAs(input):zero()
   end
   for step = 1, steps do
      at.step = step
      local gradInput = self:getStepCriterion(step):backward(input[step], target[step])
      if self.sizeAverage then nn.utils.recursiveAdd(gradInput, 1 / steps - 1, gradInput) end
      if tensor then result:select(1, step):copy(gradInput) else result[step] = gradInput end
   end
   return result
end

function SequencerCriterion:updateGradInput(input, target)
   local steps = sequence.like(self, 'target', target, input)
   self.gradInput = sequence.steps(self, backward, input, target, steps)
   return self.gradInput
end
