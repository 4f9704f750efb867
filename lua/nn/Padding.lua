--- Adds elements along a dimension, all of one value.
--
--     nn.Padding(1, 2):forward(torch.Tensor {1, 2})      -- 1, 2, 0, 0
--
-- @classmod nn.Padding
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local Padding, Module = torch.class('nn.Padding', 'nn.Module')

--- Make a layer.
-- @tparam int dim along which
-- @tparam int pad how many elements: before the others if it is negative, after them otherwise
-- @tparam[opt] int nInputDim how many dimensions a sample has: with others, the first is the batch
-- @tparam[opt=0] number value what is added
-- @tparam[opt=1] int index with how many elements between the added ones and the end, less one
function Padding:__init(dim, pad, nInputDim, value, index)
   Module.__init(self)
   wants.count(self, 'a dimension', dim)
   self.dim, self.pad = dim, wants.number(self, 'a number of elements to add', pad)
   if math.abs(pad) == math.huge then expected(self, 'a number of elements to add', pad) end
   self.nInputDim = wants.optionalCount(self, 'a number of dimensions', nInputDim)
   self.value, self.index = wants.number(self, 'a value', value or 0), index or 1
   wants.count(self, 'a place for the elements', self.index)
   self.outputSize = torch.LongStorage()
end

-- Along which dimension, and how many elements come before the added ones.
local function place(self, input)
   wants.dims(self, 'input', input, 1, math.huge)
   local dimension = self.dim
   if self.nInputDim and input:dim() ~= self.nInputDim then dimension = dimension + 1 end
   wants.dimension(self, dimension, input:dim())
   local size = input:size(dimension)
   local before = self.pad > 0 and size - self.index + 1 or self.index - 1
   if before < 0 or before > size then
      local what = ('input of at least %d elements along dimension %d'):format(self.index - 1, dimension)
      wants.otherSize(self, what, input)
   end
   return dimension, before
end

-- The parts of an input, and where they lie in an output.
local function each(input, output, f, dimension, before, pad)
   local size = input:size(dimension)
   if before == size then return f(input, output:narrow(dimension, 1, before)) end
   if before > 0 then f(input:narrow(dimension, 1, before), output:narrow(dimension, 1, before)) end
   f(input:narrow(dimension, before + 1, size - before), output:narrow(dimension, before + pad + 1, size - before))
end

-- The size of an output.
local function padded(self, input, dimension)
   local size = input:size()
   size[dimension] = size[dimension] + math.abs(self.pad)
   return size
end

local function copyOut(from, to) to:copy(from) end
local function copyBack(to, from) to:copy(from) end

function Padding:updateOutput(input)
   local dimension, before = place(self, input)
   self.outputSize = padded(self, input, dimension)
   self.output:resize(self.outputSize)
   local pad = math.abs(self.pad)
   if pad ~= 0 then self.output:narrow(dimension, before + 1, pad):fill(self.value) end
   each(input, self.output, copyOut, dimension, before, pad)
   return self.output
end

function Padding:updateGradInput(input, gradOutput)
   local dimension, before = place(self, input)
   wants.sized(self, 'gradOutput', gradOutput, self.output, padded(self, input, dimension))
   each(self.gradInput:resizeAs(input), gradOutput, copyBack, dimension, before, math.abs(self.pad))
   return self.gradInput
end
