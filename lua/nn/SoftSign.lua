--- `y = x / (1 + |x|)`, element by element.
-- @classmod nn.SoftSign
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local SoftSign, Module = torch.class('nn.SoftSign', 'nn.Module')

function SoftSign:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   self.temp = self.temp or input.new()
   self.temp:resizeAs(input):copy(input):abs():add(1)
   self.output:resizeAs(input):copy(input):cdiv(self.temp)
   return self.output
end

function SoftSign:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.output)
   wants.same(self, 'gradOutput', gradOutput, input)
   self.tempgrad = self.tempgrad or input.new()
   self.tempgrad:resizeAs(input):copy(input):abs():add(1):pow(2)
   self.gradInput:resizeAs(input):copy(gradOutput):cdiv(self.tempgrad)
   return self.gradInput
end

function SoftSign:clearState()
   utils.clear(self, 'temp', 'tempgrad')
   return Module.clearState(self)
end
