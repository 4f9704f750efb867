--- `y = log x`, element by element.
-- @classmod nn.Log
local wants = require 'nn.wants'
local Log = torch.class('nn.Log', 'nn.Module')

function Log:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   return self.output:log(input)
end

function Log:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.gradInput)
   wants.elements(self, 'gradOutput', gradOutput, input)
   return self.gradInput:cdiv(gradOutput, input):resizeAs(input)
end
