--- The way back of a convolution over pictures, as a layer: also known as transposed convolution or deconvolution.
--
-- The input is C×H×W or a batch N×C×H×W; the output has O channels of `(H − 1)·dH − 2·padH + kH + adjH` rows and as
-- many columns by the same rule. `weight` is C×O×kH×kW, `bias` O. An input that is a table of two has the second one's
-- rows and columns as its output's size, from which adjW and adjH follow.
--
--     nn.SpatialFullConvolution(3, 6, 4, 4, 2, 2, 1, 1):forward(torch.Tensor(3, 8, 8))      -- 6×16×16
--
-- @classmod nn.SpatialFullConvolution
local compute = require('sconce.nn').SpatialFullConvolution
local expected = require 'nn.expected'
local parameters = require 'nn.parameters'
local sizedBySecond = require 'nn.sizedBySecond'
local wants = require 'nn.wants'
local SpatialFullConvolution, Module = torch.class('nn.SpatialFullConvolution', 'nn.Module')

--- Make a layer.
-- @tparam int nInputPlane C, channels of the input
-- @tparam int nOutputPlane O, channels of the output
-- @tparam int kW columns of the kernel
-- @tparam int kH rows of the kernel
-- @tparam[opt=1] int dW columns of the output for one of the input
-- @tparam[opt=1] int dH rows for one
-- @tparam[opt=0] int padW columns that are cut off on both sides
-- @tparam[opt=0] int padH rows that are cut off above and below
-- @tparam[opt=0] int adjW columns that the output has more, fewer than dW
-- @tparam[opt=0] int adjH rows that it has more, fewer than dH
function SpatialFullConvolution:__init(nInputPlane, nOutputPlane, kW, kH, dW, dH, padW, padH, adjW, adjH)
   Module.__init(self)
   self.nInputPlane, self.nOutputPlane, self.kW, self.kH = nInputPlane, nOutputPlane, kW, kH
   self.dW, self.dH = dW or 1, dH or 1
   wants.counts(self, 'nInputPlane', 'nOutputPlane', 'kW', 'kH', 'dW', 'dH')
   self.padW, self.padH, self.adjW, self.adjH = padW or 0, padH or 0, adjW or 0, adjH or 0
   wants.amounts(self, 'padW', 'padH', 'adjW', 'adjH')
   if self.adjW > self.dW - 1 or self.adjH > self.dH - 1 then
      expected(self, ('adjW and adjH below %d and %d'):format(self.dW, self.dH), self.adjW .. ' and ' .. self.adjH)
   end
   parameters.make(self, {nInputPlane, nOutputPlane, kH, kW}, {nOutputPlane})
   self.ones, self.finput, self.fgradInput = torch.Tensor(), torch.Tensor(), torch.Tensor()
   self:reset()
end

SpatialFullConvolution.noBias = parameters.noBias
SpatialFullConvolution.clearState = parameters.clearState
SpatialFullConvolution.type = parameters.type

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·C·kH·kW)] number stdv the standard deviation
function SpatialFullConvolution:reset(stdv) parameters.draw(self, stdv, self.nInputPlane * self.kH * self.kW) end

--- Give a layer of an older version the fields that it lacks.
function SpatialFullConvolution:backCompatibility()
   self.adjW, self.adjH = self.adjW or 0, self.adjH or 0
   self.padW, self.padH = self.padW or 0, self.padH or 0
   self.finput, self.fgradInput = self.finput or self.weight.new(), self.fgradInput or self.weight.new()
end

-- The image, what says the output's size, if anything does, and the columns and rows that the output has more.
local function settled(self, input)
   self:backCompatibility()
   local image, other = sizedBySecond.parts(self, input, 2)
   if not other then return image, nil, self.adjW, self.adjH end
   return image, other, sizedBySecond.more(self, image, other, 'W', 0), sizedBySecond.more(self, image, other, 'H', 1)
end

function SpatialFullConvolution:updateOutput(input)
   local image, _, adjW, adjH = settled(self, input)
   compute.updateOutput(self.output, image, self.weight, self.bias, self.kW, self.kH, self.dW, self.dH, self.padW,
      self.padH, adjW, adjH)
   return self.output
end

function SpatialFullConvolution:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local image, other, adjW, adjH = settled(self, input)
   compute.updateGradInput(sizedBySecond.gradient(self, image, other), image, gradOutput, self.weight, self.kW, self.kH,
      self.dW, self.dH, self.padW, self.padH, adjW, adjH)
   return self.gradInput
end

function SpatialFullConvolution:accGradParameters(input, gradOutput, scale)
   local image, _, adjW, adjH = settled(self, input)
   compute.accGradParameters(self.gradWeight, self.bias and self.gradBias, image, gradOutput, self.kW, self.kH, self.dW,
      self.dH, self.padW, self.padH, adjW, adjH, scale or 1)
end

function SpatialFullConvolution:__tostring__()
   local text = ('%s(%d -> %d, %dx%d'):format(
      torch.type(self), self.nInputPlane, self.nOutputPlane, self.kW, self.kH)
   local padded, more = self.padW ~= 0 or self.padH ~= 0, (self.adjW or 0) ~= 0 or (self.adjH or 0) ~= 0
   if self.dW ~= 1 or self.dH ~= 1 or padded or more then text = text .. (', %d,%d'):format(self.dW, self.dH) end
   if padded then text = text .. (', %d,%d'):format(self.padW, self.padH) end
   if more then text = text .. (', %d,%d'):format(self.adjW, self.adjH) end
   return text .. (self.bias and ')' or ') without bias')
end
