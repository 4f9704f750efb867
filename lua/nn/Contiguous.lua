--- The input if its elements lie one after another, or else a copy in which they do; the gradient likewise.
-- @classmod nn.Contiguous
local wants = require 'nn.wants'
local Contiguous = torch.class('nn.Contiguous', 'nn.Module')

local function contiguous(to, from)
   if from:isContiguous() then
      to:set(from)
      return to
   end
   -- What lies in `to` may be another's elements.
   to:set()
   return to:resizeAs(from):copy(from)
end

function Contiguous:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   return contiguous(self.output, input)
end

function Contiguous:updateGradInput(_, gradOutput)
   wants.type(self, 'gradOutput', gradOutput, self.gradInput)
   return contiguous(self.gradInput, gradOutput)
end
