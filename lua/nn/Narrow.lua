--- A part of the input along a dimension.
--
--     nn.Narrow(1, 2, -1):forward(torch.Tensor(4, 5))      -- the second to the last of 4
--
-- @classmod nn.Narrow
local wants = require 'nn.wants'
local Narrow, Module = torch.class('nn.Narrow', 'nn.Module')

--- Make a layer.
-- @tparam int dimension along which; a negative one counts from the last
-- @tparam int offset where the part begins; a negative one leaves all but `length` elements, from the first
-- @tparam[opt=1] int length how long it is; -1 is to the end, -2 to the one before, and so on
function Narrow:__init(dimension, offset, length)
   Module.__init(self)
   self.dimension = wants.axis(self, dimension)
   self.index, self.length = wants.axis(self, offset), wants.axis(self, length or 1)
end

-- Dimension, beginning and length for an input.
local function place(self, input)
   wants.tensor(self, 'input', input)
   local dimension, index, length = wants.axisOf(self, input), self.index, self.length
   local size = input:size(dimension)
   if length < 0 then length = size - index + length + 2 end
   if index < 0 then index, length = 1, size - length end
   if index < 1 or length < 1 or index + length - 1 > size then
      local what = ('input with elements %d to %d along dimension %d'):format(index, index + length - 1, dimension)
      wants.otherSize(self, what, input)
   end
   return dimension, index, length
end

function Narrow:updateOutput(input)
   local dimension, index, length = place(self, input)
   if torch.type(self.output) ~= torch.type(input) then self.output = input.new() end
   local part = input:narrow(dimension, index, length)
   self.output:resizeAs(part):copy(part)
   return self.output
end

function Narrow:updateGradInput(input, gradOutput)
   local dimension, index, length = place(self, input)
   if torch.type(self.gradInput) ~= torch.type(input) then self.gradInput = input.new() end
   local part = self.gradInput:resizeAs(input):zero():narrow(dimension, index, length)
   part:copy(wants.elements(self, 'gradOutput', gradOutput, part))
   return self.gradInput
end
