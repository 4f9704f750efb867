--- Long short-term memory without peepholes, all gates by one matrix.
--
--     i[t] = σ(W[x→i]·x[t] + W[h→i]·h[t−1] + b[i])
--     z[t] = tanh(W[x→z]·x[t] + W[h→z]·h[t−1] + b[z])
--     f[t] = σ(W[x→f]·x[t] + W[h→f]·h[t−1] + b[f])
--     o[t] = σ(W[x→o]·x[t] + W[h→o]·h[t−1] + b[o])
--     c[t] = f[t] ∘ c[t−1] + i[t] ∘ z[t]
--     h[t] = o[t] ∘ tanh(c[t])
--
-- The rows of `i2g` and `o2g` are those of i, z, f, o, in this order. With `nn.FastLSTM.bn = true` new ones normalize
-- over the batch what x and h bring, and c. (Cooijmans et al., 2016, arXiv:1603.09025.)
--
-- @classmod nn.FastLSTM
local gates = require 'rnn.gates'
local FastLSTM, LSTM = torch.class('nn.FastLSTM', 'nn.LSTM')

--- Whether new ones are built with `nngraph`.
FastLSTM.usenngraph = false
--- Whether new ones normalize over the batch.
FastLSTM.bn = false

--- Make one.
-- @tparam int inputSize K
-- @tparam[opt=inputSize] int outputSize M
-- @tparam[opt=9999] int rho how many steps gradients go back
-- @tparam[opt=0.1] number eps what normalization adds to variances
-- @tparam[opt=0.1] number momentum how fast its running means follow
-- @tparam[opt=true] boolean affine whether it has weights and biases
-- @tparam[opt=0] number p the probability with which numbers within are dropped
-- @tparam[opt=false] boolean mono whether all samples of a batch are dropped alike
function FastLSTM:__init(inputSize, outputSize, rho, eps, momentum, affine, p, mono)
   self.eps = eps or self.bn and 0.1 or nil
   self.momentum = momentum or self.bn and 0.1 or nil
   self.affine = affine == nil and true or affine
   LSTM.__init(self, inputSize, outputSize, rho, nil, p, mono)
end

-- With weights of 0.1, so that gradients do not vanish.
local function normalization(self, size)
   local layer = nn.BatchNormalization(size, self.eps, self.momentum, self.affine)
   if self.affine then
      layer.weight:fill(0.1)
      layer.bias:zero()
   end
   return layer
end

function FastLSTM:buildModel()
   local inputs, outputs, p, mono = self.inputSize, self.outputSize, self.p, self.mono
   self.i2g = gates.linear('Linear', inputs, outputs, 4, p, mono)
   self.o2g = gates.linear('LinearNoBias', outputs, outputs, 4, p, mono)
   if self.usenngraph or self.bn then return self:nngraphModel() end

   local all = nn.Sequential()
      :add(nn.NarrowTable(1, 2))
      :add(nn.ParallelTable():add(self.i2g):add(self.o2g))
      :add(nn.CAddTable())
      :add(nn.Reshape(4, outputs))
      :add(nn.SplitTable(1, 2))
      :add(nn.ParallelTable():add(nn.Sigmoid()):add(nn.Tanh()):add(nn.Sigmoid()):add(nn.Sigmoid()))
   -- {i, z, f, o, c}
   local new = nn.Sequential():add(nn.NarrowTable(1, 2)):add(nn.CMulTable())
   local kept = nn.Sequential():add(nn.ConcatTable():add(nn.SelectTable(3)):add(nn.SelectTable(5))):add(nn.CMulTable())
   local cell = nn.Sequential():add(nn.ConcatTable():add(new):add(kept)):add(nn.CAddTable())
   -- {c, o}
   local squashed = nn.Sequential():add(nn.SelectTable(1)):add(nn.Tanh())
   local output = nn.Sequential():add(nn.ConcatTable():add(squashed):add(nn.SelectTable(2))):add(nn.CMulTable())
   return nn.Sequential()
      :add(nn.ConcatTable():add(all):add(nn.SelectTable(3)))
      :add(nn.FlattenTable())
      :add(nn.ConcatTable():add(cell):add(nn.SelectTable(4)))
      :add(nn.FlattenTable())
      :add(nn.ConcatTable():add(output):add(nn.SelectTable(1)))
end

--- The same as a graph, and with normalization.
function FastLSTM:nngraphModel()
   require 'nngraph'
   local x, h, c = nn.Identity()(), nn.Identity()(), nn.Identity()()
   local fromInput, fromState = self.i2g(x), self.o2g(h)
   if self.bn then
      fromInput = normalization(self, 4 * self.outputSize)(fromInput)
      fromState = normalization(self, 4 * self.outputSize)(fromState)
   end
   local sum = nn.CAddTable() {fromInput, fromState}
   if self.bn then sum = nn.Add(4 * self.outputSize)(sum) end
   local parts = nn.Reshape(4, self.outputSize)(sum)
   local i, z, f, o = nn.SplitTable(1, 2)(parts):split(4)
   local new = nn.CMulTable() {nn.Sigmoid()(i), nn.Tanh()(z)}
   local kept = nn.CMulTable() {nn.Sigmoid()(f), c}
   local cell = nn.CAddTable() {kept, new}
   local seen = self.bn and normalization(self, self.outputSize)(cell) or cell
   local output = nn.CMulTable() {nn.Sigmoid()(o), nn.Tanh()(seen)}
   return nn.gModule({x, h, c}, {output, cell})
end

-- Gates are not built one by one here.
for _, name in ipairs {'buildGate', 'buildInputGate', 'buildForgetGate', 'buildHidden', 'buildCell',
      'buildOutputGate'} do
   FastLSTM[name] = function() error(name .. ': nn.FastLSTM builds all gates at once', 2) end
end
