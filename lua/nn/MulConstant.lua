--- Multiplies each element by a number.
-- @classmod nn.MulConstant
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local MulConstant, Module = torch.class('nn.MulConstant', 'nn.Module')

--- Make a layer.
-- @tparam number constant what is multiplied by
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten; `backward` then restores the input
function MulConstant:__init(constant, inplace)
   Module.__init(self)
   self.constant_scalar = wants.number(self, 'a number to multiply by', constant)
   if inplace ~= nil and type(inplace) ~= 'boolean' then expected(self, 'inplace to be true or false', inplace) end
   self.inplace = inplace or false
end

function MulConstant:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   if not self.inplace then return self.output:mul(input, self.constant_scalar) end
   input:mul(self.constant_scalar)
   self.output:set(input)
   return self.output
end

function MulConstant:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   wants.gradient(self, input, gradOutput)
   if not self.inplace then return self.gradInput:mul(gradOutput, self.constant_scalar) end
   gradOutput:mul(self.constant_scalar)
   self.gradInput:set(gradOutput)
   input:div(self.constant_scalar)
   return self.gradInput
end
