--- `y = xᵖ`, element by element.
-- @classmod nn.Power
local wants = require 'nn.wants'
local Power, Module = torch.class('nn.Power', 'nn.Module')

--- Make a layer.
-- @tparam number p the exponent
function Power:__init(p)
   Module.__init(self)
   self.pow = wants.number(self, 'an exponent', p)
end

function Power:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   return self.output:pow(input, self.pow)
end

function Power:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.gradInput)
   wants.elements(self, 'gradOutput', gradOutput, input)
   return self.gradInput:pow(input, self.pow - 1):cmul(gradOutput):mul(self.pow)
end
