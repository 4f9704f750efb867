--- `y = eˣ / Σ eˣ`, along the last dimension of a vector or a matrix and the first of an image (C×H×W, N×C×H×W).
-- @classmod nn.SoftMax
local compute = require('sconce.nn').SoftMax
local SoftMax = torch.class('nn.SoftMax', 'nn.Module')

function SoftMax:updateOutput(input)
   compute.updateOutput(self.output, input)
   return self.output
end

function SoftMax:updateGradInput(_, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, self.output)
   return self.gradInput
end
