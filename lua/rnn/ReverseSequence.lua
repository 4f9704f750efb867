--- A sequence from last to first: a table of steps, or a tensor whose first dimension they are.
--
--     nn.ReverseSequence():forward(torch.Tensor {{1, 1}, {2, 2}, {3, 3}})      -- rows 3, 2, 1
--
-- @classmod nn.ReverseSequence
local sequence = require 'rnn.sequence'
local ReverseSequence, Module = torch.class('nn.ReverseSequence', 'nn.Module')

local function reversed(self, name, to, from)
   local count = sequence.length(self, name, from)
   if not torch.isTensor(from) then
      local result = {}
      for step = 1, count do result[step] = from[count + 1 - step] end
      return result
   end
   if not self._range or self._range:nElement() ~= count then
      self._range = torch.range(count, 1, count > 1 and -1 or 1):long()
   end
   to = torch.typename(to) == torch.typename(from) and to or from.new()
   return to:index(from, 1, self._range)
end

function ReverseSequence:updateOutput(input)
   self.output = reversed(self, 'input', self.output, input)
   return self.output
end

function ReverseSequence:updateGradInput(input, gradOutput)
   sequence.like(self, 'gradOutput', gradOutput, input)
   self.gradInput = reversed(self, 'gradOutput', self.gradInput, gradOutput)
   return self.gradInput
end

function ReverseSequence:clearState()
   self.output, self.gradInput, self._range = torch.Tensor(), torch.Tensor(), nil
   return self
end

function ReverseSequence:type(type, cache)
   if type then self:clearState() end
   return Module.type(self, type, cache)
end
