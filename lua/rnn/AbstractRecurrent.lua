--- What steps through a sequence: each `forward` is a step, and `backward` is called for the same steps in reverse.
--
-- A step runs `recurrentModule`, or in training a clone of it that shares its parameters, so that each step has outputs
-- and gradients of its own. `forget` begins a new sequence. In evaluation only the last step is remembered.
--
-- A class of its own defines `updateOutput`, `_updateGradInput` and `_accGradParameters`.
--
-- @classmod nn.AbstractRecurrent
local expected = require 'nn.expected'
local fused = require 'rnn.fused'
local given = require 'rnn.givenMask'
local history = require 'rnn.history'
local isCount = require 'nn.isCount'
local restored = require 'nn.restored'
local sequence = require 'rnn.sequence'
local wants = require 'nn.wants'
local AbstractRecurrent, Container = torch.class('nn.AbstractRecurrent', 'nn.Container')

-- `stepClone` takes such a module as it is: it keeps its own clones.
AbstractRecurrent.dpnn_stepclone = true
-- The fields in which something lies for each step.
AbstractRecurrent.rnn_histories = {'outputs', 'gradInputs', 'gradOutputs'}

--- Make what all of them have.
-- @tparam[opt=99999] int|nn.Module rho how many steps gradients go back, or what each step runs
function AbstractRecurrent:__init(rho)
   Container.__init(self)
   local module = torch.isTypeOf(rho, 'nn.Module') and rho or nil
   self.rho = (rho == nil or module) and 99999 or wants.number(self, 'a number of steps', rho)
   self.seqlen = self.rho  -- torch/rnn's name for it
   self.outputs, self.gradInputs = {}, {}
   self.gradOutputs, self._gradOutputs = {}, {}
   self.step = 1
   self.sharedClones = {}
   if module then self:setRecurrentModule(module) end
end

-- Classes of a script's own may define `_updateOutput`, what a step computes, instead of `updateOutput`.
function AbstractRecurrent:updateOutput(input)
   if not self._updateOutput then expected(self, 'a method updateOutput', 'none') end
   self:currentModule()
   self.output = sequence.step(self, self.step, input, nil, nil, self._updateOutput, self, input)
   self.outputs[self.step] = self.output
   self:stepped()
   return self.output
end

--- Take a module as what each step runs.
-- @tparam nn.Module module
-- @treturn nn.AbstractRecurrent itself
function AbstractRecurrent:setRecurrentModule(module)
   self.recurrentModule = wants.module(self, module)
   self.modules = {module}
   self.sharedClones = {module}
   self.nSharedClone = nil
   return self
end

--- The module of a step: a clone that shares its parameters with all others.
-- @tparam int step
-- @treturn nn.Module
function AbstractRecurrent:getStepModule(step)
   if not isCount(step) then expected(self, 'the number of a step, from 1 on', step) end
   local module = self.sharedClones[step]
   if not module then
      module = self.recurrentModule:stepClone()
      self.sharedClones[step] = module
      self.nSharedClone = nil
   end
   self.nSharedClone = self.nSharedClone or history.count(self.sharedClones)
   return module
end

--- What this step runs: in training the step's own clone. It gets its row of a mask that was given.
-- @treturn nn.Module
function AbstractRecurrent:currentModule()
   if self.train ~= false then self:recycle() end
   local module = self.train == false and self.recurrentModule or self:getStepModule(self.step)
   if self.zeroMask then
      self.zeroMaskStep = self.zeroMaskStep + 1
      if self.zeroMaskStep > self.zeroMask:size(1) then
         expected(self, ('a mask of %d steps or more'):format(self.zeroMaskStep), self.zeroMask)
      end
      module:setZeroMask(self.zeroMask[self.zeroMaskStep])
   end
   return module
end

--- Go on to the next step.
function AbstractRecurrent:stepped()
   if self.train == false then
      for _, name in ipairs(self.rnn_histories) do self[name][self.step - 1] = nil end
   end
   self.gradOutputs[self.step] = nil
   self.step = self.step + 1
   self.gradPrevOutput, self.updateGradInputStep, self.accGradParametersStep = nil, nil, nil
end

--- Let the oldest clone serve the current step, if there are enough for as many steps as gradients go back.
-- @treturn nn.AbstractRecurrent itself
function AbstractRecurrent:recycle()
   local step, count = self.step, self.nSharedClone or history.count(self.sharedClones)
   if self.sharedClones[step] or count <= self.rho then return self end
   local old = self.sharedClones[step - count] and step - count or history.oldest(self.sharedClones)
   if not old then return self end
   self.sharedClones[step], self.sharedClones[old] = self.sharedClones[old], nil
   self._gradOutputs[step], self._gradOutputs[old] = self._gradOutputs[old], nil
   -- The output of that step is overwritten, so that none can be asked for it or what came before.
   for _, name in ipairs(self.rnn_histories) do self[name][old - 1], self[name][old] = nil, nil end
   return self
