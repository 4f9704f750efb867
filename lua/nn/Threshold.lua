--- `y = x` above a threshold, a fixed value elsewhere.
--
--     nn.Threshold(1, 0):forward(torch.Tensor {0.5, 2})      -- 0, 2
--
-- @classmod nn.Threshold
local compute = require('sconce.nn').Threshold
local expected = require 'nn.expected'
local Threshold, Module = torch.class('nn.Threshold', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1e-6] number threshold what must be exceeded
-- @tparam[opt=0] number value what the rest becomes
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten, to save memory
function Threshold:__init(threshold, value, inplace)
   Module.__init(self)
   self.threshold, self.val, self.inplace = threshold or 1e-6, value or 0, inplace or false
   if type(self.threshold) ~= 'number' then expected(self, 'a number as threshold', self.threshold) end
   if type(self.val) ~= 'number' then expected(self, 'a number as value', self.val) end
   if type(self.inplace) ~= 'boolean' then expected(self, 'inplace to be true or false', self.inplace) end
   self:validateParameters()
end

--- Refuse what cannot be undone: in place, the output must tell whether the input was above the threshold.
function Threshold:validateParameters()
   if self.inplace and self.val > self.threshold then
      expected(self, 'a value up to the threshold for working in place', self.val)
   end
end

-- Older versions had no such field to save.
Threshold.inplace = false

function Threshold:updateOutput(input)
   compute.updateOutput(self.output, input, self.threshold, self.val, self.inplace)
   return self.output
end

function Threshold:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, gradOutput, self.threshold, self.inplace)
   return self.gradInput
end
