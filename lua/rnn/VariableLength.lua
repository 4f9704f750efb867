--- Sequences of different lengths for a module that takes a batch of sequences as one tensor.
--
-- The input is a table of tensors, a sequence each; so is the output. They are packed into few columns, one after
-- another, and the module begins anew between them. With `lastOnly` the output is the last step of each: a row for a
-- sequence.
--
--     net = nn.VariableLength(nn.SeqLSTM(10, 20))
--     net:forward {torch.randn(5, 10), torch.randn(3, 10)}      -- {5×20, 3×20}
--
-- @classmod nn.VariableLength
local expected = require 'nn.expected'
local packing = require 'rnn.packing'
local wants = require 'nn.wants'
local VariableLength, Decorator = torch.class('nn.VariableLength', 'nn.Decorator')

--- Make one.
-- @tparam nn.Module module what takes steps x batch x …; its method `maskZero` is called
-- @tparam[opt=false] boolean lastOnly whether the output is the last step of each sequence
function VariableLength:__init(module, lastOnly)
   Decorator.__init(self, wants.module(self, module):maskZero())
   self.lastOnly = lastOnly or false
   self.gradInput = {}
end

function VariableLength:updateOutput(input)
   local first = torch.type(input) == 'table' and input[1] or input
   if torch.type(input) ~= 'table' or not torch.isTensor(first) then expected(self, 'a table of sequences', input) end
   if torch.typename(self._input) ~= torch.typename(first) then self._input = first.new() end
   self._mask = self._mask or torch.ByteTensor()
   self.indexes, self.mappedLengths = packing.fromSamples(input, self._input, self._mask)
   self.modules[1]:setZeroMask(self._mask)
   local output = self.modules[1]:updateOutput(self._input)
   if self.lastOnly then
      self.output = torch.typename(self.output) == torch.typename(output) and self.output or output.new()
      packing.toFinal(self.indexes, self.mappedLengths, output, self.output)
   else
      self.output = packing.toSamples(self.indexes, self.mappedLengths, output)
   end
   return self.output
end

-- As many gradients as there are sequences, of the output's sizes.
local function check(self, gradOutput)
   if not self.indexes then expected(self, 'a forward before backward', 'none') end
   if self.lastOnly then return wants.same(self, 'gradOutput', gradOutput, self.output) end
   if torch.type(gradOutput) ~= 'table' or #gradOutput ~= #self.output then
      expected(self, ('a table of %d gradients'):format(#self.output), gradOutput)
   end
   for i, gradient in ipairs(gradOutput) do
      wants.same(self, ('gradient of sequence %d'):format(i), gradient, self.output[i])
   end
end

function VariableLength:updateGradInput(_, gradOutput)
   check(self, gradOutput)
   self._gradOutput = self._gradOutput or self._input.new()
   if self.lastOnly then
      packing.fromFinal(self.indexes, self.mappedLengths, gradOutput, self._gradOutput)
   else
      packing.fromSamples(gradOutput, self._gradOutput, self._mask)
   end
   local gradInput = self.modules[1]:updateGradInput(self._input, self._gradOutput)
   self.gradInput = packing.toSamples(self.indexes, self.mappedLengths, gradInput)
   return self.gradInput
end

function VariableLength:accGradParameters(_, _, scale)
   self.modules[1]:accGradParameters(self._input, self._gradOutput, scale)
end

function VariableLength:clearState()
   for _, name in ipairs {'_input', '_gradOutput', '_mask', 'indexes', 'mappedLengths'} do self[name] = nil end
   self.modules[1]:clearState()
   self.output, self.gradInput = self.lastOnly and torch.Tensor() or {}, {}
   return self
end

function VariableLength:setZeroMask()
   expected(self, 'a module without masks of its own', 'setZeroMask')
end
