--- One half of the input, element by element times the sigmoid of the other: `y = a / (1 + e⁻ᵇ)`.
--
-- Source: Dauphin, Fan, Auli and Grangier, 2016, arXiv:1612.08083.
--
-- @classmod nn.GatedLinearUnit
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local GatedLinearUnit, Module = torch.class('nn.GatedLinearUnit', 'nn.Module')

--- Make a layer.
-- @tparam[opt] int dim the dimension that is halved, of an even size; the last one if nothing is said
function GatedLinearUnit:__init(dim)
   Module.__init(self)
   if dim ~= nil and type(dim) ~= 'number' then expected(self, 'a dimension', dim) end
   self.dim = dim
end

-- The two halves of a tensor that has the input's size.
local function halves(self, tensor)
   wants.type(self, 'input', tensor, self.output)
   local dim = self.dim or tensor:dim()
   if dim < 1 or dim > tensor:dim() or tensor:size(dim) % 2 ~= 0 then
      expected(self, ('a tensor with an even size in dimension %d'):format(dim), tensor)
   end
   local half = tensor:size(dim) / 2
   return tensor:narrow(dim, 1, half), tensor:narrow(dim, half + 1, half)
end

function GatedLinearUnit:updateOutput(input)
   local a, b = halves(self, input)
   return self.output:resizeAs(a):sigmoid(b):cmul(a)
end

function GatedLinearUnit:updateGradInput(input, gradOutput)
   local a, b = halves(self, input)
   local gradA, gradB = halves(self, self.gradInput:resizeAs(input))
   wants.same(self, 'gradOutput', gradOutput, a)
   gradA:sigmoid(b)
   -- s·(1 − s), times the other half and the gradient.
   gradB:cmul(gradA, gradA):mul(-1):add(gradA):cmul(a):cmul(gradOutput)
   gradA:cmul(gradOutput)
   return self.gradInput
end
