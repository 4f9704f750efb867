--- All dimensions of a sample as one.
--
--     nn.Collapse(3):forward(torch.Tensor(8, 3, 4, 5))      -- 8×60
--
-- @classmod nn.Collapse
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local Collapse, Module = torch.class('nn.Collapse', 'nn.Module')

--- Make a layer.
-- @tparam int nInputDim how many dimensions a sample has: with others, the first is the batch
function Collapse:__init(nInputDim)
   Module.__init(self)
   wants.count(self, 'a number of dimensions', nInputDim)
   self.nInputDim = nInputDim
end

function Collapse:updateOutput(input)
   wants.dims(self, 'input', input, 1, math.huge)
   wants.type(self, 'input', input, self.output)
   if input:dim() > self.nInputDim then
      self.output:set(utils.contiguousView(input, input:size(1), -1))
   else
      self.output:set(utils.contiguousView(input, -1))
   end
   return self.output
end

function Collapse:updateGradInput(input, gradOutput)
   wants.gradient(self, input, gradOutput)
   self.gradInput:set(utils.contiguousView(gradOutput, input:size()))
   return self.gradInput
end
