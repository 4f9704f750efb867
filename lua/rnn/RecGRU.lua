--- Gated recurrent units that step through a sequence: each step is an `nn.StepGRU`.
--
-- A step takes a batch of N×D and gives N×H. `setStartState(h)` gives what comes before the first, `setStartState()`
-- makes it 0 again.
--
-- @classmod nn.RecGRU
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local started = require 'rnn.startState'
local states = require 'rnn.states'
local RecGRU, AbstractRecurrent = torch.class('nn.RecGRU', 'nn.AbstractRecurrent')

states.isOutput(RecGRU)
started.extend(RecGRU)

--- Make one.
-- @tparam int inputsize D
-- @tparam int outputsize H
function RecGRU:__init(inputsize, outputsize)
   AbstractRecurrent.__init(self)
   self:setRecurrentModule(nn.StepGRU(inputsize, outputsize))
   self.inputsize, self.outputsize = inputsize, outputsize
   self.zeroOutput = torch.Tensor()
end

-- The state that a step begins with.
-- @tparam int step
-- @param[opt] input of that step, whose batch the state has if it is 0
function RecGRU:stateBefore(step, input)
   local state = self.outputs[step - 1]
   if step > 1 then return state end
   return state or self.startState or started.zeros(self.zeroOutput, input, self.outputsize)
end

-- Refuse an input that does not go with the state.
-- @param input of a step
-- @param state before it
function RecGRU:checkState(input, state)
   started.check(self, input, self.inputsize)
   started.batch(self, input, state)
end

function RecGRU:getHiddenState(step, input)
   step = started.step(self, step)
   return step == 0 and self:stateBefore(1, input) or self.outputs[step]
end

function RecGRU:setHiddenState(step, state)
   step = started.step(self, step)
   if not torch.isTensor(state) then expected(self, ('a tensor as the state of step %d'):format(step), state) end
   if step == 0 then return self:setStartState(state) end
   self.outputs[step] = state
end

function RecGRU:getGradHiddenState(step, input)
   step = started.gradStep(self, step)
   local gradient = self.gradOutputs[step]
   if not gradient and step == self.step - 1 then
      gradient = started.zeros(self.zeroOutput, input, self.outputsize)
   end
   return gradient
end

function RecGRU:setGradHiddenState(step, gradient)
   step = started.gradStep(self, step)
   if not torch.isTensor(gradient) then
      expected(self, ('a tensor as the gradient of step %d'):format(step), gradient)
   end
   self.gradOutputs[step] = gradient
end

function RecGRU:clearState()
   self.startState = nil
   self.zeroOutput:set()
   return AbstractRecurrent.clearState(self)
end

function RecGRU:__tostring__()
   return ('%s(%d -> %d)'):format(torch.type(self), self.inputsize, self.outputsize)
end

restored.fields(RecGRU, {zeroOutput = restored.tensor, inputsize = function(self) return self.modules[1].inputsize end})
