--- The input without its dimensions of size 1, or without one of them. It shares the input's elements.
-- @classmod nn.Squeeze
local wants = require 'nn.wants'
local Squeeze, Module = torch.class('nn.Squeeze', 'nn.Module')

--- Make a layer.
-- @tparam[opt] int dim which dimension, if it is of size 1; all that are if nothing is said
-- @tparam[opt] int numInputDims how many dimensions a sample has: with one more, the first is the batch
function Squeeze:__init(dim, numInputDims)
   Module.__init(self)
   self.dim = wants.optionalCount(self, 'a dimension', dim)
   self:setNumInputDims(numInputDims)
end

--- Say how many dimensions a sample has.
-- @treturn nn.Squeeze itself
function Squeeze:setNumInputDims(numInputDims)
   self.numInputDims = wants.optionalCount(self, 'a number of dimensions', numInputDims)
   return self
end

function Squeeze:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   local dimension = self.dim
   if dimension then
      if self.numInputDims and input:dim() == self.numInputDims + 1 then dimension = dimension + 1 end
      wants.dimension(self, dimension, input:dim())
   end
   local squeezed = dimension and input:squeeze(dimension) or input:squeeze()
   if not torch.isTensor(squeezed) then squeezed = input:view(1) end
   self.output:set(squeezed)
   return self.output
end

function Squeeze:updateGradInput(input, gradOutput)
   wants.gradient(self, input, gradOutput)
   self.gradInput:set(gradOutput:contiguous():view(input:size()))
   return self.gradInput
end
