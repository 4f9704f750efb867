--- `y = x²`, element by element.
-- @classmod nn.Square
local compute = require('sconce.nn').Square
local Square = torch.class('nn.Square', 'nn.Module')

function Square:updateOutput(input)
   compute.updateOutput(self.output, input, 0, 0, false)
   return self.output
end

function Square:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, input, 0, 0, false)
   return self.gradInput
end
