--- Convolution over pictures of one size, with a kernel of its own for each place of the window.
--
-- The input is C×H×W or a batch N×C×H×W; `weight` is H'×W'×O×C×kH×kW, `bias` O×H'×W' for an output of O×H'×W'.
--
-- @classmod nn.SpatialConvolutionLocal
local compute = require('sconce.nn').Columns
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local SpatialConvolutionLocal, Module = torch.class('nn.SpatialConvolutionLocal', 'nn.Module')

--- Make a layer.
-- @tparam int nInputPlane C, channels of the input
-- @tparam int nOutputPlane O, channels of the output
-- @tparam int iW W, columns of the input
-- @tparam int iH H, rows of the input
-- @tparam int kW columns of the kernel
-- @tparam int kH rows of the kernel
-- @tparam[opt=1] int dW columns that it moves on by
-- @tparam[opt=1] int dH rows that it moves on by
-- @tparam[opt=0] int padW columns of zeros on both sides of the input
-- @tparam[opt=padW] int padH rows of zeros above and below
function SpatialConvolutionLocal:__init(nInputPlane, nOutputPlane, iW, iH, kW, kH, dW, dH, padW, padH)
   Module.__init(self)
   self.nInputPlane, self.nOutputPlane, self.iW, self.iH = nInputPlane, nOutputPlane, iW, iH
   self.kW, self.kH, self.dW, self.dH = kW, kH, dW or 1, dH or 1
   wants.counts(self, 'nInputPlane', 'nOutputPlane', 'iW', 'iH', 'kW', 'kH', 'dW', 'dH')
   padW = padW or 0
   self.padW, self.padH = padW, padH or padW
   wants.amounts(self, 'padW', 'padH')
   self.oW = math.floor((self.padW * 2 + iW - self.kW) / self.dW) + 1
   self.oH = math.floor((self.padH * 2 + iH - self.kH) / self.dH) + 1
   wants.counts(self, 'oW', 'oH')
   parameters.make(self, {self.oH, self.oW, nOutputPlane, nInputPlane, kH, kW}, {nOutputPlane, self.oH, self.oW})
   self:reset()
end

SpatialConvolutionLocal.clearState = parameters.clearState
SpatialConvolutionLocal.type = parameters.type

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·C·kH·kW)] number stdv the standard deviation
function SpatialConvolutionLocal:reset(stdv) parameters.draw(self, stdv, self.kW * self.kH * self.nInputPlane) end

-- Calls `body` with each sample and what belongs to it in another tensor.
local function each(self, input, other, body)
   self.finput, self.fgradInput = self.finput or self.weight.new(), self.fgradInput or self.weight.new()
   wants.type(self, 'input', input, self.weight)
   local d = input:dim()
   if d ~= 3 and d ~= 4 or input:size(d - 2) ~= self.nInputPlane or input:size(d - 1) ~= self.iH
      or input:size(d) ~= self.iW then
      local size = ('%dx%dx%d'):format(self.nInputPlane, self.iH, self.iW)
      wants.otherSize(self, ('input of size %s or Nx%s'):format(size, size), input)
   end
   if d == 3 then return body(input, other) end
   for n = 1, input:size(1) do body(input[n], other and other[n]) end
end

local function checkGradient(self, gradOutput, input)
   wants.type(self, 'gradOutput', gradOutput, self.weight)
   local d = gradOutput:dim()
   if d ~= input:dim() or d == 4 and gradOutput:size(1) ~= input:size(1)
      or gradOutput:size(d - 2) ~= self.nOutputPlane or gradOutput:size(d - 1) ~= self.oH
      or gradOutput:size(d) ~= self.oW then
      wants.otherSize(self, "gradOutput of the output's size", gradOutput)
   end
end

local function geometry(self)
   return 1, self.kH, self.kW, 1, self.dH, self.dW, 0, self.padH, self.padW, 1, 1, 1
end

-- A matrix of weights for each place, P×O×K.
local function byPlace(self, weight) return weight:view(self.oH * self.oW, self.nOutputPlane, -1) end

-- What the kernel meets at each place, P×K×1.
local function columns(self, x)
   compute.unfold(self.finput, x, geometry(self))
   return self.finput:t():contiguous():view(self.oH * self.oW, -1, 1)
end

-- The gradient at each place, P×O×1.
local function places(self, dy)
   return dy:contiguous():view(self.nOutputPlane, -1):t():contiguous():view(-1, self.nOutputPlane, 1)
end

function SpatialConvolutionLocal:updateOutput(input)
   local O, P = self.nOutputPlane, self.oH * self.oW
   if torch.isTensor(input) and input:dim() == 4 then
      self.output:resize(input:size(1), O, self.oH, self.oW)
   else
      self.output:resize(O, self.oH, self.oW)
   end
   local result = self.weight.new(P, O, 1)
   each(self, input, self.output, function(x, y)
      result:bmm(byPlace(self, self.weight), columns(self, x))
      y:copy(self.bias):view(O, P):add(result:view(P, O):t())
   end)
   return self.output
end

function SpatialConvolutionLocal:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   each(self, input, nil, function() end)
   checkGradient(self, gradOutput, input)
   self.gradInput:resizeAs(input)
   each(self, self.gradInput, gradOutput, function(dx, dy)
      local weight = byPlace(self, self.weight):transpose(2, 3)
      self.fgradInput:resize(weight:size(1), weight:size(2), 1):bmm(weight, places(self, dy))
      compute.fold(dx, self.fgradInput:view(self.oH * self.oW, -1):t(), geometry(self))
   end)
   return self.gradInput
end

function SpatialConvolutionLocal:accGradParameters(input, gradOutput, scale)
   scale = scale or 1
   each(self, input, nil, function() end)
   checkGradient(self, gradOutput, input)
   each(self, input, gradOutput, function(x, dy)
      byPlace(self, self.gradWeight):baddbmm(scale, places(self, dy), columns(self, x):transpose(2, 3))
      self.gradBias:add(scale, dy)
   end)
end

function SpatialConvolutionLocal:__tostring__()
   local text = ('%s(%d -> %d, %dx%d, %dx%d'):format(
      torch.type(self), self.nInputPlane, self.nOutputPlane, self.iW, self.iH, self.kW, self.kH)
   local padded = self.padW ~= 0 or self.padH ~= 0
   if self.dW ~= 1 or self.dH ~= 1 or padded then text = text .. (', %d,%d'):format(self.dW, self.dH) end
   if padded then text = text .. (', %d,%d'):format(self.padW, self.padH) end
   return text .. ')'
end
