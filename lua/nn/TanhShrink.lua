--- `y = x − tanh x`, element by element.
-- @classmod nn.TanhShrink
local check = require 'nn.check'
local TanhShrink, Module = torch.class('nn.TanhShrink', 'nn.Module')

function TanhShrink:__init()
   Module.__init(self)
   self.tanh = nn.Tanh()
end

function TanhShrink:updateOutput(input)
   check.type(self, 'input', input, self._type)
   local tanh = self.tanh:updateOutput(input)
   self.output:resizeAs(input):copy(input):add(-1, tanh)
   return self.output
end

function TanhShrink:updateGradInput(input, gradOutput)
   check.type(self, 'input', input, self._type)
   check.size(self, 'gradOutput', check.type(self, 'gradOutput', gradOutput, self._type), input)
   local tanh = self.tanh:updateGradInput(input, gradOutput)
   self.gradInput:resizeAs(input):copy(gradOutput):add(-1, tanh)
   return self.gradInput
end
