--- `y = x − log Σ eˣ`, along the same dimension as `nn.SoftMax`.
-- @classmod nn.LogSoftMax
local compute = require('sconce.nn').LogSoftMax
local LogSoftMax = torch.class('nn.LogSoftMax', 'nn.Module')

function LogSoftMax:updateOutput(input)
   compute.updateOutput(self.output, input)
   return self.output
end

function LogSoftMax:updateGradInput(_, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, self.output)
   return self.gradInput
end
