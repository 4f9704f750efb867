--- `y = x / (1 + |x|)`, element by element.
-- @classmod nn.SoftSign
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local SoftSign, Module = torch.class('nn.SoftSign', 'nn.Module')

function SoftSign:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   self.temp = self.temp or input.new()
   return self.output:cdiv(input, self.temp:abs(input):add(1))
end

function SoftSign:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.output)
   wants.same(self, 'gradOutput', gradOutput, input)
   self.tempgrad = self.tempgrad or input.new()
   return self.gradInput:cdiv(gradOutput, self.tempgrad:abs(input):add(1):pow(2))
end

function SoftSign:clearState()
   utils.clear(self, 'temp', 'tempgrad')
   return Module.clearState(self)
end
