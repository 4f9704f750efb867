--- A step of long short-term memory as a module: `{x[t], h[t−1], c[t−1]}` to `{h[t], c[t]}`, by two matrix products.
--
--     i[t] = σ(W[x→i]·x[t] + W[h→i]·h[t−1] + b[i])
--     f[t] = σ(W[x→f]·x[t] + W[h→f]·h[t−1] + b[f])
--     o[t] = σ(W[x→o]·x[t] + W[h→o]·h[t−1] + b[o])
--     g[t] = tanh(W[x→g]·x[t] + W[h→g]·h[t−1] + b[g])
--     c[t] = f[t] ∘ c[t−1] + i[t] ∘ g[t]
--     h[t] = o[t] ∘ tanh(c[t])
--
-- Batches only: N×D, N×R and N×H. `weight` is (D+R)×4H: rows for x, then for h; columns of i, f, o, g, in this order,
-- as in `nn.SeqLSTM`. With an output size R of its own h is projected by `weightO`, H×R, as in `nn.SeqLSTMP`.
--
-- @classmod nn.StepLSTM
local compute = require('sconce.nn').LSTM
local expected = require 'nn.expected'
local given = require 'rnn.givenMask'
local step = require 'rnn.batchStep'
local wants = require 'nn.wants'
local weights = require 'rnn.lstmWeights'
local StepLSTM, Module = torch.class('nn.StepLSTM', 'nn.Module')

step.extend(StepLSTM)
weights.extend(StepLSTM)

--- Make a layer.
-- @tparam int inputsize D
-- @tparam int hiddensize H
-- @tparam[opt=hiddensize] int outputsize R; if it is given h is projected
function StepLSTM:__init(inputsize, hiddensize, outputsize)
   Module.__init(self)
   for _, count in ipairs {inputsize or -1, hiddensize or -1, outputsize} do
      wants.count(self, 'a number of inputs and outputs', count)
   end
   weights.make(self, inputsize, hiddensize, outputsize)
   self.gates, self.gradGates = torch.Tensor(), torch.Tensor()
   self.output = {torch.Tensor(), torch.Tensor()}
   self.gradInput = {torch.Tensor(), torch.Tensor(), torch.Tensor()}
   self.maskzero = false
end

local function parts(self, input)
   if torch.type(input) ~= 'table' or #input < 3 then expected(self, 'a table of x, h and c', input) end
   local x = step.rows(self, 'x', input[1], nil, self.inputsize)
   local N = x:size(1)
   return x, step.rows(self, 'h', input[2], N, self.outputsize), step.rows(self, 'c', input[3], N, self.hiddensize)
end

-- The product with `weightO` needs h, and the gradients of what became of it.
local function make(self)
   self.gradGates = self.gradGates or self.weight.new()  -- which one that torch/rnn saved lacks
   if not self.weightO then return end
   self.hidden = self.hidden or self.weight.new()
   self.gradProjected = self.gradProjected or self.weight.new()
end

function StepLSTM:updateOutput(input)
   local x, h, c = parts(self, input)
   local output, cell = self.output[1], self.output[2]
   local Wx, Wh = weights.split(self.weight, self.inputsize, self.outputsize)
   make(self)
   compute.updateOutput(output, self.gates, cell, self.hidden, x, h, c, Wx, Wh, self.bias, self.weightO, 'ifog', nil)
   self.mask = self.maskzero and given.of(self, x) or nil
   if self.mask then nn.utils.recursiveZeroMask({output, cell, self.gates}, self.mask) end
   self.hasGradients = false
   return self.output
end

function StepLSTM:updateGradInput(input, gradOutput)
   local _, h, c = parts(self, input)
   if torch.type(gradOutput) ~= 'table' or #gradOutput < 2 then expected(self, 'gradients of h and c', gradOutput) end
   local gradH = wants.same(self, 'gradient of h', gradOutput[1], self.output[1])
   local gradC = wants.same(self, 'gradient of c', gradOutput[2], self.output[2])
   if self.mask then
      self.masked = nn.utils.recursiveCopy(self.masked, {gradH, gradC})
      nn.utils.recursiveZeroMask(self.masked, self.mask)
      gradH, gradC = self.masked[1], self.masked[2]
   end
   make(self)
   local gradInput = self.gradInput
   gradInput[2]:resizeAs(h):zero()
   gradInput[3]:resizeAs(c):copy(gradC)
   local Wx, Wh = weights.split(self.weight, self.inputsize, self.outputsize)
   compute.updateGradInput(gradInput[1], self.gradGates, gradInput[2], gradInput[3], self.gradProjected, gradH,
      self.gates, self.output[2], c, Wx, Wh, self.weightO, 'ifog', nil)
   self.hasGradients = true
   return gradInput
end

function StepLSTM:accGradParameters(input, gradOutput, scale)
   if not self.hasGradients then self:updateGradInput(input, gradOutput) end
   local x, h = parts(self, input)
   local gradX, gradH = weights.split(self.gradWeight, self.inputsize, self.outputsize)
   compute.accGradParameters(gradX, gradH, self.gradBias, self.gradWeightO, x, h, self.output[1], self.hidden,
      self.gradGates, self.gradProjected, 'ifog', scale or 1)
end

local temporary = {'hidden', 'gradProjected', 'masked', 'mask', 'ownMask', 'zeroMask', 'hasGradients'}

function StepLSTM:clearState()
   for _, name in ipairs(temporary) do self[name] = nil end
   self.gates:set()
   self.gradGates:set()
   for _, tensor in ipairs(self.output) do tensor:set() end
   for _, tensor in ipairs(self.gradInput) do tensor:set() end
   return self
end

function StepLSTM:__tostring__()
   local middle = self.weightO and ('%d -> '):format(self.hiddensize) or ''
   return ('%s(%d -> %s%d)'):format(torch.type(self), self.inputsize, middle, self.outputsize)
end
