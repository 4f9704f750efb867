--- The way back of a convolution over volumes, as a layer.
--
-- The input is C×T×H×W or a batch N×C×T×H×W; the output has O channels of `(T − 1)·dT − 2·padT + kT + adjT` planes,
-- rows and columns by the same rule. `weight` is C×O×kT×kH×kW, `bias` O. An input that is a table of two has the second
-- one's size as its output's, as with `nn.SpatialFullConvolution`.
--
-- @classmod nn.VolumetricFullConvolution
local expected = require 'nn.expected'
local parameters = require 'nn.parameters'
local products = require 'nn.products'
local sizedBySecond = require 'nn.sizedBySecond'
local wants = require 'nn.wants'
local VolumetricFullConvolution, Module = torch.class('nn.VolumetricFullConvolution', 'nn.Module')

--- Make a layer.
-- @tparam int nInputPlane C, channels of the input
-- @tparam int nOutputPlane O, channels of the output
-- @tparam int kT planes of the kernel
-- @tparam int kW columns of the kernel
-- @tparam int kH rows of the kernel
-- @tparam[opt=1] int dT planes of the output for one of the input
-- @tparam[opt=1] int dW columns for one
-- @tparam[opt=1] int dH rows for one
-- @tparam[opt=0] int padT planes that are cut off before and after
-- @tparam[opt=0] int padW columns that are cut off on both sides
-- @tparam[opt=0] int padH rows that are cut off above and below
-- @tparam[opt=0] int adjT planes that the output has more, fewer than dT
-- @tparam[opt=0] int adjW columns that it has more, fewer than dW
-- @tparam[opt=0] int adjH rows that it has more, fewer than dH
function VolumetricFullConvolution:__init(
   nInputPlane, nOutputPlane, kT, kW, kH, dT, dW, dH, padT, padW, padH, adjT, adjW, adjH)
   Module.__init(self)
   self.nInputPlane, self.nOutputPlane, self.kT, self.kW, self.kH = nInputPlane, nOutputPlane, kT, kW, kH
   self.dT, self.dW, self.dH = dT or 1, dW or 1, dH or 1
   wants.counts(self, 'nInputPlane', 'nOutputPlane', 'kT', 'kW', 'kH', 'dT', 'dW', 'dH')
   self.padT, self.padW, self.padH = padT or 0, padW or 0, padH or 0
   self.adjT, self.adjW, self.adjH = adjT or 0, adjW or 0, adjH or 0
   wants.amounts(self, 'padT', 'padW', 'padH', 'adjT', 'adjW', 'adjH')
   if self.adjT > self.dT - 1 or self.adjW > self.dW - 1 or self.adjH > self.dH - 1 then
      expected(self, ('adjT, adjW and adjH below %d, %d and %d'):format(self.dT, self.dW, self.dH),
         ('%g, %g and %g'):format(self.adjT, self.adjW, self.adjH))
   end
   parameters.make(self, {nInputPlane, nOutputPlane, kT, kH, kW}, {nOutputPlane})
   self.ones, self.finput, self.fgradInput = torch.Tensor(), torch.Tensor(), torch.Tensor()
   self:reset()
end

VolumetricFullConvolution.noBias = parameters.noBias
VolumetricFullConvolution.clearState = parameters.clearState
VolumetricFullConvolution.type = parameters.type

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·C·kT·kH·kW)] number stdv the standard deviation
function VolumetricFullConvolution:reset(stdv)
   parameters.draw(self, stdv, self.nInputPlane * self.kT * self.kH * self.kW)
end

--- Give a layer of an older version the fields that it lacks. The first had other names for the padding, no adjustment,
-- and the planes of the output before those of the input.
function VolumetricFullConvolution:backCompatibility()
   if not self.adjW then
      for _, name in ipairs {'weight', 'gradWeight'} do
         self[name] = self[name] and self[name]:transpose(1, 2):contiguous()
      end
   end
   self.padT, self.padW, self.padH = self.padT or self.pT, self.padW or self.pW, self.padH or self.pH
   for _, name in ipairs {'adjT', 'adjW', 'adjH', 'padT', 'padW', 'padH'} do self[name] = self[name] or 0 end
   self.finput, self.fgradInput = self.finput or self.weight.new(), self.fgradInput or self.weight.new()
end

-- The volume, what says the output's size, if anything does, the geometry, and what the output has more.
local function settled(self, input)
   self:backCompatibility()
   local g = {self.kT, self.kH, self.kW, self.dT, self.dH, self.dW, self.padT, self.padH, self.padW, 1, 1, 1}
   local volume, other = sizedBySecond.parts(self, input, 3)
   if not other then return volume, nil, g, {self.adjT, self.adjH, self.adjW} end
   local function more(side, back) return sizedBySecond.more(self, volume, other, side, back) end
   return volume, other, g, {more('T', 2), more('H', 1), more('W', 0)}
end

function VolumetricFullConvolution:updateOutput(input)
   local volume, _, g, more = settled(self, input)
   return products.updateOutputBack(self, volume, 3, g, more)
end

function VolumetricFullConvolution:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local volume, other, g, more = settled(self, input)
   local gradient = sizedBySecond.gradient(self, volume, other)
   local whole = self.gradInput
   self.gradInput = gradient
   products.updateGradInputBack(self, volume, gradOutput, 3, g, more)
   self.gradInput = whole
   return whole
end

function VolumetricFullConvolution:accGradParameters(input, gradOutput, scale)
   local volume, _, g, more = settled(self, input)
   products.accGradParametersBack(self, volume, gradOutput, scale or 1, 3, g, more)
end

function VolumetricFullConvolution:__tostring__()
   local text = ('%s(%d -> %d, %dx%dx%d'):format(
      torch.type(self), self.nInputPlane, self.nOutputPlane, self.kT, self.kW, self.kH)
   local padded = self.padT ~= 0 or self.padW ~= 0 or self.padH ~= 0
   local more = (self.adjT or 0) ~= 0 or (self.adjW or 0) ~= 0 or (self.adjH or 0) ~= 0
   if self.dT ~= 1 or self.dW ~= 1 or self.dH ~= 1 or padded or more then
      text = text .. (', %d,%d,%d'):format(self.dT, self.dW, self.dH)
   end
   if padded then text = text .. (', %d,%d,%d'):format(self.padT, self.padW, self.padH) end
   if more then text = text .. (', %d,%d,%d'):format(self.adjT, self.adjW, self.adjH) end
   return text .. ')'
end