end

--- Begin a new sequence.
-- @tparam[opt=0] int offset steps at the beginning that have no clone
-- @treturn nn.AbstractRecurrent itself
function AbstractRecurrent:forget(offset)
   offset = offset or 0
   if offset ~= 0 and not isCount(offset) then expected(self, 'a number of steps', offset) end
   for _, name in ipairs(self.rnn_histories) do self[name] = {} end
   self.sharedClones = history.compact(self.sharedClones, offset)
   self._gradOutputs = history.compact(self._gradOutputs, 0)
   self.step = 1
   self.updateGradInputStep, self.accGradParametersStep = nil, nil
   return Container.forget(self)
end

function AbstractRecurrent:updateGradInput(input, gradOutput)
   local step = self.updateGradInputStep or self.step
   if step <= 1 then expected(self, 'a forward for each backward', ('a backward before step %d'):format(step)) end
   self.updateGradInputStep = step
   self.gradInput = sequence.step(self, step - 1, input, nil, gradOutput, self._updateGradInput, self, input,
      gradOutput)
   self.gradInputs[step - 1] = self.gradInput
   self.updateGradInputStep = step - 1
   return self.gradInput
end

function AbstractRecurrent:accGradParameters(input, gradOutput, scale)
   local step = self.accGradParametersStep or self.step
   if step <= 1 or not self.updateGradInputStep or self.updateGradInputStep >= step then
      expected(self, ('updateGradInput at step %d before accGradParameters'):format(step - 1), 'none')
   end
   self.accGradParametersStep = step
   sequence.step(self, step - 1, input, nil, gradOutput, self._accGradParameters, self, input, gradOutput,
      scale or 1)
   self.accGradParametersStep = step - 1
end

--- Say what is wrong with a step that has failed, if this module can tell; else the words of what failed do.
-- @tparam int step
-- @param input
-- @param before the state before the step, or nil
-- @param gradOutput the gradient of its output, or nil
function AbstractRecurrent:refuse(step, _, _, gradOutput)
   local output = self.outputs[step]
   if gradOutput ~= nil and torch.isTensor(output) then
      wants.same(self, ('gradOutput of step %d'):format(step), gradOutput, output)
   end
end

--- The gradient of a step's output: what comes, and what later steps have sent back. The sum stays in `_gradOutputs`.
-- @tparam int step
-- @param gradOutput what comes
-- @param later what later steps have sent back, or nil
-- @return the sum
function AbstractRecurrent:totalGradOutput(step, gradOutput, later)
   local output = self.outputs[step]
   if output == nil or step > 1 and self.outputs[step - 1] == nil then
      local what = self.train == false and 'backward in training' or ('one of the last %s steps'):format(self.rho)
      expected(self, what, ('a backward of step %d, of which nothing is remembered'):format(step))
   end
   if not torch.isTensor(gradOutput) then
      wants.nested(self, ('gradOutput of step %d'):format(step), gradOutput)
   elseif torch.isTensor(output) and gradOutput:type() ~= output:type() then
      wants.type(self, ('gradOutput of step %d'):format(step), gradOutput, output)
   end
   self._gradOutputs[step] = nn.rnn.recursiveCopy(self._gradOutputs[step], gradOutput)
   if later ~= nil then nn.rnn.recursiveAdd(self._gradOutputs[step], later) end
   return self._gradOutputs[step]
end

--- Mask samples: their outputs are 0, and the next step begins anew for them.
-- @tparam[opt] int|boolean nInputDim dimensions of a sample of the first tensor of the input, of which those are masked
-- that are 0; without it, or with a boolean, as in `nn.MaskZero`
-- @treturn nn.AbstractRecurrent itself
function AbstractRecurrent:maskZero(nInputDim)
   if type(nInputDim) ~= 'number' and self.maskzero then return self end
   self.maskzero = true
   return self:setRecurrentModule(nn.MaskZero(self.recurrentModule, nInputDim, type(nInputDim) == 'number'))
end

--- Give a mask of steps x batch for the next sequence: each step masks what its row marks.
-- @tparam torch.ByteTensor|boolean mask 1 for what is masked; false for nothing
function AbstractRecurrent:setZeroMask(mask)
   given.check(self, mask, 2)
   if mask == false then
      self.zeroMask = false
      for _, module in pairs(self.sharedClones) do module:setZeroMask(false) end
   elseif torch.isTypeOf(self.modules[1], 'nn.AbstractRecurrent') then
      self.modules[1]:setZeroMask(mask)
   else
      self.zeroMask, self.zeroMaskStep = mask, 0
   end
