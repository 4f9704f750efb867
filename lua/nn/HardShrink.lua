--- `y = x` outside of ±λ, 0 within.
-- @classmod nn.HardShrink
local compute = require('sconce.nn').HardShrink
local expected = require 'nn.expected'
local HardShrink, Module = torch.class('nn.HardShrink', 'nn.Module')

--- Make a layer.
-- @tparam[opt=0.5] number lambda λ
function HardShrink:__init(lambda)
   Module.__init(self)
   self.lambda = lambda or 0.5
   if type(self.lambda) ~= 'number' then expected(self, 'a number as lambda', self.lambda) end
end

function HardShrink:updateOutput(input)
   compute.updateOutput(self.output, input, self.lambda, 0, false)
   return self.output
end

function HardShrink:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, input, self.lambda, 0, false)
   return self.gradInput
end
