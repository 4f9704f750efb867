--- The sum along a dimension, which goes.
--
--     nn.Sum(2):forward(torch.Tensor(4, 3, 2))      -- 4×2
--
-- @classmod nn.Sum
local wants = require 'nn.wants'
local Sum, Module = torch.class('nn.Sum', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] int dimension along which to sum; a negative one counts from the last
-- @tparam[opt] int nInputDims how many dimensions a sample has: with one more, the first is the batch
-- @tparam[opt=false] boolean sizeAverage whether the sum is divided by how many were summed
-- @tparam[opt=true] boolean squeeze whether the dimension goes; else it is of size 1
function Sum:__init(dimension, nInputDims, sizeAverage, squeeze)
   Module.__init(self)
   self.dimension = wants.axis(self, dimension or 1)
   self.nInputDims = wants.optionalCount(self, 'a number of dimensions', nInputDims)
   self.sizeAverage, self.squeeze = sizeAverage or false, squeeze == nil or squeeze
end

function Sum:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   local dimension = wants.axisOf(self, input)
   self.output = torch.isTensor(self.output) and self.output or input.new()
   self.output:sum(input, dimension)
   if self.sizeAverage then self.output:div(input:size(dimension)) end
   if self.squeeze ~= false and self.output:dim() > 1 then self.output:set(self.output:select(dimension, 1)) end
   return self.output
end

function Sum:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.output)
   wants.type(self, 'gradOutput', gradOutput, input)
   local dimension, size = wants.axisOf(self, input), input:size()
   local count = size[dimension]
   size[dimension] = 1
   if gradOutput:nElement() * count ~= input:nElement() then
      wants.otherSize(self, ('gradOutput of %d elements'):format(input:nElement() / count), gradOutput)
   end
   local expanded = gradOutput:contiguous():view(size):expandAs(input)
   self.gradInput:resizeAs(input)
   if self.sizeAverage then return self.gradInput:div(expanded, count) end
   return self.gradInput:copy(expanded)
end
