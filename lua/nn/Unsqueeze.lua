--- The input with a dimension of size 1 more. It shares the input's elements.
--
--     nn.Unsqueeze(2):forward(torch.Tensor(2, 4))      -- 2×1×4
--
-- @classmod nn.Unsqueeze
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local Unsqueeze, Module = torch.class('nn.Unsqueeze', 'nn.Module')

--- Make a layer.
-- @tparam int pos where the new dimension comes
-- @tparam[opt] int numInputDims how many dimensions a sample has: others before them are the batch's. If nothing is
-- said, as many as the first input has
function Unsqueeze:__init(pos, numInputDims)
   Module.__init(self)
   wants.count(self, 'a position', pos)
   self.pos = pos
   self:setNumInputDims(numInputDims)
end

--- Say how many dimensions a sample has.
-- @treturn nn.Unsqueeze itself
function Unsqueeze:setNumInputDims(numInputDims)
   self.numInputDims = wants.optionalCount(self, 'a number of dimensions', numInputDims)
   return self
end

function Unsqueeze:updateOutput(input)
   wants.dims(self, 'input', input, self.numInputDims or 1, math.huge)
   wants.type(self, 'input', input, self.output)
   self.numInputDims = self.numInputDims or input:dim()
   local position = wants.dimension(self, self.pos + input:dim() - self.numInputDims, input:dim() + 1)
   return utils.addSingletonDimension(self.output, input, position)
end

function Unsqueeze:updateGradInput(input, gradOutput)
   wants.gradient(self, input, gradOutput)
   self.gradInput:set(gradOutput:contiguous():view(input:size()))
   return self.gradInput
end

function Unsqueeze:__tostring__() return ('%s(dim %d)'):format(torch.type(self), self.pos) end
