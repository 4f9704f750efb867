--- Convolution over pictures.
--
-- The input is C×H×W or a batch N×C×H×W; the output has O channels of `(H + 2·padH − kH) / dH + 1` rows and as many
-- columns by the same rule, rounded down. `weight` (O×C×kH×kW) and `bias` (O) start uniform in ±1/√(C·kH·kW).
--
--     nn.SpatialConvolution(3, 6, 5, 5):forward(torch.Tensor(3, 32, 32))      -- 6×28×28
--
-- @classmod nn.SpatialConvolution
local compute = require('sconce.nn').SpatialConvolution
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local SpatialConvolution, Module = torch.class('nn.SpatialConvolution', 'nn.Module')

--- Make a layer.
-- @tparam int nInputPlane C, channels of the input
-- @tparam int nOutputPlane O, channels of the output
-- @tparam int kW columns of the kernel
-- @tparam int kH rows of the kernel
-- @tparam[opt=1] int dW columns that it moves on by
-- @tparam[opt=1] int dH rows that it moves on by
-- @tparam[opt=0] int padW columns of zeros on both sides of the input
-- @tparam[opt=padW] int padH rows of zeros above and below
function SpatialConvolution:__init(nInputPlane, nOutputPlane, kW, kH, dW, dH, padW, padH)
   Module.__init(self)
   self.nInputPlane, self.nOutputPlane, self.kW, self.kH = nInputPlane, nOutputPlane, kW, kH
   wants.counts(self, 'nInputPlane', 'nOutputPlane', 'kW', 'kH')
   self.dW, self.dH = dW or 1, dH or 1
   self.padW = padW or 0
   self.padH = padH or self.padW
   for _, name in ipairs {'dW', 'dH', 'padW', 'padH'} do wants.number(self, 'a number as ' .. name, self[name]) end
   self.weight = torch.Tensor(nOutputPlane, nInputPlane, kH, kW)
   self.gradWeight = torch.Tensor(nOutputPlane, nInputPlane, kH, kW)
   self.bias, self.gradBias = torch.Tensor(nOutputPlane), torch.Tensor(nOutputPlane)
   self:reset()
end

SpatialConvolution.noBias = parameters.noBias

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·C·kH·kW)] number stdv the standard deviation
function SpatialConvolution:reset(stdv) parameters.draw(self, stdv, self.kW * self.kH * self.nInputPlane) end

-- Layers saved by older versions have weights as a matrix, too.
local function upToDate(self)
   parameters.upToDate(self)
   local O, C, kH, kW = self.nOutputPlane, self.nInputPlane, self.kH, self.kW
   if self.weight:dim() == 2 then self.weight = self.weight:view(O, C, kH, kW) end
   if self.gradWeight and self.gradWeight:dim() == 2 then self.gradWeight = self.gradWeight:view(O, C, kH, kW) end
end

function SpatialConvolution:updateOutput(input)
   upToDate(self)
   compute.updateOutput(
      self.output, input, self.weight, self.bias, self.kW, self.kH, self.dW, self.dH, self.padW, self.padH)
   return self.output
end

function SpatialConvolution:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   upToDate(self)
   compute.updateGradInput(
      self.gradInput, input, gradOutput, self.weight, self.kW, self.kH, self.dW, self.dH, self.padW, self.padH)
   return self.gradInput
end

function SpatialConvolution:accGradParameters(input, gradOutput, scale)
   upToDate(self)
   compute.accGradParameters(
      self.gradWeight, self.gradBias, input, gradOutput, self.kW, self.kH, self.dW, self.dH, self.padW, self.padH,
      scale or 1)
end

--- The buffers go as well: layers of the original come with large ones.
function SpatialConvolution:clearState()
   for _, name in ipairs {'finput', 'fgradInput', '_input', '_gradOutput'} do
      if self[name] then self[name]:set() end
   end
   return Module.clearState(self)
end

function SpatialConvolution:__tostring__()
   local text = ('%s(%d -> %d, %dx%d'):format(
      torch.type(self), self.nInputPlane, self.nOutputPlane, self.kW, self.kH)
   local padded = self.padW and self.padW ~= 0 or self.padH and self.padH ~= 0
   if self.dW ~= 1 or self.dH ~= 1 or padded then text = text .. (', %d,%d'):format(self.dW, self.dH) end
   if padded then text = text .. (', %d,%d'):format(self.padW, self.padH) end
   return text .. (self.bias and ')' or ') without bias')
end
