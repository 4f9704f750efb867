--- Leaky rectified linear unit: `y = x` above 0, `n·x` elsewhere.
-- @classmod nn.LeakyReLU
local compute = require('sconce.nn').LeakyReLU
local expected = require 'nn.expected'
local LeakyReLU, Module = torch.class('nn.LeakyReLU', 'nn.Module')

--- Make a layer: `nn.LeakyReLU()`, `nn.LeakyReLU(0.2)`, `nn.LeakyReLU(true)`, `nn.LeakyReLU(0.2, true)`.
-- @tparam[opt=0.01] number negval n, the slope below 0
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten, to save memory
function LeakyReLU:__init(negval, inplace)
   Module.__init(self)
   if type(negval) == 'boolean' then negval, inplace = nil, negval end
   self.negval, self.inplace = negval or 0.01, inplace or false
   if type(self.negval) ~= 'number' then expected(self, 'a number as slope', self.negval) end
   if type(self.inplace) ~= 'boolean' then expected(self, 'inplace to be true or false', self.inplace) end
   -- The gradient in place is taken from an output whose sign must be the input's.
   if self.inplace and self.negval < 0 then
      expected(self, 'a slope of 0 or more for working in place', self.negval)
   end
end

function LeakyReLU:updateOutput(input)
   compute.updateOutput(self.output, input, self.negval, 0, self.inplace or false)
   return self.output
end

function LeakyReLU:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, input, self.negval, 0, self.inplace or false)
   return self.gradInput
end

function LeakyReLU:__tostring__() return ('%s(%g)'):format(torch.type(self), self.negval) end
