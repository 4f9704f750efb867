--- The tensors of a table joined along a dimension.
--
--     nn.JoinTable(1, 1):forward {torch.Tensor(5, 2), torch.Tensor(5, 3)}      -- 5×5
--
-- @classmod nn.JoinTable
local slots = require 'nn.slots'
local wants = require 'nn.wants'
local JoinTable, Module = torch.class('nn.JoinTable', 'nn.Module')

--- Make a layer.
-- @tparam int dimension along which the tensors are joined; a negative one counts from the last
-- @tparam[opt] int nInputDims how many dimensions a sample has: with one more, the first is the batch
function JoinTable:__init(dimension, nInputDims)
   Module.__init(self)
   self.size = torch.LongStorage()
   self.dimension = wants.axis(self, dimension)
   self.nInputDims = wants.optionalCount(self, 'a number of dimensions', nInputDims)
   self.gradInput = {}
end

-- Tensors that differ along the dimension alone; where they are joined.
local function check(self, input)
   wants.tensors(self, input)
   local first = input[1]
   local dimension = wants.axisOf(self, first)
   for i = 2, #input do
      local other = input[i]
      local same = other:isSameSizeAs(first)
      if not same and other:dim() == first:dim() then
         same = true
         for d = 1, first:dim() do same = same and (d == dimension or other:size(d) == first:size(d)) end
      end
      if not same then
         wants.otherSize(self, ('inputs of one size but for dimension %d'):format(dimension), other)
      end
   end
   return dimension
end

-- Where each tensor of a table has its place in what they are joined to.
local function narrowed(joined, input, dimension, body)
   local offset = 1
   for i = 1, #input do
      local count = input[i]:size(dimension)
      body(i, joined:narrow(dimension, offset, count))
      offset = offset + count
   end
end

local function joinedSize(input, dimension)
   local size = input[1]:size()
   for i = 2, #input do size[dimension] = size[dimension] + input[i]:size(dimension) end
   return size
end

function JoinTable:updateOutput(input)
   local dimension = check(self, input)
   if torch.type(input[1]) ~= torch.type(self.output) then
      -- As with the original, the output has the layer's type, which may not have been converted.
      self.output:resize(joinedSize(input, dimension))
      narrowed(self.output, input, dimension, function(i, part) part:copy(input[i]) end)
   elseif #input == 1 then
      self.output:resizeAs(input[1]):copy(input[1])
   else
      torch.cat(self.output, input, dimension)
   end
   if not self.output:isSize(self.size) then self.size = self.output:size() end
   return self.output
end

function JoinTable:updateGradInput(input, gradOutput)
   local dimension = check(self, input)
   wants.tensor(self, 'gradOutput', gradOutput)
   if torch.type(gradOutput) ~= torch.type(self.output) then wants.type(self, 'gradOutput', gradOutput, input[1]) end
   wants.sized(self, 'gradOutput', gradOutput, gradOutput, joinedSize(input, dimension))
   local gradInput = slots(self.gradInput, input)
   narrowed(gradOutput, input, dimension, function(i, part) gradInput[i]:resizeAs(input[i]):copy(part) end)
   self.gradInput = gradInput
   return gradInput
end

--- Convert the layer; its gradients are made anew.
function JoinTable:type(type, cache)
   if type then self.gradInput = {} end
   return Module.type(self, type, cache)
end
