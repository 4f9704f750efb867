--- `y = |x|`, element by element.
-- @classmod nn.Abs
local compute = require('sconce.nn').Abs
local Abs = torch.class('nn.Abs', 'nn.Module')

function Abs:updateOutput(input)
   compute.updateOutput(self.output, input, 0, 0, false)
   return self.output
end

function Abs:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, input, 0, 0, false)
   return self.gradInput
end
