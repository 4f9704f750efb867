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
local whole = require 'rnn.wholeSequence'
local SeqGRU, Module = torch.class('nn.SeqGRU', 'nn.Module')

whole.extend(SeqGRU)
SeqGRU.hasMemory = nn.AbstractSequencer.hasMemory

local buffers = {'gates', 'buffer1', 'buffer2', 'buffer3', 'grad_a_buffer', 'h0', 'grad_h0', '_output', '_grad_x'}

--- Make a layer.
-- @tparam int inputSize D
-- @tparam int outputSize H
function SeqGRU:__init(inputSize, outputSize)
   Module.__init(self)
   whole.counts(self, inputSize, outputSize or -1)
   self.inputSize, self.outputSize = inputSize, outputSize
   self.seqLength, self.miniBatch = 1, 1
   self.weight = torch.Tensor(inputSize + outputSize, 3 * outputSize)
   self.gradWeight = torch.Tensor(inputSize + outputSize, 3 * outputSize):zero()
   self.bias, self.gradBias = torch.Tensor(3 * outputSize), torch.Tensor(3 * outputSize):zero()
   self:reset()
   for _, name in ipairs(buffers) do self[name] = torch.Tensor() end
   self.grad_x = torch.Tensor()
   self.gradInput = {self.grad_h0, self.grad_x}
   self.batchfirst, self.maskzero = false, false
   self._remember = 'neither'
end

--- Draw the weights anew; biases are 0, those of u 1.
-- @tparam[opt=1/√(D+H)] number std the standard deviation
-- @treturn nn.SeqGRU itself
function SeqGRU:reset(std)
   self.weight:normal(0, std or 1 / math.sqrt(self.outputSize + self.inputSize))
   self.bias:zero()
   self.bias:narrow(1, self.outputSize + 1, self.outputSize):fill(1)
   return self
end

-- Weights for x, and for h: of the two gates and of g.
local function split(self, weight)
   local H = self.outputSize
   local Wh = weight:narrow(1, self.inputSize + 1, H)
   return weight:narrow(1, 1, self.inputSize), Wh:narrow(2, 1, 2 * H), Wh:narrow(2, 2 * H + 1, H)
end

function SeqGRU:updateOutput(input)
   local x, given = whole.parts(self, input, 1, self.inputSize)
   local T, N, H = x:size(1), x:size(2), self.outputSize
   whole.make(self, buffers)
   self.seqLength, self.miniBatch = T, N
   local last = self:hasMemory() and self.last or nil
   local h = whole.before(self, 'h0', N, H, given[1], self.userPrevOutput, last)
   local kept = whole.kept(self, x)
   local Wx, Wgates, Wg = split(self, self.weight)
   local gates, outputs = self.gates:resize(T, N, 3 * H), self._output:resize(T, N, H)
   local all = gates:view(T * N, 3 * H)
   all:addmm(0, all, 1, whole.rows(x), Wx)
   all:add(self.bias:view(1, 3 * H):expandAs(all))
   local reset = self.buffer1:resize(N, H)
   for t = 1, T do
      local now, output = gates[t], outputs[t]
      local both, g = now:narrow(2, 1, 2 * H), now:narrow(2, 2 * H + 1, H)
      both:addmm(h, Wgates):sigmoid()
      local r, u = both:narrow(2, 1, H), both:narrow(2, H + 1, H)
      g:addmm(reset:cmul(r, h), Wg):tanh()
      output:copy(h):add(-1, g):cmul(u):add(g)
      h = whole.mask(output, kept, t)
   end
   self.last = h:clone()
   self.hasGradients = false
   self.output = self.batchfirst and outputs:transpose(1, 2) or outputs
   return self.output
end

