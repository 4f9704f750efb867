--- Long short-term memory for whole sequences: what `nn.Sequencer(nn.FastLSTM(D, H))` computes, in fewer steps.
--
--     i[t] = σ(W[x→i]·x[t] + W[h→i]·h[t−1] + b[i])
--     f[t] = σ(W[x→f]·x[t] + W[h→f]·h[t−1] + b[f])
--     o[t] = σ(W[x→o]·x[t] + W[h→o]·h[t−1] + b[o])
--     g[t] = tanh(W[x→g]·x[t] + W[h→g]·h[t−1] + b[g])
--     c[t] = f[t] ∘ c[t−1] + i[t] ∘ g[t]
--     h[t] = o[t] ∘ tanh(c[t])
--
-- The input is T×N×D, the output T×N×H (N×T×… with `batchfirst = true`). The input may be a table that has states
-- before the first step in front of it: `{h0, x}` or `{c0, h0, x}`. `weight` is (D+H)×4H: rows for x, then for h;
-- columns of i, f, o, g, in this order. With `maskzero = true` steps of samples that are 0 give 0 and begin anew. With
-- an output size R of its own h is projected by `weightO`, H×R: the output is `r[t] = W[h→r]·h[t]`, and r[t−1] is in
-- the place of h[t−1].
--
--     nn.SeqLSTM(10, 20):forward(torch.randn(7, 4, 10))      -- 7×4×20
--
-- @classmod nn.SeqLSTM
local compute = require('sconce.nn').LSTM
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local weights = require 'rnn.lstmWeights'
local whole = require 'rnn.wholeSequence'
local SeqLSTM, Module = torch.class('nn.SeqLSTM', 'nn.Module')

SeqLSTM.dpnn_mediumEmpty = {'output', 'gradInput', 'momGradParams', 'dpnn_input', 'cell', 'gates', 'buffer1', 'buffer2',
   'buffer3', 'grad_a_buffer', 'grad_x', 'grad_h0', 'grad_c0', 'h0', 'c0', '_output'}
weights.extend(SeqLSTM)
whole.extend(SeqLSTM)

local buffers = {'cell', 'gates', 'buffer1', 'buffer2', 'buffer3', 'grad_a_buffer', 'h0', 'c0', 'grad_h0', 'grad_c0',
   '_output', '_grad_x'}

--- Make a layer.
-- @tparam int inputsize D
-- @tparam int hiddensize H
-- @tparam[opt=hiddensize] int outputsize R; if it is given h is projected
function SeqLSTM:__init(inputsize, hiddensize, outputsize)
   Module.__init(self)
   whole.counts(self, inputsize, hiddensize or -1, outputsize)
   weights.make(self, inputsize, hiddensize, outputsize)
   for _, name in ipairs(buffers) do self[name] = torch.Tensor() end
   self.grad_x = torch.Tensor()
   self.gradInput = {self.grad_c0, self.grad_h0, self.grad_x}
   self.batchfirst, self.maskzero = false, false
   self._remember = 'neither'
end

-- What a layer from a file may lack: buffers, and a size that older versions had by another name. The product with
-- `weightO` needs h of each step, and the gradients of what became of it.
local function make(self)
   self.hiddensize = self.hiddensize or self.outputsize
   whole.make(self, buffers)
   if self.weightO then whole.make(self, {'_hidden', 'projected'}) end
end

