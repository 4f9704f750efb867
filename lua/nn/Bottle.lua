--- Lets inputs of more dimensions through a layer that takes batches: the leading ones become one, and come back after.
--
--     nn.Bottle(nn.Linear(10, 2)):forward(torch.Tensor(4, 5, 3, 10))      -- 4×5×3×2
--
-- @classmod nn.Bottle
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local Bottle, Decorator = torch.class('nn.Bottle', 'nn.Decorator')

--- Make one.
-- @tparam nn.Module module the layer
-- @tparam[opt=2] int nInputDim how many dimensions its input has, the batch's among them
-- @tparam[opt=nInputDim] int nOutputDim how many its output has
function Bottle:__init(module, nInputDim, nOutputDim)
   Decorator.__init(self, module)
   self.nInputDim = nInputDim or 2
   self.nOutputDim = nOutputDim or self.nInputDim
   for _, count in ipairs {self.nInputDim, self.nOutputDim} do
      wants.count(self, 'a number of dimensions', count)
   end
   self.dimDelta = self.nInputDim - self.nOutputDim
   -- What the original keeps; nothing is in it here.
   self.inShape, self.outShape = torch.Tensor(self.nInputDim), torch.Tensor(self.nOutputDim)
end

-- The sizes when leading dimensions become one, so that there are so many; nothing if there are no more.
local function bottled(tensor, count)
   local folded = tensor:dim() - count
   if folded <= 0 then return nil end
   local size, first = torch.LongStorage(count), 1
   for d = 1, folded + 1 do first = first * tensor:size(d) end
   size[1] = first
   for d = 2, count do size[d] = tensor:size(folded + d) end
   return size
end

-- A tensor with its leading dimensions as one.
local function bottle(tensor, count)
   local size = bottled(tensor, count)
   return size and utils.contiguousView(tensor, size) or tensor
end

function Bottle:updateOutput(input)
   wants.tensor(self, 'input', input)
   local output = self.modules[1]:updateOutput(bottle(input, self.nInputDim))
   wants.type(self, 'output', output, self.output)
   local folded = input:dim() - self.nInputDim
   if folded <= 0 then
      self.output:set(output)
      return self.output
   end
   wants.dims(self, 'output', output, self.nOutputDim)
   local rows = 1
   for d = 1, folded + 1 do rows = rows * input:size(d) end
   if output:size(1) ~= rows then
      wants.otherSize(self, ('an output of %d rows from the module'):format(rows), output)
   end
   local size = torch.LongStorage(folded + self.nOutputDim)
   for d = 1, folded + 1 do size[d] = input:size(d) end
   for d = 2, self.nOutputDim do size[folded + d] = output:size(d) end
   self.output:set(utils.contiguousView(output, size))
   return self.output
end

-- Input and gradient as the layer has them.
local function inside(self, input, gradOutput)
   wants.tensor(self, 'input', input)
   wants.tensor(self, 'gradOutput', gradOutput)
   if input:dim() <= self.nInputDim then return input, gradOutput end
   return bottle(input, self.nInputDim), bottle(gradOutput, self.nOutputDim)
end

function Bottle:updateGradInput(input, gradOutput)
   local gradInput = self.modules[1]:updateGradInput(inside(self, input, gradOutput))
   if not torch.isTensor(gradInput) then return end
   wants.type(self, 'gradInput', gradInput, self.gradInput)
   self.gradInput:set(utils.contiguousView(wants.elements(self, 'gradInput', gradInput, input), input:size()))
   return self.gradInput
end

function Bottle:accGradParameters(input, gradOutput, scale)
   input, gradOutput = inside(self, input, gradOutput)
   self.modules[1]:accGradParameters(input, gradOutput, scale)
end

function Bottle:accUpdateGradParameters(input, gradOutput, learningRate)
   input, gradOutput = inside(self, input, gradOutput)
   self.modules[1]:accUpdateGradParameters(input, gradOutput, learningRate)
end

function Bottle:sharedAccUpdateGradParameters(input, gradOutput, learningRate)
   input, gradOutput = inside(self, input, gradOutput)
   self.modules[1]:sharedAccUpdateGradParameters(input, gradOutput, learningRate)
end
