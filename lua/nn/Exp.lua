--- `y = eˣ`, element by element.
-- @classmod nn.Exp
local wants = require 'nn.wants'
local Exp = torch.class('nn.Exp', 'nn.Module')

function Exp:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   return self.output:exp(input)
end

function Exp:updateGradInput(_, gradOutput)
   wants.elements(self, 'gradOutput', gradOutput, self.output)
   return self.gradInput:cmul(self.output, gradOutput)
end