end

--- The same, leaving samples that are 0 out of what is computed.
-- @tparam int nInputDim dimensions of a sample of the first tensor of the input
-- @treturn nn.AbstractRecurrent itself
function AbstractRecurrent:trimZero(nInputDim)
   if not isCount(nInputDim) then expected(self, "a number of a sample's dimensions", nInputDim) end
   return self:setRecurrentModule(nn.TrimZero(self.recurrentModule, nInputDim, true))
end

--- Call a function while `modules` has the clones of all steps too.
-- @tparam function f
-- @return what it returns
function AbstractRecurrent:includingSharedClones(f)
   wants.callable(self, 'a function to call', f)
   local modules, clones = self.modules, self.sharedClones
   local all, seen = {}, {}
   for _, list in ipairs {modules, clones} do
      for _, step in ipairs(history.steps(list)) do
         if not seen[list[step]] then
            seen[list[step]] = true
            all[#all + 1] = list[step]
         end
      end
   end
   self.modules, self.sharedClones = all, nil
   local ok, result = xpcall(f, function(err) return err end)
   self.modules, self.sharedClones = modules, clones
   if not ok then error(result, 0) end
   return result
end

function AbstractRecurrent:training()
   return self:includingSharedClones(function() return Container.training(self) end)
end
function AbstractRecurrent:evaluate()
   return self:includingSharedClones(function() return Container.evaluate(self) end)
end

--- Hand a reward to the clones of all steps.
-- @tparam torch.Tensor|table reward a number for each sample; of a table, or a tensor of T×N, one of them for each step
function AbstractRecurrent:reinforce(reward)
   local rows = torch.isTensor(reward) and reward:dim() > 1
   if rows or torch.type(reward) == 'table' then
      for step = 1, rows and reward:size(1) or #reward do self:getStepModule(step):reinforce(reward[step]) end
      return
   end
   return self:includingSharedClones(function() return Container.reinforce(self, reward) end)
end

function AbstractRecurrent:clearState()
   self:forget()
   self._gradOutputs = {}
   self.zeroMask = nil
   for _, clone in pairs(self.sharedClones) do
      clone:clearState()
      fused.clear(clone)
   end
   return Container.clearState(self)
end

--- Limit how many steps gradients go back.
-- @tparam int rho
function AbstractRecurrent:maxBPTTstep(rho)
   if wants.number(self, 'a number of steps', rho) < 0 then expected(self, 'a number of steps', rho) end
   self.rho, self.seqlen = rho, rho
   return Container.maxBPTTstep(self, rho)
end

--- Give the state before the first step, which stays until another one is given.
-- @tparam[opt] torch.Tensor|table state without it, it is 0 again
function AbstractRecurrent:setStartState(state)
   if state ~= nil then wants.nested(self, 'the state before step 1', state) end
   self.startState = state
end

-- What torch/rnn saved has other fields.
function AbstractRecurrent:read(file)
   Container.read(self, file)
   self.recurrentModule, self.rho = self.recurrentModule or self.modules[1], self.rho or self.seqlen
end

function AbstractRecurrent:setOutputStep(step)
   if not isCount(step) then expected(self, 'the number of a step, from 1 on', step) end
   if self.outputs[step] == nil then expected(self, ('an output of step %s'):format(step), 'none') end
   self.output, self.gradInput = self.outputs[step], self.gradInputs[step]
end

-- A state of each class's own.
for _, name in ipairs {'getHiddenState', 'setHiddenState', 'getGradHiddenState', 'setGradHiddenState'} do
   AbstractRecurrent[name] = function(self) expected(self, 'a class with a hidden state', 'Not Implemented') end
end

for _, name in ipairs {'backwardThroughTime', 'updateGradInputThroughTime', 'accGradParametersThroughTime',
      'accUpdateGradParametersThroughTime', 'backwardUpdateThroughTime'} do
   -- A name of before 2016: says what to call instead.
   AbstractRecurrent[name] = function(self)
      expected(self, 'backward for each step', ('%s, which is DEPRECATED since Jan 8, 2016'):format(name))
   end
end

for _, name in ipairs {'recursiveResizeAs', 'recursiveSet', 'recursiveCopy', 'recursiveAdd', 'recursiveTensorEq',
      'recursiveNormal'} do
   AbstractRecurrent[name] = nn.rnn[name]
end

function AbstractRecurrent:__tostring__()
   if self.inputSize and self.outputSize then
      return ('%s(%s -> %s)'):format(torch.type(self), self.inputSize, self.outputSize)
   end
   return torch.type(self)
end

restored.fields(AbstractRecurrent, {['outputs gradInputs gradOutputs _gradOutputs'] = restored.table,
   step = restored.value(1), rho = restored.value(9999)})
