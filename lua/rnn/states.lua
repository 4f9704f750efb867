--- The state that a step begins with.
-- @module rnn.states
local expected = require 'nn.expected'
local fused = require 'rnn.fused'
local states = {}

--- Zeros in the place of the state before the first step: `zeroTensor`, in the size of an input's batch.
-- @tparam nn.AbstractRecurrent self with `outputSize`
-- @param input a batch or a sample; without one the size stays
-- @treturn torch.Tensor
function states.zeros(self, input)
   local zeros = self.zeroTensor
   if not torch.isTensor(input) then return zeros end
   if input:dim() == 2 then
      if zeros:dim() ~= 2 or zeros:size(1) ~= input:size(1) or zeros:size(2) ~= self.outputSize then
         zeros:resize(input:size(1), self.outputSize):zero()
      end
   elseif input:dim() == 1 then
      if zeros:dim() ~= 1 or zeros:size(1) ~= self.outputSize then zeros:resize(self.outputSize):zero() end
   else
      expected(self, ('an input of 1 or 2 dimensions at step %d'):format(self.step), input)
   end
   return zeros
end

--- Refuse an input whose batch is not that of the state.
-- @tparam nn.AbstractRecurrent self
-- @param input what comes at this step
-- @tparam torch.Tensor state what the step before left
function states.check(self, input, state)
   if not torch.isTensor(input) or not torch.isTensor(state) then return end
   local fits = input:dim() == state:dim() and (input:dim() == 1 or input:size(1) == state:size(1))
   if not fits then
      local what = state:dim() == 2 and ('a batch of %d'):format(state:size(1)) or 'a single sample'
      expected(self, ('%s at step %d, as in the state before it'):format(what, self.step), input)
   end
end

--- Give a class whose state is its output all that steps need.
-- @tparam table class
function states.isOutput(class)
   function class:updateOutput(input)
      local before = self:stateBefore(self.step, input)
      self:checkState(input, before)
      local output = fused.updateOutput(self:currentModule(), {input, before}, self.step == 1)
      self.outputs[self.step], self.output = output, output
      self:stepped()
      return output
   end

   function class:_updateGradInput(input, gradOutput)
      local step = self.updateGradInputStep - 1
      local total = self:totalGradOutput(step, gradOutput, self.gradOutputs[step])
      local gradients = fused.updateGradInput(self:getStepModule(step), {input, self:stateBefore(step, input)}, total)
      self.gradOutputs[step - 1] = gradients[2]
      return gradients[1]
   end

   function class:_accGradParameters(input, _, scale)
      local step = self.accGradParametersStep - 1
      fused.accGradParameters(self:getStepModule(step), {input, self:stateBefore(step, input)}, self._gradOutputs[step],
         scale)
   end

   class.checkState = states.check

   function class:setStartState(state) self.startState, self.userPrevOutput = state, state end

   function class:getHiddenState(step, input)
      step = step or self.step - 1
      if step == 0 then return self:stateBefore(1, input) end
      return self.outputs[step]
   end

   function class:setHiddenState(step, state)
      if type(step) ~= 'number' then expected(self, 'the number of a step', step) end
      if not torch.isTensor(state) and torch.type(state) ~= 'table' then
         expected(self, ('a tensor as the state of step %d'):format(step), state)
      end
      self.outputs[step] = state
   end

   -- What later steps send back into a step, which lies where `backward` of that step looks for it.
   -- @tparam[opt] int step the one before this
   function class:getGradHiddenState(step) return self.gradOutputs[step or self.step - 1] end

   function class:setGradHiddenState(step, gradient)
      if type(step) ~= 'number' then expected(self, 'the number of a step', step) end
      self.gradOutputs[step] = gradient
   end
end

return states
