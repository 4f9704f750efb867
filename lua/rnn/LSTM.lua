--- Long short-term memory with peepholes.
--
--     i[t] = σ(W[x→i]·x[t] + W[h→i]·h[t−1] + w[c→i] ∘ c[t−1] + b[i])
--     f[t] = σ(W[x→f]·x[t] + W[h→f]·h[t−1] + w[c→f] ∘ c[t−1] + b[f])
--     z[t] = tanh(W[x→z]·x[t] + W[h→z]·h[t−1] + b[z])
--     c[t] = f[t] ∘ c[t−1] + i[t] ∘ z[t]
--     o[t] = σ(W[x→o]·x[t] + W[h→o]·h[t−1] + w[c→o] ∘ c[t] + b[o])
--     h[t] = o[t] ∘ tanh(c[t])
--
-- A step takes K numbers or a batch of N×K, and gives M or N×M. `outputs` and `cells` have h and c of each step;
-- `userPrevOutput` and `userPrevCell`, if a script sets them, are those before the first.
-- (Hochreiter, Schmidhuber, 1997; Graves, Mohamed, Hinton, 2013, arXiv:1303.5778.)
--
-- @classmod nn.LSTM
local expected = require 'nn.expected'
local fused = require 'rnn.fused'
local restored = require 'nn.restored'
local sequence = require 'rnn.sequence'
local states = require 'rnn.states'
local wants = require 'nn.wants'
local LSTM, AbstractRecurrent = torch.class('nn.LSTM', 'nn.AbstractRecurrent')

LSTM.rnn_histories = {'outputs', 'gradInputs', 'gradOutputs', 'cells', 'gradCells'}

--- Make one.
-- @tparam int inputSize K
-- @tparam[opt=inputSize] int outputSize M
-- @tparam[opt=9999] int rho how many steps gradients go back
-- @tparam[opt=true] boolean cell2gate whether there are peepholes
-- @tparam[opt=0] number p the probability with which numbers within are dropped
-- @tparam[opt=false] boolean mono whether all samples of a batch are dropped alike
function LSTM:__init(inputSize, outputSize, rho, cell2gate, p, mono)
   AbstractRecurrent.__init(self, rho or 9999)
   self.cells, self.gradCells = {}, {}
   wants.count(self, 'a number of inputs', inputSize)
   self.inputSize, self.outputSize = inputSize, outputSize or inputSize
   wants.count(self, 'a number of outputs', self.outputSize)
   self.cell2gate = cell2gate ~= false
   self.p = wants.number(self, 'a probability', p or 0)
   self.mono = mono or false
   self:setRecurrentModule(self:buildModel())
   self.zeroTensor = torch.Tensor()
end

-- What x and h, and c if there are peepholes, bring to a gate.
local function sum(self, peephole)
   local x = nn.Sequential():add(nn.Dropout(self.p, false, false, true, self.mono))
   local h = nn.Sequential():add(nn.Dropout(self.p, false, false, true, self.mono))
   x:add(nn.Linear(self.inputSize, self.outputSize))
   h:add(nn.LinearNoBias(self.outputSize, self.outputSize))
   local parts = nn.ParallelTable():add(x):add(h)
   if peephole then parts:add(nn.CMul(self.outputSize)) end
   local net = nn.Sequential()
   if not peephole then net:add(nn.NarrowTable(1, 2)) end
   return net:add(parts):add(nn.CAddTable())
end

--- A gate: `{x, h, c}` to numbers in (0, 1).
function LSTM:buildGate() return sum(self, self.cell2gate):add(nn.Sigmoid()) end
--- The input gate i.
function LSTM:buildInputGate()
   self.inputGate = self:buildGate()
   return self.inputGate
end
--- The forget gate f.
function LSTM:buildForgetGate()
   self.forgetGate = self:buildGate()
   return self.forgetGate
end
--- The candidate z.
function LSTM:buildHidden()
   self.hiddenLayer = sum(self, false):add(nn.Tanh())
   return self.hiddenLayer
