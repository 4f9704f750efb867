--- `y = x / (1 + |x|)`, element by element.
-- @classmod nn.SoftSign
local check = require 'nn.check'
local utils = require 'nn.utils'
local SoftSign, Module = torch.class('nn.SoftSign', 'nn.Module')

function SoftSign:updateOutput(input)
   check.type(self, 'input', input, self._type)
   self.temp = self.temp or input.new()
   self.temp:resizeAs(input):copy(input):abs():add(1)
   self.output:resizeAs(input):copy(input):cdiv(self.temp)
   return self.output
end

function SoftSign:updateGradInput(input, gradOutput)
   check.type(self, 'input', input, self._type)
   check.size(self, 'gradOutput', check.type(self, 'gradOutput', gradOutput, self._type), input)
   self.tempgrad = self.tempgrad or input.new()
   self.tempgrad:resizeAs(input):copy(input):abs():add(1):pow(2)
   self.gradInput:resizeAs(input):copy(gradOutput):cdiv(self.tempgrad)
   return self.gradInput
end

function SoftSign:clearState()
   utils.clear(self, 'temp', 'tempgrad')
   return Module.clearState(self)
end
