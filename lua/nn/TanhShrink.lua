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
   return self.output:add(input, -1, self.tanh:updateOutput(input))
end

function TanhShrink:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.output)
   wants.same(self, 'gradOutput', gradOutput, input)
   return self.gradInput:add(gradOutput, -1, self.tanh:updateGradInput(input, gradOutput))
end
