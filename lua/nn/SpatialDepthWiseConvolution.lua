--- Convolution over pictures, each channel by itself, with M kernels for each.
--
-- The input is C×H×W or a batch N×C×H×W; the output has the M channels that come of the first one, then those of the
-- second … `weight` is M×C×kH×kW, `bias` M×C.
--
-- @classmod nn.SpatialDepthWiseConvolution
local compute = require('sconce.nn').Columns
local parameters = require 'nn.parameters'
local products = require 'nn.products'
local wants = require 'nn.wants'
local SpatialDepthWiseConvolution, Module = torch.class('nn.SpatialDepthWiseConvolution', 'nn.Module')

--- Make a layer.
-- @tparam int nInputPlane C, channels of the input
-- @tparam int nOutputPlane M, channels of the output for each
-- @tparam int kW columns of the kernel
-- @tparam int kH rows of the kernel
-- @tparam[opt=1] int dW columns that it moves on by
-- @tparam[opt=1] int dH rows that it moves on by
-- @tparam[opt=0] int padW columns of zeros on both sides of the input
-- @tparam[opt=padW] int padH rows of zeros above and below
function SpatialDepthWiseConvolution:__init(nInputPlane, nOutputPlane, kW, kH, dW, dH, padW, padH)
   Module.__init(self)
   self.nInputPlane, self.nOutputPlane, self.kW, self.kH = nInputPlane, nOutputPlane, kW, kH
   self.dW, self.dH = dW or 1, dH or 1
   wants.counts(self, 'nInputPlane', 'nOutputPlane', 'kW', 'kH', 'dW', 'dH')
   padW = padW or 0
   self.padW, self.padH = padW, padH or padW
   wants.amounts(self, 'padW', 'padH')
   parameters.make(self, {nOutputPlane, nInputPlane, kH, kW}, {nOutputPlane, nInputPlane})
   self:reset()
end

SpatialDepthWiseConvolution.noBias = parameters.noBias
SpatialDepthWiseConvolution.clearState = parameters.clearState
SpatialDepthWiseConvolution.type = parameters.type

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·C·kH·kW)] number stdv the standard deviation
function SpatialDepthWiseConvolution:reset(stdv) parameters.draw(self, stdv, self.kW * self.kH * self.nInputPlane) end

-- Rows and columns of the output.
local function fits(self, input)
   self.finput, self.fgradInput = self.finput or self.weight.new(), self.fgradInput or self.weight.new()
   products.check(self, input, self.nInputPlane, 2)
   local d = input:dim()
   local oH = math.floor((input:size(d - 1) + 2 * self.padH - self.kH) / self.dH) + 1
   local oW = math.floor((input:size(d) + 2 * self.padW - self.kW) / self.dW) + 1
   if oH < 1 or oW < 1 then
      wants.otherSize(self, ('input that a kernel of %dx%d fits into'):format(self.kH, self.kW), input)
   end
   return oH, oW
end

local function each(tensor, other, body)
   if tensor:dim() == 3 then return body(tensor, other) end
   for n = 1, tensor:size(1) do body(tensor[n], other[n]) end
end

local function geometry(self)
   return 1, self.kH, self.kW, 1, self.dH, self.dW, 0, self.padH, self.padW, 1, 1, 1
end

-- Weights or their gradients as C×M×K: a view, whichever of M and C the storage has first.
local function byChannel(self, weight)
   return weight.new():set(weight:storage(), weight:storageOffset(), self.nInputPlane, weight:stride(2),
      self.nOutputPlane, weight:stride(1), self.kH * self.kW, 1)
end

-- What the kernels meet, C×K×P.
local function columns(self, x)
   compute.unfold(self.finput, x, geometry(self))
   return self.finput:view(self.nInputPlane, self.kH * self.kW, -1)
end

function SpatialDepthWiseConvolution:updateOutput(input)
   local oH, oW = fits(self, input)
   local C, M = self.nInputPlane, self.nOutputPlane
   if input:dim() == 4 then self.output:resize(input:size(1), C * M, oH, oW) else self.output:resize(C * M, oH, oW) end
   each(input, self.output, function(x, y)
      y = y:view(C, M, oH * oW)
      y:bmm(byChannel(self, self.weight), columns(self, x))
      if self.bias then y:add(self.bias:t():contiguous():view(C, M, 1):expandAs(y)) end
   end)
   return self.output
end

local function checkGradient(self, gradOutput, input, oH, oW)
   wants.type(self, 'gradOutput', gradOutput, self.weight)
   local d = gradOutput:dim()
   if d ~= input:dim() or d == 4 and gradOutput:size(1) ~= input:size(1)
      or gradOutput:size(d - 2) ~= self.nInputPlane * self.nOutputPlane or gradOutput:size(d - 1) ~= oH
      or gradOutput:size(d) ~= oW then
      wants.otherSize(self, "gradOutput of the output's size", gradOutput)
   end
end

function SpatialDepthWiseConvolution:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local oH, oW = fits(self, input)
   checkGradient(self, gradOutput, input, oH, oW)
   self.gradInput:resizeAs(input)
   each(self.gradInput, gradOutput, function(dx, dy)
      self.finput:resize(self.nInputPlane, self.kH * self.kW, oH * oW):bmm(
         byChannel(self, self.weight):transpose(2, 3), dy:contiguous():view(self.nInputPlane, self.nOutputPlane, -1))
      compute.fold(dx, self.finput:view(-1, oH * oW), geometry(self))
   end)
   return self.gradInput
end

function SpatialDepthWiseConvolution:accGradParameters(input, gradOutput, scale)
   scale = scale or 1
   local oH, oW = fits(self, input)
   checkGradient(self, gradOutput, input, oH, oW)
   local gradWeight = byChannel(self, self.gradWeight)
   each(input, gradOutput, function(x, dy)
      dy = dy:contiguous():view(self.nInputPlane, self.nOutputPlane, -1)
      gradWeight:baddbmm(scale, dy, columns(self, x):transpose(2, 3))
      if self.bias then self.gradBias:add(scale, dy:sum(3):select(3, 1):t()) end
   end)
end

function SpatialDepthWiseConvolution:__tostring__()
   local text = ('%s(%d -> %d, %dx%d'):format(
      torch.type(self), self.nInputPlane, self.nOutputPlane, self.kW, self.kH)
   local padded = self.padW ~= 0 or self.padH ~= 0
   if self.dW ~= 1 or self.dH ~= 1 or padded then text = text .. (', %d,%d'):format(self.dW, self.dH) end
   if padded then text = text .. (', %d,%d'):format(self.padW, self.padH) end
   return text .. (self.bias and ')' or ') without bias')
end