function SeqLSTM:updateOutput(input)
   make(self)
   local x, given = whole.parts(self, input, 2, self.inputsize)
   local N, H = x:size(2), self.hiddensize
   local last = self:hasMemory() and self.last or {}
   local h = whole.before(self, 'h0', N, self.outputsize, given[#given], self.userPrevOutput, last[1])
   local c = whole.before(self, 'c0', N, H, given[#given - 1], self.userPrevCell, last[2])
   local Wx, Wh = weights.split(self.weight, self.inputsize, self.outputsize)
   local outputs, cells = self._output, self.cell
   compute.updateOutput(outputs, self.gates, cells, self._hidden, x, h, c, Wx, Wh, self.bias, self.weightO, 'ifog',
      whole.kept(self, x))
   local T = x:size(1)
   self.last = {outputs[T], cells[T]}
   self.userPrevOutput, self.userPrevCell = nil, nil
   self.hasGradients = false
   self.output = self.batchfirst and outputs:transpose(1, 2) or outputs
   return self.output
end

--- The gradients of everything but the parameters; those of the gates stay in `grad_a_buffer`, for all steps.
-- @tparam torch.Tensor|table input
-- @tparam torch.Tensor gradOutput
function SeqLSTM:gradients(input, gradOutput)
   make(self)
   local x, given = whole.parts(self, input, 2, self.inputsize)
   gradOutput = whole.gradient(self, x, gradOutput, self._output)
   local N = x:size(2)
   local Wx, Wh = weights.split(self.weight, self.inputsize, self.outputsize)
   local dh = whole.after(self, 'grad_h0', N, self.outputsize, self.gradPrevOutput)
   local dc = whole.after(self, 'grad_c0', N, self.hiddensize, self.userNextGradCell)
   compute.updateGradInput(self._grad_x, self.grad_a_buffer, dh, dc, self.projected, gradOutput, self.gates, self.cell,
      self.c0, Wx, Wh, self.weightO, 'ifog', self.maskzero and self.stepMask or nil)
   self.gradPrevOutput, self.userNextGradCell = nil, nil
   self.userGradPrevOutput, self.userGradPrevCell = dh, dc
   self.grad_x = self.batchfirst and self._grad_x:transpose(1, 2) or self._grad_x
   self.hasGradients = true
   if #given == 0 then
      self.gradInput = self.grad_x
   else
      self.gradInput = #given == 1 and {dh, self.grad_x} or {dc, dh, self.grad_x}
   end
   return self.gradInput
end

function SeqLSTM:accGradParameters(input, gradOutput, scale)
   if not self.hasGradients then self:gradients(input, gradOutput) end
   local x = whole.parts(self, input, 2, self.inputsize)
   local gradX, gradH = weights.split(self.gradWeight, self.inputsize, self.outputsize)
   compute.accGradParameters(gradX, gradH, self.gradBias, self.gradWeightO, x, self.h0, self._output, self._hidden,
      self.grad_a_buffer, self.projected, 'ifog', scale or 1)
end

function SeqLSTM:clearState()
   whole.make(self, buffers)
   for _, name in ipairs(buffers) do self[name]:set() end
   self.output, self.gradInput, self.grad_x = self._output.new(), self._output.new(), self._output.new()
   self.stepMask, self.last, self._hidden, self.projected = nil, nil, nil, nil
   self.userGradPrevOutput, self.userGradPrevCell = nil, nil
   return self
end

-- Rows of nn.FastLSTM are of i, g, f, o.
local order = {0, 3, 1, 2}

--- An `nn.FastLSTM` with the same parameters and gradients, which are copies.
-- @treturn nn.FastLSTM
function SeqLSTM:toFastLSTM()
   if self.weightO then
      expected(self, 'a layer without a projection', ('toFastLSTM not supported for %s with a projection'):format(
         torch.type(self):sub(4)))
   end
   local H = self.hiddensize
   local lstm = nn.FastLSTM(self.inputsize, H, nil, nil, nil, nil, 0)
   local function copy(weight, bias, field, biasField)
      local Wx, Wh = weights.split(weight, self.inputsize, self.outputsize)
      for row, column in ipairs(order) do
         local from, to = column * H + 1, (row - 1) * H + 1
         lstm.i2g[field]:narrow(1, to, H):copy(Wx:narrow(2, from, H):t())
         lstm.o2g[field]:narrow(1, to, H):copy(Wh:narrow(2, from, H):t())
         lstm.i2g[biasField]:narrow(1, to, H):copy(bias:narrow(1, from, H))
      end
   end
   copy(self.weight, self.bias, 'weight', 'bias')
   copy(self.gradWeight, self.gradBias, 'gradWeight', 'gradBias')
   return lstm
end

--- An `nn.RecLSTM` with the same parameters and gradients, which are copies.
-- @treturn nn.RecLSTM
function SeqLSTM:toRecLSTM()
   local lstm = nn.RecLSTM(self.inputsize, self.hiddensize, self.weightO and self.outputsize)
   local parameters, gradients = lstm:parameters()
   local own, ownGradients = self:parameters()
   for i, parameter in ipairs(own) do
      parameters[i]:copy(parameter)
      gradients[i]:copy(ownGradients[i])
   end
   return self.maskzero and lstm:maskZero() or lstm
end

restored.fields(SeqLSTM, {gradWeight = restored.zeros 'weight', gradBias = restored.zeros 'bias',
   ['weight bias'] = restored.needed})
