--- The sum of each window times a weight of its channel, plus a bias: pooling that learns.
--
-- The input is C×H×W or a batch N×C×H×W; the output has `(H − kH) / dH + 1` rows, rounded down, columns by the same
-- rule. `weight` and `bias` are C.
--
-- Source: LeCun, Bottou, Bengio and Haffner, 1998, "Gradient-based learning applied to document recognition".
--
-- @classmod nn.SpatialSubSampling
local compute = require('sconce.nn').SpatialAveragePooling
local parameters = require 'nn.parameters'
local products = require 'nn.products'
local wants = require 'nn.wants'
local SpatialSubSampling, Module = torch.class('nn.SpatialSubSampling', 'nn.Module')

--- Make a layer.
-- @tparam int nInputPlane C, channels
-- @tparam int kW columns of a window
-- @tparam int kH rows of a window
-- @tparam[opt=1] int dW columns that it moves on by
-- @tparam[opt=1] int dH rows that it moves on by
function SpatialSubSampling:__init(nInputPlane, kW, kH, dW, dH)
   Module.__init(self)
   self.nInputPlane, self.kW, self.kH, self.dW, self.dH = nInputPlane, kW, kH, dW or 1, dH or 1
   wants.counts(self, 'nInputPlane', 'kW', 'kH', 'dW', 'dH')
   parameters.make(self, {nInputPlane}, {nInputPlane})
   self:reset()
end

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·kH·kW)] number stdv the standard deviation
function SpatialSubSampling:reset(stdv) parameters.draw(self, stdv, self.kW * self.kH) end

-- A number for each channel, seen at every place.
local function everywhere(numbers, tensor)
   local size = torch.LongStorage(tensor:dim()):fill(1)
   size[tensor:dim() - 2] = numbers:size(1)
   return numbers:view(size):expandAs(tensor)
end

local function sums(self, result, input)
   products.check(self, input, self.nInputPlane, 2)
   compute.updateOutput(result, input, self.kW, self.kH, self.dW, self.dH, 0, 0, false, true, false)
   return result
end

function SpatialSubSampling:updateOutput(input)
   local output = sums(self, self.output, input)
   return output:cmul(everywhere(self.weight, output)):add(everywhere(self.bias, output))
end

function SpatialSubSampling:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   products.check(self, input, self.nInputPlane, 2)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   wants.dims(self, 'gradOutput', gradOutput, 3, 4)
   local weighted = torch.cmul(gradOutput, everywhere(self.weight, gradOutput))
   compute.updateGradInput(
      self.gradInput, input, weighted, self.kW, self.kH, self.dW, self.dH, 0, 0, false, true, false)
   return self.gradInput
end

function SpatialSubSampling:accGradParameters(input, gradOutput, scale)
   products.check(self, input, self.nInputPlane, 2)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   wants.dims(self, 'gradOutput', gradOutput, 3, 4)
   local C = self.nInputPlane
   -- Sums over all places of each channel of N×C×P.
   local function byChannel(tensor)
      tensor = tensor:contiguous()
      return tensor:view(tensor:nElement() / (C * tensor:size(tensor:dim()) * tensor:size(tensor:dim() - 1)), C, -1)
         :sum(3):sum(1):view(-1)
   end
   self.gradWeight:add(scale or 1, byChannel(sums(self, input.new(), input):cmul(gradOutput)))
   self.gradBias:add(scale or 1, byChannel(gradOutput))
end
