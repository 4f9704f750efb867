--- Sum of absolute values: `Σ |x|`, of an input without a target.
-- @classmod nn.L1Cost
local wants = require 'nn.wants'
local L1Cost, Criterion = torch.class('nn.L1Cost', 'nn.Criterion')

function L1Cost:__init()
   Criterion.__init(self)
   self.output_tensor = torch.Tensor(1)
end

function L1Cost:updateOutput(input)
   self.output = wants.type(self, 'input', input, self.gradInput):norm(1)
   self.output_tensor = self.output_tensor or input.new(1)
   self.output_tensor[1] = self.output
   return self.output
end

function L1Cost:updateGradInput(input)
   wants.type(self, 'input', input, self.gradInput)
   self.gradInput:resizeAs(input):copy(input):sign()
   return self.gradInput
end

function L1Cost:clearState()
   if self.output_tensor then self.output_tensor:set() end
   return self
end
