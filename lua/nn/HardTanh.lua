--- `y = x`, but no less than one number and no more than another.
--
--     nn.HardTanh():forward(torch.Tensor {-3, 0.5, 3})       -- -1, 0.5, 1
--
-- @classmod nn.HardTanh
local compute = require('sconce.nn').HardTanh
local expected = require 'nn.expected'
local HardTanh, Module = torch.class('nn.HardTanh', 'nn.Module')

--- Make a layer.
-- @tparam[opt=-1] number min the lowest output
-- @tparam[opt=1] number max the highest output, above the lowest
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten, to save memory
function HardTanh:__init(min, max, inplace)
   Module.__init(self)
   self.min_val, self.max_val, self.inplace = min or -1, max or 1, inplace or false
   if type(self.min_val) ~= 'number' then expected(self, 'a number as the lowest output', self.min_val) end
   if type(self.max_val) ~= 'number' or self.max_val <= self.min_val then
      expected(self, ('a highest output above %g'):format(self.min_val), self.max_val)
   end
   if type(self.inplace) ~= 'boolean' then expected(self, 'inplace to be true or false', self.inplace) end
end

-- What older versions did not save.
HardTanh.min_val, HardTanh.max_val = -1, 1

function HardTanh:updateOutput(input)
   compute.updateOutput(self.output, input, self.min_val, self.max_val, self.inplace or false)
   return self.output
end

function HardTanh:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, input, self.min_val, self.max_val, self.inplace or false)
   return self.gradInput
end
