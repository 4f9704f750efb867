--- `y = √x`, element by element. The gradient is 0 where the output is.
-- @classmod nn.Sqrt
local compute = require('sconce.nn').Sqrt
local expected = require 'nn.expected'
local Sqrt, Module = torch.class('nn.Sqrt', 'nn.Module')

--- Make a layer.
-- @tparam[opt=0] number eps kept in the field of that name; nothing is computed with it
function Sqrt:__init(eps)
   Module.__init(self)
   self.eps = eps or 0
   if type(self.eps) ~= 'number' then expected(self, 'a number as eps', self.eps) end
end

function Sqrt:updateOutput(input)
   compute.updateOutput(self.output, input, 0, 0, false)
   return self.output
end

function Sqrt:updateGradInput(_, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, self.output, 0, 0, false)
   return self.gradInput
end
