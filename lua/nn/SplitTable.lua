--- The slices of a tensor along a dimension, as a table. They share the input's elements.
--
--     nn.SplitTable(1):forward(torch.Tensor(3, 4))      -- 3 tensors of 4
--
-- @classmod nn.SplitTable
local wants = require 'nn.wants'
local SplitTable, Module = torch.class('nn.SplitTable', 'nn.Module')

--- Make a layer.
-- @tparam int dimension along which it is split; a negative one counts from the last
-- @tparam[opt] int nInputDims how many dimensions a sample has: with one more, the first is the batch
function SplitTable:__init(dimension, nInputDims)
   Module.__init(self)
   self.dimension = wants.axis(self, dimension)
   self.nInputDims = wants.optionalCount(self, 'a number of dimensions', nInputDims)
end

function SplitTable:updateOutput(input)
   wants.tensor(self, 'input', input)
   local dimension, output = wants.axisOf(self, input), {}
   for i = 1, input:size(dimension) do output[i] = input:select(dimension, i) end
   self.output = output
   return output
end

function SplitTable:updateGradInput(input, gradOutput)
   wants.tensor(self, 'input', input)
   wants.table(self, 'gradOutput', gradOutput)
   if not self.gradInput then return end
   local dimension = wants.axisOf(self, input)
   self.gradInput = wants.type(self, 'input', self.gradInput, input)
   self.gradInput:resizeAs(input)
   for i = 1, input:size(dimension) do
      local slice = self.gradInput:select(dimension, i)
      if torch.isTensor(slice) then
         slice:copy(wants.elements(self, i, gradOutput[i], slice))
      else
         self.gradInput[i] = wants.number(self, ('a number as gradOutput %d'):format(i), gradOutput[i])
      end
   end
   return self.gradInput
end
