--- `y = x`, by λ nearer to 0, and 0 within ±λ.
-- @classmod nn.SoftShrink
local compute = require('sconce.nn').SoftShrink
local expected = require 'nn.expected'
local SoftShrink, Module = torch.class('nn.SoftShrink', 'nn.Module')

--- Make a layer.
-- @tparam[opt=0.5] number lambda λ
function SoftShrink:__init(lambda)
   Module.__init(self)
   self.lambda = lambda or 0.5
   if type(self.lambda) ~= 'number' then expected(self, 'a number as lambda', self.lambda) end
end

function SoftShrink:updateOutput(input)
   compute.updateOutput(self.output, input, self.lambda, 0, false)
   return self.output
end

function SoftShrink:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, input, self.lambda, 0, false)
   return self.gradInput
end
