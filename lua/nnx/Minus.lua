--- The input with the other sign: `y = −x`, for a tensor of any size.
-- @classmod nn.Minus
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local Minus = torch.class('nn.Minus', 'nn.Module')

function Minus:updateOutput(input)
   return self.output:resizeAs(wants.type(self, 'input', input, self.output)):copy(input):mul(-1)
end

function Minus:updateGradInput(input, gradOutput)
   wants.elements(self, 'gradOutput', gradOutput, wants.type(self, 'input', input, self.gradInput))
   return self.gradInput:resizeAs(input):copy(gradOutput):mul(-1)
end

restored.fields(Minus, {['output gradInput'] = restored.tensor})
