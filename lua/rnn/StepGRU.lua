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
local isCount = require 'nn.isCount'
local wants = require 'nn.wants'
local StepGRU, Module = torch.class('nn.StepGRU', 'nn.Module')

--- Make a layer.
-- @tparam int inputsize D
-- @tparam int outputsize H
function StepGRU:__init(inputsize, outputsize)
   Module.__init(self)
   for _, count in ipairs {inputsize or -1, outputsize or -1} do
      if not isCount(count) then expected(self, 'a number of inputs and outputs', count) end
   end
   self.inputsize, self.outputsize = inputsize, outputsize
   self.weight = torch.Tensor(inputsize + outputsize, 3 * outputsize)
   self.gradWeight = torch.Tensor(inputsize + outputsize, 3 * outputsize):zero()
   self.bias, self.gradBias = torch.Tensor(3 * outputsize), torch.Tensor(3 * outputsize):zero()
   self:reset()
   self.gates, self.gradGates, self.through = torch.Tensor(), torch.Tensor(), torch.Tensor()
   self.gradInput = {torch.Tensor(), torch.Tensor()}
   self.maskzero = false
end

--- Draw the weights anew; biases are 0, those of u 1.
-- @tparam[opt=1/√(D+H)] number std the standard deviation
-- @treturn nn.StepGRU itself
function StepGRU:reset(std)
   self.bias:zero():narrow(1, self.outputsize + 1, self.outputsize):fill(1)
   self.weight:normal(0, std or 1 / math.sqrt(self.outputsize + self.inputsize))
   return self
end

local function rows(self, name, value, count, size)
   wants.type(self, name, value, self.weight)
   if value:dim() ~= 2 or value:size(2) ~= size or count and value:size(1) ~= count then
      wants.otherSize(self, ('%s of size %sx%d'):format(name, count or 'N', size), value)
   end
   return value
end

local function parts(self, input)
   if torch.type(input) ~= 'table' or #input < 2 then expected(self, 'a table of x and h', input) end
   local x = rows(self, 'x', input[1], nil, self.inputsize)
   return x, rows(self, 'h', input[2], x:size(1), self.outputsize)
end

-- Weights or biases of the two gates, and of g.
local function sides(self, tensor, dim)
   local H = self.outputsize
   return tensor:narrow(dim, 1, 2 * H), tensor:narrow(dim, 2 * H + 1, H)
end
-- Weights for x, and for h: of the two gates and of g each.
local function split(self, weight)
   local D = self.inputsize
   local xGates, xCandidate = sides(self, weight:narrow(1, 1, D), 2)
   local hGates, hCandidate = sides(self, weight:narrow(1, D + 1, self.outputsize), 2)
   return xGates, hGates, xCandidate, hCandidate
end

function StepGRU:updateOutput(input)
   local x, h = parts(self, input)
   -- What r leaves of h.
   self.through = self.through or x.new()
   local xGates, hGates, xCandidate, hCandidate = split(self, self.weight)
   local biasGates, biasCandidate = sides(self, self.bias, 1)
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
   local xGates, hGates, xCandidate, hCandidate = split(self, self.weight)
   self.gradInput[2]:resizeAs(h):zero()
   compute.updateGradInput(self.gradInput[1], self.gradGates, self.gradInput[2], gradOutput, self.output, self.gates, h,
      xGates, hGates, xCandidate, hCandidate, nil)
   self.hasGradients = true
   return self.gradInput
end

function StepGRU:accGradParameters(input, gradOutput, scale)
   if not self.hasGradients then self:updateGradInput(input, gradOutput) end
   local x, h = parts(self, input)
   local xGates, hGates, xCandidate, hCandidate = split(self, self.gradWeight)
   local biasGates, biasCandidate = sides(self, self.gradBias, 1)
   compute.accGradParameters(xGates, hGates, biasGates, xCandidate, hCandidate, biasCandidate, x, h, self.output,
      self.through, self.gradGates, scale or 1)
end

StepGRU.accUpdateGradParameters = Module.sharedAccUpdateGradParameters

--- Mask samples: what was given with `setZeroMask`, else those that are 0.
-- @tparam[opt=false] boolean fromInput whether only zeros of the input count
-- @treturn nn.StepGRU itself
function StepGRU:maskZero(fromInput)
   self.maskzero, self.v2 = true, not fromInput
   return self
end
StepGRU.setZeroMask = given.set

function StepGRU:clearState()
   for _, name in ipairs {'masked', 'mask', 'ownMask', 'zeroMask', 'hasGradients'} do self[name] = nil end
   for _, tensor in ipairs {self.gates, self.gradGates, self.through, self.output, self.gradInput[1],
         self.gradInput[2]} do
      tensor:set()
   end
   return self
end

function StepGRU:type(type, cache)
   if type then self:clearState() end
   return Module.type(self, type, cache)
end

function StepGRU:__tostring__()
   return ('%s(%d -> %d)'):format(torch.type(self), self.inputsize, self.outputsize)
end
