--- Concatenated rectified linear units: `max(x, 0)` and `max(−x, 0)`, one after the other along the channels.
--
-- A sample has `nInputDims` dimensions, the first of which becomes twice as long; with one more, the input is a batch.
--
--     nn.CReLU(3):forward(torch.Tensor(2, 3, 20, 20))       -- 2×6×20×20
--
-- @classmod nn.CReLU
local sizes = require 'nn.sizes'
local wants = require 'nn.wants'
local CReLU, Sequential = torch.class('nn.CReLU', 'nn.Sequential')

--- Make a layer.
-- @tparam int nInputDims dimensions of a sample
-- @tparam[opt=false] boolean inplace whether memory is saved, at the cost of gradOutput
function CReLU:__init(nInputDims, inplace)
   Sequential.__init(self)
   wants.count(self, 'a number of dimensions of a sample', nInputDims)
   self.nInputDims, self.inplace = nInputDims, inplace and true or false
   self:add(nn.ConcatTable():add(nn.Identity()):add(nn.MulConstant(-1)))
   self:add(nn.JoinTable(2))
   self:add(nn.ReLU(self.inplace))
end

-- The samples as rows, and the size of the output.
local function rows(self, input)
   wants.type(self, 'input', input, self.output)
   local dims = self.nInputDims
   local batches = input:dim() - dims
   if batches ~= 0 and batches ~= 1 then
      wants.otherSize(self, ('input of %d dimensions, or %d for a batch'):format(dims, dims + 1), input)
   end
   local size = input:size()
   size[1 + batches] = 2 * size[1 + batches]
   return input:contiguous():view(batches == 1 and input:size(1) or 1, -1), size
end

function CReLU:updateOutput(input)
   local samples, size = rows(self, input)
   self.output = Sequential.updateOutput(self, samples):resize(size)
   return self.output
end

function CReLU:updateGradInput(input, gradOutput)
   local samples = rows(self, input)
   wants.type(self, 'gradOutput', gradOutput, input)
   if gradOutput:nElement() ~= self.output:nElement() then
      wants.otherSize(self, 'gradOutput of as many elements as ' .. sizes(self.output), gradOutput)
   end
   self.gradInput = Sequential.updateGradInput(self, samples, gradOutput:contiguous():view(samples:size(1), -1))
   return self.gradInput:resize(input:size())
end

--- The gradient with respect to the input; there are no parameters.
function CReLU:backward(input, gradOutput) return self:updateGradInput(input, gradOutput) end

function CReLU:__tostring__() return 'CReLU()' end
