--- Gated recurrent units.
--
--     z[t] = σ(W[x→z]·x[t] + W[s→z]·s[t−1] + b[z])
--     r[t] = σ(W[x→r]·x[t] + W[s→r]·s[t−1] + b[r])
--     h[t] = tanh(W[x→h]·x[t] + W[s→h]·(s[t−1] ∘ r[t]) + b[h])
--     s[t] = (1 − z[t]) ∘ h[t] + z[t] ∘ s[t−1]
--
-- A step takes K numbers or a batch of N×K, and gives M or N×M. The rows of `i2g` and `o2g` are those of r, then of z.
-- (Cho et al., 2014, arXiv:1406.1078.)
--
-- @classmod nn.GRU
local expected = require 'nn.expected'
local gates = require 'rnn.gates'
local restored = require 'nn.restored'
local states = require 'rnn.states'
local wants = require 'nn.wants'
local GRU, AbstractRecurrent = torch.class('nn.GRU', 'nn.AbstractRecurrent')

--- Make one.
-- @tparam int inputSize K
-- @tparam int outputSize M
-- @tparam[opt=9999] int rho how many steps gradients go back
-- @tparam[opt=0] number p the probability with which numbers within are dropped
-- @tparam[opt=false] boolean mono whether all samples of a batch are dropped alike
function GRU:__init(inputSize, outputSize, rho, p, mono)
   AbstractRecurrent.__init(self, rho or 9999)
   wants.count(self, 'a number of inputs', inputSize)
   wants.count(self, 'a number of outputs', outputSize)
   self.p = wants.number(self, 'a probability', p or 0)
   self.mono = mono or false
   self.inputSize, self.outputSize = inputSize, outputSize
   self:setRecurrentModule(self:buildModel())
   self.zeroTensor = torch.Tensor()
   self.cells, self.gradCells = {}, {}
end

--- The module of a step: `{x[t], s[t−1]}` to `s[t]`.
function GRU:buildModel()
   local p, mono, inputs, outputs = self.p, self.mono, self.inputSize, self.outputSize
   self.i2g = gates.linear('Linear', inputs, outputs, 2, p, mono)
   self.o2g = gates.linear('LinearNoBias', outputs, outputs, 2, p, mono)
   local both = nn.Sequential()
      :add(nn.ParallelTable():add(self.i2g):add(self.o2g))
      :add(nn.CAddTable())
      :add(nn.Reshape(2, outputs))
      :add(nn.SplitTable(1, 2))
      :add(nn.ParallelTable():add(nn.Sigmoid()):add(nn.Sigmoid()))

   local fromInput = gates.dropped(nn.Sequential():add(nn.SelectTable(1)), p, mono)
      :add(nn.Linear(inputs, outputs))
   local fromState = gates.dropped(nn.Sequential():add(nn.NarrowTable(2, 2)):add(nn.CMulTable()), p, mono)
      :add(nn.LinearNoBias(outputs, outputs))
   local candidate = nn.Sequential()
      :add(nn.ConcatTable():add(fromInput):add(fromState))
      :add(nn.CAddTable())
      :add(nn.Tanh())

   -- {x, s, r, z, s} in the end: s·z is the product of the last two.
   local rest = nn.Sequential():add(nn.SelectTable(4)):add(nn.SAdd(-1, true))
   local new = nn.Sequential():add(nn.ConcatTable():add(candidate):add(rest)):add(nn.CMulTable())
   local kept = nn.Sequential():add(nn.NarrowTable(4, 2)):add(nn.CMulTable())
   return nn.Sequential()
      :add(nn.ConcatTable():add(nn.Identity()):add(both))
      :add(nn.FlattenTable())
      :add(nn.ConcatTable():add(nn.NarrowTable(1, 4)):add(nn.SelectTable(2)))
      :add(nn.FlattenTable())
      :add(nn.Sequential():add(nn.ConcatTable():add(new):add(kept)):add(nn.CAddTable()))
end

states.isOutput(GRU)
GRU.refuse = states.refuse

-- The state that a step begins with.
-- @tparam int step
-- @param[opt] input of that step, whose batch the state has if it is 0
function GRU:stateBefore(step, input)
   local state = self.outputs[step - 1]
   if state == nil and step == 1 then state = self.userPrevOutput or states.zeros(self, input) end
   return state
end

-- Which parameter of a unit without dropout each of one with dropout comes from, and which half of its rows.
local origins = {{1, 1}, {2, 1}, {1, 2}, {2, 2}, {3, 1}, {3, 2}, {4}, {5}, {6}}

--- Take the parameters of a unit that was trained without dropout, where those of r and z lie in one matrix.
--
-- @tparam {torch.Tensor,...} params the six tensors that `parameters` of such a unit returns
function GRU:migrate(params)
   if self.p == 0 then expected(self, 'a unit with dropout (there is only support for BGRUs.)', 'p = 0') end
   if torch.type(params) ~= 'table' or #params ~= 6 then
      local got = torch.type(params) == 'table' and #params or params
      expected(self, '6 parameters (# of source params should be 6.)', got)
   end
   local sources = {}
   for i, own in ipairs((self:parameters())) do
      local from, half = table.unpack(origins[i])
      local source, rows = wants.tensor(self, ('parameter %d'):format(from), params[from]), own:size(1)
      local size = own:size()
      if half then size[1] = 2 * rows end
      if not source:isSize(size) then
         wants.otherSize(self, ('parameter %d of size %s'):format(from, table.concat(size:totable(), 'x')), source)
      end
      sources[i] = half and source:narrow(1, (half - 1) * rows + 1, rows) or source
   end
   for i, own in ipairs((self:parameters())) do own:copy(sources[i]) end
end

function GRU:__tostring__()
   return ('%s(%s -> %s, %.2f)'):format(torch.type(self), self.inputSize, self.outputSize, self.p)
end

restored.fields(GRU, {zeroTensor = restored.tensor})
