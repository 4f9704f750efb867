--- `y = 1 / (1 + e⁻ˣ)`, element by element.
-- @classmod nn.Sigmoid
local compute = require('sconce.nn').Sigmoid
local Sigmoid = torch.class('nn.Sigmoid', 'nn.Module')

function Sigmoid:updateOutput(input)
   compute.updateOutput(self.output, input)
   return self.output
end

function Sigmoid:updateGradInput(_, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, self.output)
   return self.gradInput
end
