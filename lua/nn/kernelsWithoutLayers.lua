--- Kernels that no layer of nn stands for, or only with other arguments: under the original's names, with its own.
-- @module nn.kernelsWithoutLayers
local columns = require('sconce.nn').Columns
local expected = require 'nn.expected'
local gridSampled = require 'nn.gridSampled'
local interpolated = require 'nn.interpolated'
local isCount = require 'nn.isCount'
local products = require 'nn.products'
local repeated = require 'nn.repeated'
local wants = require 'nn.wants'
local kernels = {}

-- Who signs messages: an object of a layer's class, with fields.
local function layer(class, fields)
   local object = torch.factory('nn.' .. class)()
   for name, value in pairs(fields) do object[name] = value end
   return object
end

local function counts(who, names, ...)
   local i = 0
   for name in names:gmatch '%S+' do
      i = i + 1
      wants.count(who, name .. ' of 1 or more', (select(i, ...)))
   end
end

local function amounts(who, names, ...)
   local i = 0
   for name in names:gmatch '%S+' do
      i = i + 1
      local value = select(i, ...)
      if value ~= 0 and not isCount(value) then expected(who, name .. ' of 0 or more', value) end
   end
end

-- Convolutions backwards whose kernel's elements lie apart. `g` and `more` are as `nn.products` has them.
local function back(class, rank, g, more, fields)
   local self = layer(class, fields)
   local from = 4 - rank
   counts(self, 'kT kH kW dT dH dW', table.unpack(g, 1, 6))
   amounts(self, 'padT padH padW', table.unpack(g, 7, 9))
   counts(self, 'dilationT dilationH dilationW', table.unpack(g, 10, 12))
   amounts(self, 'adjT adjH adjW', table.unpack(more))
   for i = from, 3 do
      if more[i] >= math.max(g[3 + i], g[9 + i]) then
         expected(self, 'adjustments below steps or dilations', more[i])
      end
   end
   local weight = self.weight or self.gradWeight
   wants.dims(self, 'weight', weight, rank + 2)
   self.weight, self.bias = weight, self.bias or self.gradBias
   self.nInputPlane, self.nOutputPlane, self.finput = weight:size(1), weight:size(2), weight.new()
   local sizes = {weight:size(1), weight:size(2), table.unpack(g, from, 3)}
   wants.sized(self, 'weight', weight, self.input, torch.LongStorage(sizes))
   if self.bias then wants.sized(self, 'bias', self.bias, weight, torch.LongStorage {self.nOutputPlane}) end
   if not self.gradWeight then
      local name = self.bias ~= nil and 'output' or self.gradInput ~= nil and 'gradInput' or 'output'
      wants.type(self, name, self[name], weight)
   end
   return self, self.input
end

local function picture(fields, kW, kH, dW, dH, padW, padH, lW, lH, adjW, adjH)
   local g, more = {1, kH, kW, 1, dH, dW, 0, padH, padW, 1, lH, lW}, {0, adjH, adjW}
   local self, input = back('SpatialFullConvolution', 2, g, more, fields)
   return self, input, 2, g, more
end
function kernels.SpatialFullDilatedConvolution_updateOutput(input, output, weight, bias, _, _, ...)
   local self, x, rank, g, more = picture({input = input, output = output, weight = weight, bias = bias}, ...)
   products.updateOutputBack(self, x, rank, g, more)
end
function kernels.SpatialFullDilatedConvolution_updateGradInput(input, gradOutput, gradInput, weight, _, ...)
   local self, x, rank, g, more = picture({input = input, gradInput = gradInput, weight = weight}, ...)
   products.updateGradInputBack(self, x, gradOutput, rank, g, more)
