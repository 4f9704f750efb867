--- A criterion at each step of the input, with one target for all: the sum of what it says of each.
-- @classmod nn.RepeaterCriterion
local expected = require 'nn.expected'
local sequence = require 'rnn.sequence'
local RepeaterCriterion, Criterion = torch.class('nn.RepeaterCriterion', 'nn.Criterion')

--- Make one.
-- @tparam nn.Criterion criterion
function RepeaterCriterion:__init(criterion)
   Criterion.__init(self)
   if not torch.isTypeOf(criterion, 'nn.Criterion') then expected(self, 'a criterion', criterion) end
   self.criterion = criterion
   self.gradInput, self.clones = {}, {}
end

RepeaterCriterion.getStepCriterion = nn.SequencerCriterion.getStepCriterion

local function forward(self, at, input, target, steps)
   local sum = 0
   for step = 1, steps do
      at.step = step
      sum = sum + self:getStepCriterion(step):forward(input[step], target)
   end
   return sum
end

function RepeaterCriterion:updateOutput(input, target)
   self.output = sequence.steps(self, forward, input, target, sequence.length(self, 'input', input))
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
      local gradInput = self:getStepCriterion(step):backward(input[step], target)
      if tensor then result:select(1, step):copy(gradInput) else result[step] = gradInput end
   end
   return result
end

function RepeaterCriterion:updateGradInput(input, target)
   self.gradInput = sequence.steps(self, backward, input, target, sequence.length(self, 'input', input))
   return self.gradInput
end
