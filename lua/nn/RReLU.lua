--- Randomised leaky rectified linear unit: `y = x` above 0, `r·x` elsewhere.
--
-- In training each r is drawn from between two bounds; in evaluation it is their mean.
--
-- Source: Xu, Wang, Chen and Li, 2015, arXiv:1505.00853.
--
-- @classmod nn.RReLU
local leaky = require('sconce.nn').LeakyReLU
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local RReLU, Module = torch.class('nn.RReLU', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1/8] number lower the lowest slope
-- @tparam[opt=1/3] number upper the highest slope
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten, to save memory
function RReLU:__init(lower, upper, inplace)
   Module.__init(self)
   self.lower, self.upper, self.inplace = lower or 1 / 8, upper or 1 / 3, inplace or false
   if type(self.lower) ~= 'number' then expected(self, 'a number as lowest slope', self.lower) end
   if type(self.upper) ~= 'number' or not (self.lower <= self.upper) then
      expected(self, ('a highest slope of at least %g'):format(self.lower), self.upper)
   end
   if type(self.inplace) ~= 'boolean' then expected(self, 'inplace to be true or false', self.inplace) end
   if self.inplace and self.lower < 0 then expected(self, 'slopes of 0 or more for working in place', self.lower) end
   self.noise, self.train = torch.Tensor(), true
end

function RReLU:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   if not self.train then
      leaky.updateOutput(self.output, input, (self.lower + self.upper) / 2, 0, self.inplace)
      return self.output
   end
   -- One draw for each element that is not above 0, in order.
   local below = input:le(0)
   self.noise:resizeAs(input):fill(1)
   local count = below:sum()
   if count > 0 then self.noise:maskedCopy(below, input.new(count):uniform(self.lower, self.upper)) end
   if self.inplace then self.output:set(input) else self.output:resizeAs(input):copy(input) end
   return self.output:cmul(self.noise)
end

function RReLU:updateGradInput(input, gradOutput)
   if not self.train then
      leaky.updateGradInput(self.gradInput, gradOutput, input, (self.lower + self.upper) / 2, 0, self.inplace)
      return self.gradInput
   end
   wants.type(self, 'input', input, self.output)
   wants.elements(self, 'gradOutput', gradOutput, input)
   if gradOutput:nElement() ~= self.noise:nElement() then
      expected(self, ('a gradient of %d elements'):format(self.noise:nElement()), gradOutput)
   end
   if self.inplace then self.gradInput:set(gradOutput) else self.gradInput:resizeAs(input):copy(gradOutput) end
   return self.gradInput:cmul(self.noise)
end

function RReLU:clearState()
   if self.noise then self.noise:set() end
   return Module.clearState(self)
end

function RReLU:__tostring__() return ('%s (l:%f, u:%f)'):format(torch.type(self), self.lower, self.upper) end
