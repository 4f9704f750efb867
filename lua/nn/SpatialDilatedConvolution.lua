--- Convolution over pictures, whose kernel's elements lie `dilation` apart.
--
-- As `nn.SpatialConvolution`; the output has `(H + 2·padH − dilationH·(kH − 1) − 1) / dH + 1` rows.
--
-- Source: Yu and Koltun, 2015, arXiv:1511.07122.
--
-- @classmod nn.SpatialDilatedConvolution
local products = require 'nn.products'
local wants = require 'nn.wants'
local SpatialDilatedConvolution, SpatialConvolution =
   torch.class('nn.SpatialDilatedConvolution', 'nn.SpatialConvolution')

--- Make a layer.
-- @tparam int nInputPlane C, channels of the input
-- @tparam int nOutputPlane O, channels of the output
-- @tparam int kW columns of the kernel
-- @tparam int kH rows of the kernel
-- @tparam[opt=1] int dW columns that it moves on by
-- @tparam[opt=1] int dH rows that it moves on by
-- @tparam[opt=0] int padW columns of zeros on both sides of the input
-- @tparam[opt=padW] int padH rows of zeros above and below
-- @tparam[opt=1] int dilationW columns from one element of the kernel to the next
-- @tparam[opt=1] int dilationH rows from one to the next
function SpatialDilatedConvolution:__init(nInputPlane, nOutputPlane, kW, kH, dW, dH, padW, padH, dilationW, dilationH)
   SpatialConvolution.__init(self, nInputPlane, nOutputPlane, kW, kH, dW, dH, padW, padH)
   self.dilationW, self.dilationH = dilationW or 1, dilationH or 1
   wants.counts(self, 'dilationW', 'dilationH')
end

local function geometry(self)
   self.finput, self.fgradInput = self.finput or self.weight.new(), self.fgradInput or self.weight.new()
   self.padW, self.padH = self.padW or 0, self.padH or 0
   return {1, self.kH, self.kW, 1, self.dH, self.dW, 0, self.padH, self.padW, 1, self.dilationH, self.dilationW}
end

function SpatialDilatedConvolution:updateOutput(input) return products.updateOutput(self, input, 2, geometry(self)) end

function SpatialDilatedConvolution:updateGradInput(input, gradOutput)
   return products.updateGradInput(self, input, gradOutput, 2, geometry(self))
end

function SpatialDilatedConvolution:accGradParameters(input, gradOutput, scale)
   products.accGradParameters(self, input, gradOutput, scale or 1, 2, geometry(self))
end

function SpatialDilatedConvolution:__tostring__()
   local text = ('%s(%d -> %d, %dx%d'):format(torch.type(self), self.nInputPlane, self.nOutputPlane, self.kW, self.kH)
   local padded = self.padW ~= 0 or self.padH ~= 0
   if self.dW ~= 1 or self.dH ~= 1 or padded then text = text .. (', %d,%d'):format(self.dW, self.dH) end
   if padded then text = text .. (', %d,%d'):format(self.padW, self.padH) end
   return text .. (', %d,%d'):format(self.dilationW, self.dilationH) .. (self.bias and ')' or ') without bias')
end