end
function kernels.SpatialFullDilatedConvolution_accGradParameters(
   input, gradOutput, gradWeight, gradBias, _, _, kW, kH, dW, dH, padW, padH, lW, lH, adjW, adjH, scale)
   local self, x, rank, g, more = picture({input = input, gradWeight = gradWeight, gradBias = gradBias},
      kW, kH, dW, dH, padW, padH, lW, lH, adjW, adjH)
   products.accGradParametersBack(self, x, gradOutput, wants.number(self, 'a number as scale', scale), rank, g, more)
end

-- The kernel's size is the weight's.
local function volume(fields, dT, dW, dH, padT, padW, padH, lT, lW, lH, adjT, adjW, adjH)
   local weight = fields.weight or fields.gradWeight
   wants.dims(layer('VolumetricFullConvolution', {}), 'weight', weight, 5)
   local g = {weight:size(3), weight:size(4), weight:size(5), dT, dH, dW, padT, padH, padW, lT, lH, lW}
   local more = {adjT, adjH, adjW}
   local self, input = back('VolumetricFullConvolution', 3, g, more, fields)
   return self, input, 3, g, more
end
function kernels.VolumetricFullDilatedConvolution_updateOutput(input, output, weight, bias, _, _, ...)
   local self, x, rank, g, more = volume({input = input, output = output, weight = weight, bias = bias}, ...)
   products.updateOutputBack(self, x, rank, g, more)
end
function kernels.VolumetricFullDilatedConvolution_updateGradInput(input, gradOutput, gradInput, weight, _, _, ...)
   local self, x, rank, g, more = volume({input = input, gradInput = gradInput, weight = weight}, ...)
   products.updateGradInputBack(self, x, gradOutput, rank, g, more)
end
function kernels.VolumetricFullDilatedConvolution_accGradParameters(
   input, gradOutput, gradWeight, gradBias, _, _, dT, dW, dH, padT, padW, padH, lT, lW, lH, adjT, adjW, adjH, scale)
   local self, x, rank, g, more = volume({input = input, gradWeight = gradWeight, gradBias = gradBias},
      dT, dW, dH, padT, padW, padH, lT, lW, lH, adjT, adjW, adjH)
   products.accGradParametersBack(self, x, gradOutput, wants.number(self, 'a number as scale', scale), rank, g, more)
end

