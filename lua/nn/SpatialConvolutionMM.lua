--- Convolution over pictures whose weights are a matrix: `nn.SpatialConvolution` as it was.
--
-- The input is C×H×W or a batch N×C×H×W. `weight` is O×(C·kH·kW), `bias` O.
--
--     nn.SpatialConvolutionMM(3, 6, 5, 5):forward(torch.Tensor(3, 32, 32))      -- 6×28×28
--
-- @classmod nn.SpatialConvolutionMM
local compute = require('sconce.nn').SpatialConvolutionMM
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local SpatialConvolutionMM, Module = torch.class('nn.SpatialConvolutionMM', 'nn.Module')

--- Make a layer.
-- @tparam int nInputPlane C, channels of the input
-- @tparam int nOutputPlane O, channels of the output
-- @tparam int kW columns of the kernel
-- @tparam int kH rows of the kernel
-- @tparam[opt=1] int dW columns that it moves on by
-- @tparam[opt=1] int dH rows that it moves on by
-- @tparam[opt=0] int padW columns of zeros on both sides of the input
-- @tparam[opt=padW] int padH rows of zeros above and below
function SpatialConvolutionMM:__init(nInputPlane, nOutputPlane, kW, kH, dW, dH, padW, padH)
   Module.__init(self)
   self.nInputPlane, self.nOutputPlane, self.kW, self.kH = nInputPlane, nOutputPlane, kW, kH
   wants.counts(self, 'nInputPlane', 'nOutputPlane', 'kW', 'kH')
   self.dW, self.dH = dW or 1, dH or 1
   self.padW = padW or 0
   self.padH = padH or self.padW
   local columns = nInputPlane * kH * kW
   self.weight, self.gradWeight = torch.Tensor(nOutputPlane, columns), torch.Tensor(nOutputPlane, columns)
   self.bias, self.gradBias = torch.Tensor(nOutputPlane), torch.Tensor(nOutputPlane)
   self:reset()
end

-- The two convolutions differ in the sizes of their weights alone.
for _, name in ipairs {'noBias', 'reset', 'clearState', '__tostring__'} do
   SpatialConvolutionMM[name] = nn.SpatialConvolution[name]
end

-- A matrix of weights as kernels; files of the original may also hold them so.
local function kernels(self, weight)
   return weight and weight:view(self.nOutputPlane, self.nInputPlane, self.kH, self.kW)
end

function SpatialConvolutionMM:updateOutput(input)
   parameters.upToDate(self)
   compute.updateOutput(self.output, input, kernels(self, self.weight), self.bias, self.kW, self.kH, self.dW, self.dH,
      self.padW, self.padH)
   return self.output
end

function SpatialConvolutionMM:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   parameters.upToDate(self)
   compute.updateGradInput(self.gradInput, input, gradOutput, kernels(self, self.weight), self.kW, self.kH, self.dW,
      self.dH, self.padW, self.padH)
   return self.gradInput
end

function SpatialConvolutionMM:accGradParameters(input, gradOutput, scale)
   parameters.upToDate(self)
   compute.accGradParameters(kernels(self, self.gradWeight), self.gradBias, input, gradOutput, self.kW, self.kH,
      self.dW, self.dH, self.padW, self.padH, scale or 1)
end

SpatialConvolutionMM.type = parameters.type
