--- The input with pairs of dimensions exchanged, one pair after another.
--
--     nn.Transpose({1, 3}):forward(torch.Tensor(2, 4, 3))      -- 3×4×2
--
-- @classmod nn.Transpose
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local wants = require 'nn.wants'
local Transpose, Module = torch.class('nn.Transpose', 'nn.Module')

--- Make a layer.
-- @param ... pairs of dimensions
function Transpose:__init(...)
   Module.__init(self)
   self.permutations = {...}
   for i = 1, select('#', ...) do
      local pair = self.permutations[i]
      if torch.type(pair) ~= 'table' or not isCount(pair[1]) or not isCount(pair[2]) then
         expected(self, 'pairs of dimensions, such as {1, 2}', pair)
      end
   end
   self.numInputDims = nil
end

--- Say how many dimensions a sample has; those before are the batch's, and are not counted.
-- @treturn nn.Transpose itself
function Transpose:setNumInputDims(numInputDims)
   self.numInputDims = wants.optionalCount(self, 'a number of dimensions', numInputDims)
   return self
end

-- A view with the pairs exchanged, from the first to the last or the other way round.
local function exchanged(self, tensor, first, last, step)
   local lead = self.numInputDims and tensor:dim() - self.numInputDims or 0
   for i = first, last, step do
      local pair = self.permutations[i]
      tensor = tensor:transpose(wants.dimension(self, pair[1] + lead, tensor:dim()),
         wants.dimension(self, pair[2] + lead, tensor:dim()))
   end
   return tensor
end

function Transpose:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   local view = exchanged(self, input, 1, #self.permutations, 1)
   return self.output:resizeAs(view):copy(view)
end

function Transpose:updateGradInput(input, gradOutput)
   wants.type(self, 'gradOutput', gradOutput, wants.tensor(self, 'input', input))
   local view = gradOutput:dim() == input:dim() and exchanged(self, gradOutput, #self.permutations, 1, -1)
   if not view or not view:isSameSizeAs(input) then
      wants.same(self, 'gradOutput', gradOutput, exchanged(self, input, 1, #self.permutations, 1))
   end
   return self.gradInput:resizeAs(view):copy(view)
end