--- The gradients of everything but the parameters; those of the gates stay in `grad_a_buffer`, for all steps.
function SeqGRU:gradients(input, gradOutput)
   local x, given = whole.parts(self, input, 1, self.inputSize)
   gradOutput = whole.gradient(self, gradOutput, self._output)
   local T, N, H = x:size(1), x:size(2), self.outputSize
   local kept = self.maskzero and self.zeroMask or nil
   local Wx, Wgates, Wg = split(self, self.weight)
   local A = self.grad_a_buffer:resize(T, N, 3 * H)
   local dh, through, direct = self.grad_h0:resize(N, H):zero(), self.buffer1:resize(N, H), self.buffer2:resize(N, H)
   for t = T, 1, -1 do
      local now, grad = self.gates[t], A[t]
      local r, u, g = now:narrow(2, 1, H), now:narrow(2, H + 1, H), now:narrow(2, 2 * H + 1, H)
      local dr, du, dg = grad:narrow(2, 1, H), grad:narrow(2, H + 1, H), grad:narrow(2, 2 * H + 1, H)
      local before = t > 1 and self._output[t - 1] or self.h0
      whole.mask(dh:add(gradOutput[t]), kept, t)
      dg:copy(u):mul(-1):add(1):cmul(dh)
      dg:addcmul(-1, direct:cmul(g, g), dg)
      du:copy(before):add(-1, g):cmul(dh):cmul(u)
      du:addcmul(-1, du, u)
      whole.mask(dg, kept, t)
      through:mm(dg, Wg:t())
      dr:copy(before):cmul(through):cmul(r)
      dr:addcmul(-1, dr, r)
      whole.mask(grad, kept, t)
      direct:cmul(dh, u):addcmul(through, r)
      dh:mm(grad:narrow(2, 1, 2 * H), Wgates:t()):add(direct)
      whole.mask(dh, kept, t)
   end
   self.userGradPrevOutput = dh
   local dx = self._grad_x:resize(T, N, self.inputSize)
   dx:view(T * N, self.inputSize):mm(A:view(T * N, 3 * H), Wx:t())
   self.grad_x = self.batchfirst and dx:transpose(1, 2) or dx
   self.hasGradients = true
   self.gradInput = #given == 0 and self.grad_x or {dh, self.grad_x}
   return self.gradInput
end

function SeqGRU:accGradParameters(input, gradOutput, scale)
   if not self.hasGradients then self:gradients(input, gradOutput) end
   scale = scale or 1
   local x = whole.parts(self, input, 1, self.inputSize)
   local T, N, H = x:size(1), x:size(2), self.outputSize
   local A = self.grad_a_buffer
   local gradX, gradGates, gradG = split(self, self.gradWeight)
   gradX:addmm(scale, whole.rows(x):t(), A:view(T * N, 3 * H))
   for t = 1, T do
      local before, grad = t > 1 and self._output[t - 1] or self.h0, A[t]
      gradGates:addmm(scale, before:t(), grad:narrow(2, 1, 2 * H))
      self.buffer1:cmul(before, self.gates[t]:narrow(2, 1, H))
      gradG:addmm(scale, self.buffer1:t(), grad:narrow(2, 2 * H + 1, H))
   end
   self.gradBias:add(scale, self.buffer3:sum(A:view(T * N, 3 * H), 1):view(3 * H))
end

function SeqGRU:clearState()
   whole.make(self, buffers)
   for _, name in ipairs(buffers) do self[name]:set() end
   self.output, self.gradInput, self.grad_x = self._output.new(), self._output.new(), self._output.new()
   self.zeroMask, self.last, self.userGradPrevOutput = nil, nil, nil
   return self
end

--- An `nn.GRU` with the same parameters and gradients, which are copies.
-- @treturn nn.GRU
function SeqGRU:toGRU()
   local H = self.outputSize
   local gru = nn.GRU(self.inputSize, H)
   local function copy(to, weight, bias)
      local Wx, Wgates, Wg = split(self, weight)
      to[1]:copy(Wx:narrow(2, 1, 2 * H):t())
      to[2]:copy(bias:narrow(1, 1, 2 * H))
      to[3]:copy(Wgates:t())
      to[4]:copy(Wx:narrow(2, 2 * H + 1, H):t())
      to[5]:copy(bias:narrow(1, 2 * H + 1, H))
      to[6]:copy(Wg:t())
   end
   local parameters, gradients = gru:parameters()
   copy(parameters, self.weight, self.bias)
   copy(gradients, self.gradWeight, self.gradBias)
   return gru
end
