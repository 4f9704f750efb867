--- Gated recurrent units for whole sequences: what `nn.Sequencer(nn.GRU(D, H))` computes, in fewer steps.
--
--     r[t] = σ(W[x→r]·x[t] + W[h→r]·h[t−1] + b[r])
--     u[t] = σ(W[x→u]·x[t] + W[h→u]·h[t−1] + b[u])
--     g[t] = tanh(W[x→g]·x[t] + W[h→g]·(h[t−1] ∘ r[t]) + b[g])
--     h[t] = (1 − u[t]) ∘ g[t] + u[t] ∘ h[t−1]
--
-- The input is T×N×D, the output T×N×H (N×T×… with `batchfirst = true`); `{h0, x}` has a state before the first step.
-- `weight` is (D+H)×3H: rows for x, then for h; columns of r, u, g. `maskzero` is as in `nn.SeqLSTM`.
--
-- @classmod nn.SeqGRU
local compute = require('sconce.nn').GRU
local restored = require 'nn.restored'
local weights = require 'rnn.gruWeights'
local whole = require 'rnn.wholeSequence'
local SeqGRU, Module = torch.class('nn.SeqGRU', 'nn.Module')

whole.extend(SeqGRU)
local buffers = {'gates', 'buffer1', 'buffer2', 'buffer3', 'grad_a_buffer', 'h0', 'grad_h0', '_output', '_grad_x'}

--- Make a layer.
-- @tparam int inputSize D
-- @tparam int outputSize H
function SeqGRU:__init(inputSize, outputSize)
   Module.__init(self)
   whole.counts(self, inputSize, outputSize or -1)
   self.inputSize, self.outputSize = inputSize, outputSize
   self.inputsize, self.outputsize = inputSize, outputSize  -- torch/rnn's names
   self.seqLength, self.miniBatch = 1, 1
   weights.make(self, inputSize, outputSize)
   for _, name in ipairs(buffers) do self[name] = torch.Tensor() end
   self.grad_x = torch.Tensor()
   self.gradInput = {self.grad_h0, self.grad_x}
   self.batchfirst, self.maskzero = false, false
   self._remember = 'neither'
end

--- Draw the weights anew; biases are 0, those of u 1.
-- @tparam[opt=1/√(D+H)] number std the standard deviation
-- @treturn nn.SeqGRU itself
function SeqGRU:reset(std) return weights.draw(self, self.inputSize, self.outputSize, std) end

function SeqGRU:updateOutput(input)
   local x, given = whole.parts(self, input, 1, self.inputSize)
   local T, N, H = x:size(1), x:size(2), self.outputSize
   whole.make(self, buffers)
   self.seqLength, self.miniBatch = T, N
   local last = self:hasMemory() and self.last or nil
   local h = whole.before(self, 'h0', N, H, given[1], self.userPrevOutput, last)
   local xGates, hGates, xCandidate, hCandidate = weights.split(self.weight, self.inputSize, self.outputSize)
   local biasGates, biasCandidate = weights.parts(self.bias, 1, self.outputSize)
   local outputs = self._output
   compute.updateOutput(outputs, self.gates, self.buffer1, x, h, xGates, hGates, biasGates, xCandidate, hCandidate,
      biasCandidate, whole.kept(self, x))
   self.last = outputs[T]
   self.userPrevOutput = nil
   self.hasGradients = false
   self.output = self.batchfirst and outputs:transpose(1, 2) or outputs
   return self.output
end

--- The gradients of everything but the parameters; those of the gates stay in `grad_a_buffer`, for all steps.
-- @tparam torch.Tensor|table input
-- @tparam torch.Tensor gradOutput
function SeqGRU:gradients(input, gradOutput)
   local x, given = whole.parts(self, input, 1, self.inputSize)
   gradOutput = whole.gradient(self, x, gradOutput, self._output)
   local dh = whole.after(self, 'grad_h0', x:size(2), self.outputSize, self.gradPrevOutput)
   local xGates, hGates, xCandidate, hCandidate = weights.split(self.weight, self.inputSize, self.outputSize)
   compute.updateGradInput(self._grad_x, self.grad_a_buffer, dh, gradOutput, self._output, self.gates, self.h0, xGates,
      hGates, xCandidate, hCandidate, self.maskzero and self.stepMask or nil)
   self.gradPrevOutput = nil
   self.userGradPrevOutput = dh
   self.grad_x = self.batchfirst and self._grad_x:transpose(1, 2) or self._grad_x
   self.hasGradients = true
   self.gradInput = #given == 0 and self.grad_x or {dh, self.grad_x}
   return self.gradInput
end

function SeqGRU:accGradParameters(input, gradOutput, scale)
   if not self.hasGradients then self:gradients(input, gradOutput) end
   local x = whole.parts(self, input, 1, self.inputSize)
   local xGates, hGates, xCandidate, hCandidate = weights.split(self.gradWeight, self.inputSize, self.outputSize)
   local biasGates, biasCandidate = weights.parts(self.gradBias, 1, self.outputSize)
   compute.accGradParameters(xGates, hGates, biasGates, xCandidate, hCandidate, biasCandidate, x, self.h0,
      self._output, self.buffer1, self.grad_a_buffer, scale or 1)
end

function SeqGRU:clearState()
   whole.make(self, buffers)
   for _, name in ipairs(buffers) do self[name]:set() end
   self.output, self.gradInput, self.grad_x = self._output.new(), self._output.new(), self._output.new()
   self.stepMask, self.last, self.userGradPrevOutput = nil, nil, nil
   return self
end

--- An `nn.GRU` with the same parameters and gradients, which are copies.
-- @treturn nn.GRU
function SeqGRU:toGRU()
   local H = self.outputSize
   local gru = nn.GRU(self.inputSize, H)
   local function copy(to, weight, bias)
      local xGates, hGates, xCandidate, hCandidate = weights.split(weight, self.inputSize, self.outputSize)
      local biasGates, biasCandidate = weights.parts(bias, 1, self.outputSize)
      to[1]:copy(xGates:t())
      to[2]:copy(biasGates)
      to[3]:copy(hGates:t())
      to[4]:copy(xCandidate:t())
      to[5]:copy(biasCandidate)
      to[6]:copy(hCandidate:t())
   end
   local parameters, gradients = gru:parameters()
   copy(parameters, self.weight, self.bias)
   copy(gradients, self.gradWeight, self.gradBias)
   return gru
end

--- An `nn.RecGRU` with the same parameters and gradients, which are copies.
-- @treturn nn.RecGRU
function SeqGRU:toRecGRU()
   local gru = nn.RecGRU(self.inputSize, self.outputSize)
   local parameters, gradients = gru:parameters()
   parameters[1]:copy(self.weight)
   parameters[2]:copy(self.bias)
   gradients[1]:copy(self.gradWeight)
   gradients[2]:copy(self.gradBias)
   return self.maskzero and gru:maskZero() or gru
end

restored.fields(SeqGRU, {gradWeight = restored.zeros 'weight', gradBias = restored.zeros 'bias',
   ['weight bias'] = restored.needed,
   inputSize = function(self) return self.inputsize end, outputSize = function(self) return self.outputsize end})
