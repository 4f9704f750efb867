--- `y = x − tanh x`, element by element.
-- @classmod nn.TanhShrink
local wants = require 'nn.wants'
local TanhShrink, Module = torch.class('nn.TanhShrink', 'nn.Module')

function TanhShrink:__init()
   Module.__init(self)
   self.tanh = nn.Tanh()
end

function TanhShrink:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   local tanh = self.tanh:updateOutput(input)
   self.output:resizeAs(input):copy(input):add(-1, tanh)
   return self.output
end

function TanhShrink:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.output)
   wants.same(self, 'gradOutput', gradOutput, input)
   local tanh = self.tanh:updateGradInput(input, gradOutput)
   self.gradInput:resizeAs(input):copy(gradOutput):add(-1, tanh)
   return self.gradInput
end
