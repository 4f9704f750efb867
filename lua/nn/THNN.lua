--- The layers' kernels under the original's names and with its arguments, for layers that were copied from it:
--
--     input.THNN.Tanh_updateOutput(input:cdata(), self.output:cdata())
--
-- @module nn.THNN
local compute = require 'sconce.nn'
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local THNN, kernels = {}, {}

function kernels.Tanh_updateOutput(input, output) compute.Tanh.updateOutput(output, input) end
function kernels.Tanh_updateGradInput(_, gradOutput, gradInput, output)
   compute.Tanh.updateGradInput(gradInput, gradOutput, output)
end

function kernels.Sigmoid_updateOutput(input, output) compute.Sigmoid.updateOutput(output, input) end
function kernels.Sigmoid_updateGradInput(_, gradOutput, gradInput, output)
   compute.Sigmoid.updateGradInput(gradInput, gradOutput, output)
end

function kernels.Threshold_updateOutput(input, output, threshold, val, inplace)
   compute.Threshold.updateOutput(output, input, threshold, val, inplace)
end
function kernels.Threshold_updateGradInput(input, gradOutput, gradInput, threshold, _, inplace)
   compute.Threshold.updateGradInput(gradInput, input, gradOutput, threshold, inplace)
end

-- Activations: how many parameters the original's kernels take, whether they can work in place, and what they remember.
for name, it in pairs {
   Abs = {0}, HardShrink = {1}, LogSigmoid = {0}, SoftShrink = {1}, Square = {0}, SoftPlus = {2, 'output'},
   Sqrt = {0, 'output'}, ELU = {1, 'output', true}, HardTanh = {2, 'input', true}, LeakyReLU = {1, 'input', true},
} do
   local swift, count, isOutput, inPlace = compute[name], it[1], it[2] == 'output', it[3]
   -- Two parameters and the flag from those that are there.
   local function settled(a, b, c)
      local flag = false
      if inPlace then flag = count == 1 and b or count == 2 and c or false end
      return count > 0 and a or 0, count > 1 and b or 0, flag
   end
   kernels[name .. '_updateOutput'] = function(input, output, ...) swift.updateOutput(output, input, settled(...)) end
   kernels[name .. '_updateGradInput'] = function(input, gradOutput, gradInput, first, ...)
      if isOutput then swift.updateGradInput(gradInput, gradOutput, first, settled(...)) else
         swift.updateGradInput(gradInput, gradOutput, input, settled(first, ...))
      end
   end
end

function kernels.PReLU_updateOutput(input, output, ...) compute.PReLU.updateOutput(output, input, ...) end
function kernels.PReLU_updateGradInput(input, gradOutput, gradInput, ...)
   compute.PReLU.updateGradInput(gradInput, input, gradOutput, ...)
end
function kernels.Linear_updateOutput(input, output, weight, bias)
   compute.Linear.updateOutput(output, input, weight, bias)
end
function kernels.Linear_updateGradInput(_, gradOutput, gradInput, weight)
   compute.Linear.updateGradInput(gradInput, gradOutput, weight)
end
function kernels.Linear_accGradParameters(input, gradOutput, _, _, bias, gradWeight, gradBias, _, scale)
   compute.Linear.accGradParameters(gradWeight, bias and gradBias, input, gradOutput, scale)
end

function kernels.SoftMax_updateOutput(input, output) compute.SoftMax.updateOutput(output, input) end
function kernels.SoftMax_updateGradInput(_, gradOutput, gradInput, output)
   compute.SoftMax.updateGradInput(gradInput, gradOutput, output)
end

function kernels.LogSoftMax_updateOutput(input, output) compute.LogSoftMax.updateOutput(output, input) end
function kernels.LogSoftMax_updateGradInput(_, gradOutput, gradInput, output)
   compute.LogSoftMax.updateGradInput(gradInput, gradOutput, output)
end

-- Where a loss goes: the first element of a tensor.
local function fill(output, loss)
   if not torch.isTensor(output) or output:dim() ~= 1 then
      expected('nn.THNN', 'a tensor of one element for the loss', output)
   end
   output[1] = loss
end

-- Losses of elements: with weights or without, and with a parameter or without.
local function loss(name, arguments)
   local criterion = compute[name]
   kernels[name .. '_updateOutput'] = function(input, target, output, sizeAverage, last)
      local weights, parameter = arguments(last)
      fill(output, criterion.updateOutput(input, target, weights, sizeAverage, parameter))
   end
   kernels[name .. '_updateGradInput'] = function(input, target, gradInput, sizeAverage, last)
      local weights, parameter = arguments(last)
      criterion.updateGradInput(gradInput, input, target, weights, sizeAverage, parameter)
   end
end
local function plain() return nil, 0 end
for _, name in ipairs {'MSE', 'Abs', 'SmoothL1', 'SoftMargin', 'DistKLDiv'} do
   loss(name .. 'Criterion', plain)
end
loss('MarginCriterion', function(margin) return nil, margin end)
loss('BCECriterion', function(weights) return weights, 1e-12 end)

local cost = torch.factory('nn.L1Cost')()
function kernels.L1Cost_updateOutput(input, output)
   fill(wants.type(cost, 'output', output, wants.floating(cost, 'input', input)), input:norm(1))
end
function kernels.L1Cost_updateGradInput(input, _, gradInput)
   wants.type(cost, 'gradInput', gradInput, wants.floating(cost, 'input', input)):resizeAs(input):copy(input):sign()
