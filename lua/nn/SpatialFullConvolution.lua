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
   parameters.counts(self, {nInputPlane = nInputPlane or false, nOutputPlane = nOutputPlane or false, kW = kW or false,
      kH = kH or false, dW = dW or 1, dH = dH or 1})
   parameters.amounts(self, {padW = padW or 0, padH = padH or 0, adjW = adjW or 0, adjH = adjH or 0})
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

-- The image, and the rows and columns that the output has more.
local function settled(self, input)
   self:backCompatibility()
   if torch.type(input) ~= 'table' then return input, self.adjW, self.adjH end
   local image, other = wants.tensor(self, 'input[1]', input[1]), wants.tensor(self, 'input[2]', input[2])
   wants.dims(self, 'input[1]', image, 3, 4)
   wants.dims(self, 'input[2]', other, 2, 4)
   -- What is asked for, less what there is without more.
   local function more(back, k, d, pad)
      local n = other:size(other:dim() - back) - ((image:size(image:dim() - back) - 1) * d + k - 2 * pad)
      if n < 0 or n >= d then
         wants.otherSize(self, 'input[2] of a size that the output can have', other)
      end
      return n
   end
   return image, more(0, self.kW, self.dW, self.padW), more(1, self.kH, self.dH, self.padH)
end

function SpatialFullConvolution:updateOutput(input)
   local image, adjW, adjH = settled(self, input)
   compute.updateOutput(self.output, image, self.weight, self.bias, self.kW, self.kH, self.dW, self.dH, self.padW,
      self.padH, adjW, adjH)
   return self.output
end

function SpatialFullConvolution:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local image, adjW, adjH = settled(self, input)
   local isTable = torch.type(input) == 'table'
   if isTable and torch.type(self.gradInput) ~= 'table' then
      self.zeroScalar = image.new(1):zero()
      self.gradInput = {image.new(), self.zeroScalar}
   elseif not isTable and torch.type(self.gradInput) == 'table' then
      self.gradInput = self.gradInput[1]
   end
   compute.updateGradInput(isTable and self.gradInput[1] or self.gradInput, image, gradOutput, self.weight, self.kW,
      self.kH, self.dW, self.dH, self.padW, self.padH, adjW, adjH)
   if isTable then
      -- The second input only says a size: its gradient is a zero, seen everywhere.
      local ones = torch.LongStorage(input[2]:dim()):fill(1)
      self.gradInput[2] = self.zeroScalar:view(ones):expandAs(input[2])
   end
   return self.gradInput
end

function SpatialFullConvolution:accGradParameters(input, gradOutput, scale)
   local image, adjW, adjH = settled(self, input)
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
