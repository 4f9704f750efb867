--- The state that a step begins with.
-- @module rnn.states
local expected = require 'nn.expected'
local fused = require 'rnn.fused'
local sequence = require 'rnn.sequence'
local wants = require 'nn.wants'
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

--- Say what is wrong with a step of a unit of `inputSize` and `outputSize`, after it has failed.
-- @tparam nn.AbstractRecurrent self
-- @tparam int step
-- @param input
-- @param given what the step's module was given: the input, and what lay before it
-- @param gradOutput
function states.refuse(self, step, input, given, gradOutput)
   local parameters = self:parameters()
   local K, M = self.inputSize, self.outputSize
   local function check(name, value, size)
      wants.type(self, name, value, parameters[1])
      local d = value:dim()
      if d < 1 or d > 2 or value:size(d) ~= size then
         wants.otherSize(self, ('%s of size %d or Nx%d'):format(name, size, size), value)
      end
   end
   check(('input of step %d'):format(step), input, K)
   for i = 2, given and #given or 0 do check(('state before step %d'):format(step), given[i], M) end
   nn.AbstractRecurrent.refuse(self, step, input, given, gradOutput)
end

--- The number of a step whose state is asked for or given: 0 is before the first.
-- @tparam nn.AbstractRecurrent self
-- @tparam[opt] int step the last one by default
-- @treturn int
function states.step(self, step)
   if step == nil then return self.step - 1 end
   if type(step) ~= 'number' or not (step >= 0 and step < math.huge and step == math.floor(step)) then
      expected(self, 'the number of a step, from 0 on', step)
   end
   return step
end

--- Give a class whose state is its output all that steps need.
-- @tparam table class
function states.isOutput(class)
   function class:updateOutput(input)
      local before = self:stateBefore(self.step, input)
      self:checkState(input, before)
      local step = self.step
      local given = {input, before}
      local output = sequence.step(self, step, input, given, nil, fused.updateOutput, self:currentModule(), given,
         step == 1)
      self.outputs[step], self.output = output, output
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

   function class:setStartState(state)
      if state ~= nil then wants.nested(self, 'the state before step 1', state) end
      self.startState, self.userPrevOutput = state, state
   end

   function class:getHiddenState(step, input)
      step = states.step(self, step)
      if step == 0 then return self:stateBefore(1, input) end
      return self.outputs[step]
   end

   function class:setHiddenState(step, state)
      step = states.step(self, step)
      self.outputs[step] = wants.nested(self, ('the state of step %d'):format(step), state)
   end

   -- What later steps send back into a step, which lies where `backward` of that step looks for it.
   -- @tparam[opt] int step the one before this
   function class:getGradHiddenState(step) return self.gradOutputs[states.step(self, step)] end

   function class:setGradHiddenState(step, gradient)
      step = states.step(self, step)
      self.gradOutputs[step] = wants.nested(self, ('the gradient of the state of step %d'):format(step), gradient)
   end
end

return states