end
--- The cell: `{x, h, c}` to the new c.
function LSTM:buildCell()
   self:buildInputGate()
   self:buildForgetGate()
   self:buildHidden()
   local kept = nn.Sequential():add(nn.ConcatTable():add(self.forgetGate):add(nn.SelectTable(3))):add(nn.CMulTable())
   local new = nn.Sequential():add(nn.ConcatTable():add(self.inputGate):add(self.hiddenLayer)):add(nn.CMulTable())
   self.cellLayer = nn.Sequential():add(nn.ConcatTable():add(kept):add(new)):add(nn.CAddTable())
   return self.cellLayer
end
--- The output gate o.
function LSTM:buildOutputGate()
   self.outputGate = self:buildGate()
   return self.outputGate
end
--- The module of a step: `{x[t], h[t−1], c[t−1]}` to `{h[t], c[t]}`.
function LSTM:buildModel()
   self:buildCell()
   self:buildOutputGate()
   local squashed = nn.Sequential():add(nn.SelectTable(3)):add(nn.Tanh())
   local output = nn.Sequential():add(nn.ConcatTable():add(self.outputGate):add(squashed)):add(nn.CMulTable())
   return nn.Sequential()
      :add(nn.ConcatTable():add(nn.NarrowTable(1, 2)):add(self.cellLayer))
      :add(nn.FlattenTable())
      :add(nn.ConcatTable():add(output):add(nn.SelectTable(3)))
end

-- h and c that a step begins with.
local function before(self, step, input)
   local h, c = self.outputs[step - 1], self.cells[step - 1]
   if step == 1 then
      h = h or self.userPrevOutput or states.zeros(self, input)
      c = c or self.userPrevCell or states.zeros(self, input)
   end
   return h, c
end

function LSTM:updateOutput(input)
   local h, c = before(self, self.step, input)
   states.check(self, input, h)
   local step = self.step
   local given = {input, h, c}
   local result = sequence.step(self, step, input, given, nil, fused.updateOutput, self:currentModule(), given,
      step == 1)
   self.output, self.cell = result[1], result[2]
   self.outputs[step], self.cells[step] = self.output, self.cell
   self.gradCells[step] = nil
   self:stepped()
   return self.output
end

LSTM.refuse = states.refuse

-- The gradients of h and c of a step. Nothing comes back into c of the last one.
local function gradients(self, step, gradOutput, input)
   return {gradOutput, self.gradCells[step] or states.zeros(self, input)}
end

function LSTM:_updateGradInput(input, gradOutput)
   local step = self.updateGradInputStep - 1
   local total = self:totalGradOutput(step, gradOutput, self.gradOutputs[step])
   local given = {input, before(self, step, input)}
   local result = fused.updateGradInput(self:getStepModule(step), given, gradients(self, step, total, input))
   self.gradOutputs[step - 1], self.gradCells[step - 1] = result[2], result[3]
   return result[1]
end

function LSTM:_accGradParameters(input, _, scale)
   local step = self.accGradParametersStep - 1
   local given = {input, before(self, step, input)}
   local gradient = gradients(self, step, self._gradOutputs[step], input)
   fused.accGradParameters(self:getStepModule(step), given, gradient, scale)
end

-- Where a state is to lie, and that it is a pair.
local function checkPair(self, step, state)
   step = states.step(self, step)
   if torch.type(state) ~= 'table' or not torch.isTensor(state[1]) or not torch.isTensor(state[2]) then
      expected(self, ('a table of output and cell as the state of step %d'):format(step), state)
   end
   return step
end

function LSTM:getHiddenState(step, input)
   step = states.step(self, step)
   if step == 0 then return {before(self, 1, input)} end
   return {self.outputs[step], self.cells[step]}
end

function LSTM:setHiddenState(step, state)
   step = checkPair(self, step, state)
   self.outputs[step], self.cells[step] = state[1], state[2]
end

function LSTM:getGradHiddenState(step)
   step = states.step(self, step)
   return {self.gradOutputs[step], self.gradCells[step]}
end

function LSTM:setGradHiddenState(step, state)
   step = checkPair(self, step, state)
   self.gradOutputs[step], self.gradCells[step] = state[1], state[2]
end

function LSTM:__tostring__()
   return ('%s(%s -> %s)'):format(torch.type(self), self.inputSize, self.outputSize)
end

restored.fields(LSTM, {['cells gradCells'] = restored.table, zeroTensor = restored.tensor})