-- Something of a size, where only the size matters.
local function ofSize(who, model, names, ...)
   counts(who, names, ...)
   local sizes = torch.LongStorage {...}
   wants.tensor(who, 'gradOutput', model)
   return model.new(1):view(torch.LongStorage(#sizes):fill(1)):expand(sizes)
end

function kernels.SpatialUpSamplingBilinear_updateGradInput(gradOutput, gradInput, N, C, H, W, oH, oW)
   local self = layer('SpatialUpSamplingBilinear', {gradInput = gradInput})
   local input = ofSize(self, gradOutput, 'nbatch nchannels inputHeight inputWidth', N, C, H, W)
   self.output = ofSize(self, gradOutput, 'nbatch nchannels outputHeight outputWidth', N, C, oH, oW)
   wants.type(self, 'gradInput', gradInput, gradOutput)
   interpolated.updateGradInput(self, input, gradOutput, 2)
end

function kernels.VolumetricUpSamplingTrilinear_updateOutput(input, output, oT, oH, oW)
   local self = layer('UpSampling', {output = output})
   counts(self, 'outputDepth outputHeight outputWidth', oT, oH, oW)
   wants.tensor(self, 'output', output)
   interpolated.updateOutput(self, wants.dims(self, 'input', input, 5), {oT, oH, oW})
end
function kernels.VolumetricUpSamplingTrilinear_updateGradInput(
   gradOutput, gradInput, N, C, T, H, W, oT, oH, oW)
   local self = layer('UpSampling', {gradInput = gradInput})
   local input = ofSize(self, gradOutput, 'nbatch nchannels inputDepth inputHeight inputWidth', N, C, T, H, W)
   self.output = ofSize(
      self, gradOutput, 'nbatch nchannels outputDepth outputHeight outputWidth', N, C, oT, oH, oW)
   wants.type(self, 'gradInput', gradInput, gradOutput)
   interpolated.updateGradInput(self, input, gradOutput, 3)
end

local function nearest(fields)
   local self = layer('UpSampling', fields)
   counts(self, 'scale_factor', fields.scale_factor)
   if fields.scale_factor ~= math.floor(fields.scale_factor) then
      expected(self, 'a whole number as scale', fields.scale_factor)
   end
   return self
end
function kernels.VolumetricUpSamplingNearest_updateOutput(input, output, scale)
   local self = nearest {output = output, scale_factor = scale}
   wants.type(self, 'output', output, wants.tensor(self, 'input', input))
   repeated.updateOutput(self, input, 3)
end
function kernels.VolumetricUpSamplingNearest_updateGradInput(input, gradOutput, gradInput, scale)
   local self = nearest {gradInput = gradInput, output = gradOutput, scale_factor = scale}
   wants.type(self, 'gradInput', gradInput, wants.tensor(self, 'input', input))
   wants.dims(self, 'input', input, 4, 5)
   local size = input:size()
   for d = input:dim() - 2, input:dim() do size[d] = size[d] * scale end
   wants.sized(self, 'gradOutput', gradOutput, input, size)
   repeated.updateGradInput(self, input, gradOutput, 3)
end

local sampler = 'nn.THNN.SpatialGridSamplerBilinear'
function kernels.SpatialGridSamplerBilinear_updateOutput(input, grid, output)
   gridSampled.updateOutput(sampler, input, grid, output)
end
function kernels.SpatialGridSamplerBilinear_updateGradInput(input, gradInput, grid, gradGrid, gradOutput)
   gridSampled.updateGradInput(sampler, input, gradInput, grid, gradGrid, gradOutput)
end

-- A convolution's windows as columns, and back: added to what is there.
local function unfolding(input, kW, kH, dW, dH, padW, padH, C, W, H, oW, oH)
   local who = layer('SpatialConvolutionMM', {})
   counts(who, 'kW kH dW dH nInputPlane inputWidth inputHeight outputWidth outputHeight',
      kW, kH, dW, dH, C, W, H, oW, oH)
   amounts(who, 'padW padH', padW, padH)
   wants.tensor(who, 'input', input)
   if input:nElement() ~= C * H * W or not input:isContiguous() then
      wants.otherSize(who, ('a contiguous input of size %dx%dx%d'):format(C, H, W), input)
   end
   local fitW, fitH = math.floor((W + 2 * padW - kW) / dW) + 1, math.floor((H + 2 * padH - kH) / dH) + 1
   if oW ~= fitW or oH ~= fitH then
      expected(who, ('an output of %dx%d'):format(fitH, fitW), ('%dx%d'):format(oH, oW))
   end
   return who, input:view(C, H, W), {1, kH, kW, 1, dH, dW, 0, padH, padW, 1, 1, 1}
end
function kernels.unfolded_copy(finput, input, ...)
   local _, image, g = unfolding(input, ...)
   columns.unfold(finput, image, table.unpack(g))
end
function kernels.unfolded_acc(finput, input, ...)
   local who, image, g = unfolding(input, ...)
   wants.type(who, 'finput', finput, input)
   local kW, kH, _, _, _, _, C, _, _, oW, oH = ...
   if finput:nElement() ~= C * kH * kW * oH * oW then
      wants.otherSize(who, ('finput of size %dx%d'):format(C * kH * kW, oH * oW), finput)
   end
   local sums = image.new(image:size())
   columns.fold(sums, finput:contiguous():view(C * kH * kW, oH * oW), table.unpack(g))
   image:add(sums)
end

-- The original has these for its GPU alone.
for _, name in ipairs {'GRUFused_updateOutput', 'GRUFused_updateGradInput', 'LSTMFused_updateOutput',
   'LSTMFused_updateGradInput'} do
   kernels[name] = function() expected('nn.THNN.' .. name, 'a GPU', 'a CPU: not implemented for CPU') end
end

return kernels
