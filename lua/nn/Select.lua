--- One slice of the input along a dimension, which goes.
--
--     nn.Select(1, 3):forward(torch.Tensor(10, 5))      -- the third row
--
-- @classmod nn.Select
local wants = require 'nn.wants'
local Select, Module = torch.class('nn.Select', 'nn.Module')

--- Make a layer.
-- @tparam int dimension along which
-- @tparam int index which slice; both may be negative, and then count from the last
function Select:__init(dimension, index)
   Module.__init(self)
   self.dimension, self.index = wants.axis(self, dimension), wants.axis(self, index)
end

local function place(self, input)
   wants.dims(self, 'input', input, 2, math.huge)
   local dimension, index = wants.axisOf(self, input), self.index
   local size = input:size(dimension)
   if index < 0 then index = size + index + 1 end
   if index < 1 or index > size then
      wants.otherSize(self, ('input with a slice %d along dimension %d'):format(self.index, dimension), input)
   end
   return dimension, index
end

function Select:updateOutput(input)
   local dimension, index = place(self, input)
   wants.type(self, 'input', input, self.output)
   local slice = input:select(dimension, index)
   return self.output:resizeAs(slice):copy(slice)
end

function Select:updateGradInput(input, gradOutput)
   local dimension, index = place(self, input)
   wants.type(self, 'input', input, self.gradInput)
   local slice = self.gradInput:resizeAs(input):zero():select(dimension, index)
   slice:copy(wants.elements(self, 'gradOutput', gradOutput, slice))
   return self.gradInput
end
