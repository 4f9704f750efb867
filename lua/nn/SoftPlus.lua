--- `y = log (1 + eᵝˣ) / β`, a smooth `max(x, 0)`, and x itself where β·x exceeds a threshold of 20.
-- @classmod nn.SoftPlus
local compute = require('sconce.nn').SoftPlus
local expected = require 'nn.expected'
local SoftPlus, Module = torch.class('nn.SoftPlus', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] number beta β: the larger, the sharper the bend
function SoftPlus:__init(beta)
   Module.__init(self)
   self.beta, self.threshold = beta or 1, 20
   if type(self.beta) ~= 'number' then expected(self, 'a number as beta', self.beta) end
end

function SoftPlus:updateOutput(input)
   compute.updateOutput(self.output, input, self.beta, self.threshold, false)
   return self.output
end

function SoftPlus:updateGradInput(_, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, self.output, self.beta, self.threshold, false)
   return self.gradInput
end
