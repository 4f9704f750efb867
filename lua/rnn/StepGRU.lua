--- A step of gated recurrent units as a module: `{x[t], h[t−1]}` to `h[t]`, by three matrix products.
--
--     r[t] = σ(W[x→r]·x[t] + W[h→r]·h[t−1] + b[r])
--     u[t] = σ(W[x→u]·x[t] + W[h→u]·h[t−1] + b[u])
--     g[t] = tanh(W[x→g]·x[t] + W[h→g]·(h[t−1] ∘ r[t]) + b[g])
--     h[t] = (1 − u[t]) ∘ g[t] + u[t] ∘ h[t−1]
--
-- Batches only: N×D and N×H. `weight` is (D+H)×3H: rows for x, then for h; columns of r, u, g, as in `nn.SeqGRU`.
--
-- @classmod nn.StepGRU
local compute = require('sconce.nn').GRU
local expected = require 'nn.expected'
local given = require 'rnn.givenMask'
local step = require 'rnn.batchStep'
local wants = require 'nn.wants'
local weights = require 'rnn.gruWeights'
local StepGRU, Module = torch.class('nn.StepGRU', 'nn.Module')

step.extend(StepGRU)

--- Make a layer.
-- @tparam int inputsize D
-- @tparam int outputsize H
function StepGRU:__init(inputsize, outputsize)
   Module.__init(self)
   for _, count in ipairs {inputsize or -1, outputsize or -1} do
      wants.count(self, 'a number of inputs and outputs', count)
   end
   self.inputsize, self.outputsize = inputsize, outputsize
   weights.make(self, inputsize, outputsize)
   self.gates, self.gradGates, self.through = torch.Tensor(), torch.Tensor(), torch.Tensor()
   self.gradInput = {torch.Tensor(), torch.Tensor()}
   self.maskzero = false
end

--- Draw the weights anew; biases are 0, those of u 1.
-- @tparam[opt=1/√(D+H)] number std the standard deviation
-- @treturn nn.StepGRU itself
function StepGRU:reset(std) return weights.draw(self, self.inputsize, self.outputsize, std) end

local function parts(self, input)
   if torch.type(input) ~= 'table' or #input < 2 then expected(self, 'a table of x and h', input) end
   local x = step.rows(self, 'x', input[1], nil, self.inputsize)
   return x, step.rows(self, 'h', input[2], x:size(1), self.outputsize)
end

function StepGRU:updateOutput(input)
   local x, h = parts(self, input)
   -- What r leaves of h.
   self.through = self.through or x.new()
   local xGates, hGates, xCandidate, hCandidate = weights.split(self.weight, self.inputsize, self.outputsize)
   local biasGates, biasCandidate = weights.parts(self.bias, 1, self.outputsize)
   compute.updateOutput(self.output, self.gates, self.through, x, h, xGates, hGates, biasGates, xCandidate, hCandidate,
      biasCandidate, nil)
   self.mask = self.maskzero and given.of(self, x) or nil
   if self.mask then nn.utils.recursiveZeroMask({self.output, self.gates}, self.mask) end
   self.hasGradients = false
   return self.output
end

function StepGRU:updateGradInput(input, gradOutput)
   self.gradGates = self.gradGates or self.weight.new()  -- which one that torch/rnn saved lacks
   local _, h = parts(self, input)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   if self.mask then
      self.masked = nn.utils.recursiveZeroMask(nn.utils.recursiveCopy(self.masked, gradOutput), self.mask)
      gradOutput = self.masked
   end
   local xGates, hGates, xCandidate, hCandidate = weights.split(self.weight, self.inputsize, self.outputsize)
   self.gradInput[2]:resizeAs(h):zero()
   compute.updateGradInput(self.gradInput[1], self.gradGates, self.gradInput[2], gradOutput, self.output, self.gates, h,
      xGates, hGates, xCandidate, hCandidate, nil)
   self.hasGradients = true
   return self.gradInput
end

function StepGRU:accGradParameters(input, gradOutput, scale)
   if not self.hasGradients then self:updateGradInput(input, gradOutput) end
   local x, h = parts(self, input)
   local xGates, hGates, xCandidate, hCandidate = weights.split(self.gradWeight, self.inputsize, self.outputsize)
   local biasGates, biasCandidate = weights.parts(self.gradBias, 1, self.outputsize)
   compute.accGradParameters(xGates, hGates, biasGates, xCandidate, hCandidate, biasCandidate, x, h, self.output,
      self.through, self.gradGates, scale or 1)
end

StepGRU.accUpdateGradParameters = Module.sharedAccUpdateGradParameters

function StepGRU:clearState()
   for _, name in ipairs {'masked', 'mask', 'ownMask', 'zeroMask', 'hasGradients'} do self[name] = nil end
   for _, tensor in ipairs {self.gates, self.gradGates, self.through, self.output, self.gradInput[1],
         self.gradInput[2]} do
      tensor:set()
   end
   return self
end

function StepGRU:__tostring__()
   return ('%s(%d -> %d)'):format(torch.type(self), self.inputsize, self.outputsize)
end
