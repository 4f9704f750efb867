--- `y = e⁻ˣ / Σ e⁻ˣ`, along the dimension that `nn.SoftMax` takes.
-- @classmod nn.SoftMin
local compute = require('sconce.nn').SoftMax
local wants = require 'nn.wants'
local SoftMin, Module = torch.class('nn.SoftMin', 'nn.Module')

function SoftMin:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   self.mininput = self.mininput or input.new()
   self.mininput:resizeAs(input):copy(input):mul(-1)
   compute.updateOutput(self.output, self.mininput)
   return self.output
end

function SoftMin:updateGradInput(_, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, self.output)
   self.gradInput:mul(-1)
   return self.gradInput
end

function SoftMin:clearState()
   if self.mininput then self.mininput:set() end
   return Module.clearState(self)
end
