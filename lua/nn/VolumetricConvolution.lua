--- Convolution over volumes, such as the pictures of a film.
--
-- The input is C×T×H×W or a batch N×C×T×H×W; the output has O channels of `(T + 2·padT − kT) / dT + 1` planes, rounded
-- down, rows and columns by the same rule. `weight` is O×C×kT×kH×kW, `bias` O.
--
--     nn.VolumetricConvolution(3, 6, 2, 5, 5):forward(torch.Tensor(3, 8, 32, 32))      -- 6×7×28×28
--
-- @classmod nn.VolumetricConvolution
local parameters = require 'nn.parameters'
local products = require 'nn.products'
local wants = require 'nn.wants'
local VolumetricConvolution, Module = torch.class('nn.VolumetricConvolution', 'nn.Module')

--- Make a layer.
-- @tparam int nInputPlane C, channels of the input
-- @tparam int nOutputPlane O, channels of the output
-- @tparam int kT planes of the kernel
-- @tparam int kW columns of the kernel
-- @tparam int kH rows of the kernel
-- @tparam[opt=1] int dT planes that it moves on by
-- @tparam[opt=1] int dW columns that it moves on by
-- @tparam[opt=1] int dH rows that it moves on by
-- @tparam[opt=0] int padT planes of zeros before and after
-- @tparam[opt=padT] int padW columns of zeros on both sides
-- @tparam[opt=padW] int padH rows of zeros above and below
function VolumetricConvolution:__init(nInputPlane, nOutputPlane, kT, kW, kH, dT, dW, dH, padT, padW, padH)
   Module.__init(self)
   self.nInputPlane, self.nOutputPlane, self.kT, self.kW, self.kH = nInputPlane, nOutputPlane, kT, kW, kH
   self.dT, self.dW, self.dH = dT or 1, dW or 1, dH or 1
   wants.counts(self, 'nInputPlane', 'nOutputPlane', 'kT', 'kW', 'kH', 'dT', 'dW', 'dH')
   padT = padT or 0
   padW = padW or padT
   self.padT, self.padW, self.padH = padT, padW, padH or padW
   wants.amounts(self, 'padT', 'padW', 'padH')
   parameters.make(self, {nOutputPlane, nInputPlane, kT, kH, kW}, {nOutputPlane})
   self:reset()
end

VolumetricConvolution.noBias = parameters.noBias
VolumetricConvolution.clearState = parameters.clearState
VolumetricConvolution.type = parameters.type

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·C·kT·kH·kW)] number stdv the standard deviation
function VolumetricConvolution:reset(stdv)
   parameters.draw(self, stdv, self.kT * self.kW * self.kH * self.nInputPlane)
end

local function geometry(self)
   self.finput, self.fgradInput = self.finput or self.weight.new(), self.fgradInput or self.weight.new()
   return {self.kT, self.kH, self.kW, self.dT, self.dH, self.dW,
      self.padT or 0, self.padH or 0, self.padW or 0, 1, 1, 1}
end

function VolumetricConvolution:updateOutput(input) return products.updateOutput(self, input, 3, geometry(self)) end

function VolumetricConvolution:updateGradInput(input, gradOutput)
   return products.updateGradInput(self, input, gradOutput, 3, geometry(self))
end

function VolumetricConvolution:accGradParameters(input, gradOutput, scale)
   products.accGradParameters(self, input, gradOutput, scale or 1, 3, geometry(self))
end

function VolumetricConvolution:__tostring__()
   local text = ('%s(%d -> %d, %dx%dx%d'):format(
      torch.type(self), self.nInputPlane, self.nOutputPlane, self.kT, self.kW, self.kH)
   local padded = self.padT and (self.padT ~= 0 or self.padW ~= 0 or self.padH ~= 0)
   if self.dT ~= 1 or self.dW ~= 1 or self.dH ~= 1 or padded then
      text = text .. (', %d,%d,%d'):format(self.dT, self.dW, self.dH)
   end
   if padded then text = text .. (', %d,%d,%d'):format(self.padT, self.padW, self.padH) end
   return text .. ')'
end
