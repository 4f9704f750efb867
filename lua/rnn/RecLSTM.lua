--- Long short-term memory that steps through a sequence: each step is an `nn.StepLSTM`.
--
-- A step takes a batch of N×D and gives N×R. `outputs` and `cells` have h and c of each step; `setStartState {h, c}`
-- gives those before the first, `setStartState()` makes them 0 again.
--
--     nn.Sequencer(nn.RecLSTM(10, 20)):forward(torch.randn(7, 4, 10))      -- 7×4×20
--
-- @classmod nn.RecLSTM
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local sequence = require 'rnn.sequence'
local started = require 'rnn.startState'
local RecLSTM, AbstractRecurrent = torch.class('nn.RecLSTM', 'nn.AbstractRecurrent')

RecLSTM.rnn_histories = {'outputs', 'gradInputs', 'gradOutputs', 'cells', 'gradCells'}
started.extend(RecLSTM)

--- Make one.
-- @tparam int inputsize D
-- @tparam int hiddensize H
-- @tparam[opt=hiddensize] int outputsize R; if it is given h is projected
function RecLSTM:__init(inputsize, hiddensize, outputsize)
   AbstractRecurrent.__init(self)
   self.cells, self.gradCells = {}, {}
   local step = nn.StepLSTM(inputsize, hiddensize, outputsize)
   self:setRecurrentModule(step)
   self.inputsize, self.hiddensize, self.outputsize = step.inputsize, step.hiddensize, step.outputsize
   self.zeroOutput, self.zeroCell = torch.Tensor(), torch.Tensor()
end

-- h and c that a step begins with.
local function before(self, step, input)
   local h, c = self.outputs[step - 1], self.cells[step - 1]
   if step > 1 then return h, c end
   local start = self.startState or {}
   h = h or start[1] or started.zeros(self.zeroOutput, input, self.outputsize)
   c = c or start[2] or started.zeros(self.zeroCell, input, self.hiddensize)
   return h, c
end

function RecLSTM:updateOutput(input)
   started.check(self, input, self.inputsize)
   local h, c = before(self, self.step, input)
   started.batch(self, input, h)
   local step, module = self.step, self:currentModule()
   local result = sequence.step(self, step, input, nil, nil, module.updateOutput, module, {input, h, c})
   self.output, self.cell = result[1], result[2]
   self.outputs[step], self.cells[step] = self.output, self.cell
   self.gradCells[step] = nil
   self:stepped()
   return self.output
end

-- The gradients of h and c of a step. Nothing comes back into c of the last one.
local function gradients(self, step, gradOutput, input)
   return {gradOutput, self.gradCells[step] or started.zeros(self.zeroCell, input, self.hiddensize)}
end

function RecLSTM:_updateGradInput(input, gradOutput)
   local step = self.updateGradInputStep - 1
   local total = self:totalGradOutput(step, gradOutput, self.gradOutputs[step])
   local result = self:getStepModule(step):updateGradInput({input, before(self, step, input)},
      gradients(self, step, total, input))
   self.gradOutputs[step - 1], self.gradCells[step - 1] = result[2], result[3]
   return result[1]
end

function RecLSTM:_accGradParameters(input, _, scale)
   local step = self.accGradParametersStep - 1
   self:getStepModule(step):accGradParameters({input, before(self, step, input)},
      gradients(self, step, self._gradOutputs[step], input), scale)
end

function RecLSTM:getHiddenState(step, input)
   step = started.step(self, step)
   if step == 0 then return {before(self, 1, input)} end
   return {self.outputs[step], self.cells[step]}
end

local function checkPair(self, step, state)
   if torch.type(state) ~= 'table' or not torch.isTensor(state[1]) or not torch.isTensor(state[2]) then
      expected(self, ('a table of output and cell as the state of step %s'):format(step), state)
   end
   return state[1], state[2]
end

function RecLSTM:setStartState(state)
   if state ~= nil then checkPair(self, 0, state) end
   self.startState = state
end

function RecLSTM:setHiddenState(step, state)
   step = started.step(self, step)
   local h, c = checkPair(self, step, state)
   if step == 0 then return self:setStartState(state) end
   self.outputs[step], self.cells[step] = h, c
end

function RecLSTM:getGradHiddenState(step, input)
   step = started.gradStep(self, step)
   local h, c = self.gradOutputs[step], self.gradCells[step]
   if step == self.step - 1 then
      h = h or started.zeros(self.zeroOutput, input, self.outputsize)
      c = c or started.zeros(self.zeroCell, input, self.hiddensize)
   end
   return {h, c}
end

function RecLSTM:setGradHiddenState(step, state)
   step = started.gradStep(self, step)
   self.gradOutputs[step], self.gradCells[step] = checkPair(self, step, state)
end

function RecLSTM:clearState()
   self.startState, self.cell = nil, nil
   self.zeroOutput:set()
   self.zeroCell:set()
   return AbstractRecurrent.clearState(self)
end

function RecLSTM:__tostring__()
   local middle = self.modules[1].weightO and ('%d -> '):format(self.hiddensize) or ''
   return ('%s(%d -> %s%d)'):format(torch.type(self), self.inputsize, middle, self.outputsize)
end

restored.fields(RecLSTM, {['cells gradCells'] = restored.table, ['zeroOutput zeroCell'] = restored.tensor,
   inputsize = function(self) return self.modules[1].inputsize end})
