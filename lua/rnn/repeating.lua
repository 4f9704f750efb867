--- What `nn.Repeater` and `nn.RecurrentAttention` share: each step sees one and the same input, so that the gradients
-- of all steps add up.
-- @module rnn.repeating
local expected = require 'nn.expected'
local sequence = require 'rnn.sequence'
local repeating = {}

-- A table with a gradient for each step.
local function check(self, gradOutput, count)
   if torch.type(gradOutput) == 'table' and #gradOutput == count then return end
   local got = torch.type(gradOutput) == 'table' and ('%d'):format(#gradOutput) or gradOutput
   expected(self, ('a table of %d steps as gradOutput'):format(count), got)
end

local function sum(self, at, count, backward, input, gradOutput)
   for step = count, 1, -1 do
      at.step = step
      local gradient = backward(self, step, input, gradOutput)
      if step == count then
         self.gradInput = nn.rnn.recursiveCopy(self.gradInput, gradient)
      else
         nn.rnn.recursiveAdd(self.gradInput, gradient)
      end
   end
   return self.gradInput
end

local function each(self, at, count, accumulate, method, input, gradOutput, scale)
   for step = count, 1, -1 do
      at.step = step
      accumulate(self, step, method, input, gradOutput, scale)
   end
end

--- Give a class the methods that go back through its steps.
-- @tparam table class
-- @tparam string field that has the number of steps
-- @tparam function backward `(self, step, input, gradOutput)` to the gradient of the input at a step
-- @tparam function accumulate `(self, step, method, input, gradOutput, scale)`; the method is the one to call
function repeating.extend(class, field, backward, accumulate)
   function class:updateGradInput(input, gradOutput)
      check(self, gradOutput, self[field])
      return sequence.steps(self, sum, self[field], backward, input, gradOutput)
   end

   function class:accGradParameters(input, gradOutput, scale)
      check(self, gradOutput, self[field])
      sequence.steps(self, each, self[field], accumulate, 'accGradParameters', input, gradOutput, scale or 1)
   end

   function class:accUpdateGradParameters(input, gradOutput, learningRate)
      check(self, gradOutput, self[field])
      sequence.steps(self, each, self[field], accumulate, 'accUpdateGradParameters', input, gradOutput, learningRate)
   end
end

return repeating