end

function kernels.MultiMarginCriterion_updateOutput(input, target, output, sizeAverage, p, weights, margin)
   fill(output, compute.MultiMarginCriterion.updateOutput(input, target, weights, p, margin, sizeAverage))
end
function kernels.MultiMarginCriterion_updateGradInput(input, target, gradInput, sizeAverage, p, weights, margin)
   compute.MultiMarginCriterion.updateGradInput(gradInput, input, target, weights, p, margin, sizeAverage)
end

function kernels.MultiLabelMarginCriterion_updateOutput(input, target, output, isTarget, sizeAverage)
   fill(output, compute.MultiLabelMarginCriterion.updateOutput(isTarget, input, target, sizeAverage))
end
function kernels.MultiLabelMarginCriterion_updateGradInput(input, target, gradInput, isTarget, sizeAverage)
   compute.MultiLabelMarginCriterion.updateGradInput(gradInput, isTarget, input, target, sizeAverage)
end

function kernels.ClassNLLCriterion_updateOutput(input, target, output, sizeAverage, weights, totalWeight, ignoreIndex)
   compute.ClassNLLCriterion.updateOutput(output, totalWeight, input, target, weights, sizeAverage, ignoreIndex or -100)
end
function kernels.ClassNLLCriterion_updateGradInput(
   input, target, gradInput, sizeAverage, weights, totalWeight, ignoreIndex)
   compute.ClassNLLCriterion.updateGradInput(
      gradInput, input, target, weights, totalWeight, sizeAverage, ignoreIndex or -100)
end

local none = -2 ^ 40           -- a class that no target is
function kernels.SpatialClassNLLCriterion_updateOutput(input, target, output, sizeAverage, weights, totalWeight)
   compute.ClassNLLCriterion.updateOutput(output, totalWeight, input, target, weights, sizeAverage, none)
end
function kernels.SpatialClassNLLCriterion_updateGradInput(input, target, gradInput, sizeAverage, weights, totalWeight)
   compute.ClassNLLCriterion.updateGradInput(gradInput, input, target, weights, totalWeight, sizeAverage, none)
end

function kernels.BatchNormalization_updateOutput(input, output, ...)
   compute.BatchNormalization.updateOutput(output, input, ...)
end
function kernels.BatchNormalization_backward(input, gradOutput, gradInput, gradWeight, gradBias, ...)
   compute.BatchNormalization.backward(gradInput, gradWeight, gradBias, input, gradOutput, ...)
end

-- Weights of convolutions come as matrices: O×(C·kH·kW).
local convolution = torch.factory('nn.SpatialConvolutionMM')()
local function pictures(weight, input, kW, kH)
   wants.dims(convolution, 'weight', weight, 2, 4)
   wants.dims(convolution, 'input', input, 3, 4)
   if weight:dim() ~= 2 then return weight end
   local planes = input:size(input:dim() - 2)
   if type(kW) ~= 'number' or type(kH) ~= 'number' or planes * kH * kW ~= weight:size(2)
      or not weight:isContiguous() then
      wants.otherSize(convolution, ('contiguous weight of size Ox%d·kH·kW'):format(planes), weight)
   end
   return weight:view(weight:size(1), input:size(input:dim() - 2), kH, kW)
end
function kernels.SpatialConvolutionMM_updateOutput(input, output, weight, bias, _, _, kW, kH, ...)
   compute.SpatialConvolution.updateOutput(output, input, pictures(weight, input, kW, kH), bias, kW, kH, ...)
end
function kernels.SpatialConvolutionMM_updateGradInput(input, gradOutput, gradInput, weight, _, _, kW, kH, ...)
   compute.SpatialConvolution.updateGradInput(
      gradInput, input, gradOutput, pictures(weight, input, kW, kH), kW, kH, ...)
end
function kernels.SpatialConvolutionMM_accGradParameters(input, gradOutput, gradWeight, gradBias, _, _, kW, kH, ...)
   compute.SpatialConvolution.accGradParameters(
      pictures(gradWeight, input, kW, kH), gradBias, input, gradOutput, kW, kH, ...)
end

for _, part in ipairs {'nn.kernelsOfLayers', 'nn.kernelsOfPooling', 'nn.kernelsOfSparseLayers',
   'nn.kernelsWithoutLayers'} do
   for name, kernel in pairs(require(part)) do kernels[name] = kernel end
end

--- The kernels by the type that they are for.
THNN.kernels = {['torch.FloatTensor'] = kernels, ['torch.DoubleTensor'] = kernels}
for type, list in pairs(THNN.kernels) do torch.getmetatable(type).THNN = list end

--- A tensor that may be missing, as kernels take it.
function THNN.optionalTensor(tensor)
   if tensor ~= nil and not torch.isTensor(tensor) then
      expected('nn.THNN.optionalTensor', 'a tensor or nothing', tensor)
   end
   return tensor
end

--- Call a kernel by its name and a type of tensors.
-- @tparam string name such as `'Tanh_updateOutput'`
-- @tparam string type `'torch.FloatTensor'` or `'torch.DoubleTensor'`
-- @param ... the kernel's arguments
function THNN.runKernel(name, type, ...)
   local kernel = THNN.kernels[type] and THNN.kernels[type][name]
   if not kernel then expected('nn.THNN.runKernel', 'a kernel for ' .. tostring(type), name) end
   kernel(...)
end

--- The state that the original's kernels share: there is none.
function THNN.getState() return nil end

return THNN
