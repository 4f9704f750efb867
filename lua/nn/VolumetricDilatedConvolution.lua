--- Convolution over volumes, whose kernel's elements lie `dilation` apart; otherwise as `nn.VolumetricConvolution`.
-- @classmod nn.VolumetricDilatedConvolution
local products = require 'nn.products'
local wants = require 'nn.wants'
local VolumetricDilatedConvolution, VolumetricConvolution =
   torch.class('nn.VolumetricDilatedConvolution', 'nn.VolumetricConvolution')

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
-- @tparam[opt=1] int dilationT planes from one element of the kernel to the next
-- @tparam[opt=1] int dilationW columns from one to the next
-- @tparam[opt=1] int dilationH rows from one to the next
function VolumetricDilatedConvolution:__init(
   nInputPlane, nOutputPlane, kT, kW, kH, dT, dW, dH, padT, padW, padH, dilationT, dilationW, dilationH)
   VolumetricConvolution.__init(self, nInputPlane, nOutputPlane, kT, kW, kH, dT, dW, dH, padT, padW, padH)
   self.dilationT, self.dilationW, self.dilationH = dilationT or 1, dilationW or 1, dilationH or 1
   wants.counts(self, 'dilationT', 'dilationW', 'dilationH')
   self.finput, self.fgradInput = self.weight.new(), self.weight.new()
end

local function geometry(self)
   return {self.kT, self.kH, self.kW, self.dT, self.dH, self.dW, self.padT, self.padH, self.padW,
      self.dilationT, self.dilationH, self.dilationW}
end

function VolumetricDilatedConvolution:updateOutput(input)
   return products.updateOutput(self, input, 3, geometry(self))
end

function VolumetricDilatedConvolution:updateGradInput(input, gradOutput)
   return products.updateGradInput(self, input, gradOutput, 3, geometry(self))
end

function VolumetricDilatedConvolution:accGradParameters(input, gradOutput, scale)
   products.accGradParameters(self, input, gradOutput, scale or 1, 3, geometry(self))
end

function VolumetricDilatedConvolution:__tostring__()
   local text = ('%s(%d -> %d, %dx%dx%d'):format(
      torch.type(self), self.nInputPlane, self.nOutputPlane, self.kT, self.kW, self.kH)
   local padded = self.padT ~= 0 or self.padW ~= 0 or self.padH ~= 0
   if self.dT ~= 1 or self.dW ~= 1 or self.dH ~= 1 or padded then
      text = text .. (', %d,%d,%d'):format(self.dT, self.dW, self.dH)
   end
   if padded then text = text .. (', %d,%d,%d'):format(self.padT, self.padW, self.padH) end
   return text .. (', %d,%d,%d'):format(self.dilationT, self.dilationW, self.dilationH)
      .. (self.bias and ')' or ') without bias')
end
