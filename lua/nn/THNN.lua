--- The layers' kernels under the original's names and with its arguments, for layers that were copied from it:
--
--     input.THNN.Tanh_updateOutput(input:cdata(), self.output:cdata())
--
-- @module nn.THNN
local compute = require 'sconce.nn'
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

function kernels.SoftMax_updateOutput(input, output) compute.SoftMax.updateOutput(output, input) end
function kernels.SoftMax_updateGradInput(_, gradOutput, gradInput, output)
   compute.SoftMax.updateGradInput(gradInput, gradOutput, output)
end

function kernels.LogSoftMax_updateOutput(input, output) compute.LogSoftMax.updateOutput(output, input) end
function kernels.LogSoftMax_updateGradInput(_, gradOutput, gradInput, output)
   compute.LogSoftMax.updateGradInput(gradInput, gradOutput, output)
end

function kernels.LookupTable_accGradParameters(input, gradOutput, gradWeight, _, _, _, byFrequency, paddingValue, scale)
   compute.LookupTable.accGradParameters(gradWeight, input, gradOutput, paddingValue, byFrequency, scale)
end
function kernels.LookupTable_renorm(input, weight, maxNorm, normType)
   compute.LookupTable.renorm(input, weight, maxNorm, normType)
end

function kernels.MSECriterion_updateOutput(input, target, output, sizeAverage)
   output[1] = compute.MSECriterion.updateOutput(input, target, sizeAverage)
end
function kernels.MSECriterion_updateGradInput(input, target, gradInput, sizeAverage)
   compute.MSECriterion.updateGradInput(gradInput, input, target, sizeAverage)
end

function kernels.ClassNLLCriterion_updateOutput(input, target, output, sizeAverage, weights, totalWeight, ignoreIndex)
   compute.ClassNLLCriterion.updateOutput(output, totalWeight, input, target, weights, sizeAverage, ignoreIndex or -100)
end
function kernels.ClassNLLCriterion_updateGradInput(
   input, target, gradInput, sizeAverage, weights, totalWeight, ignoreIndex)
   compute.ClassNLLCriterion.updateGradInput(
      gradInput, input, target, weights, totalWeight, sizeAverage, ignoreIndex or -100)
end

-- Weights of convolutions come as matrices: O×(C·kH·kW).
local function pictures(weight, input, kW, kH)
   if weight:dim() ~= 2 then return weight end
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

function kernels.SpatialMaxPooling_updateOutput(input, output, indices, ...)
   compute.SpatialMaxPooling.updateOutput(output, indices, input, ...)
end
function kernels.SpatialMaxPooling_updateGradInput(input, gradOutput, gradInput, indices, ...)
   compute.SpatialMaxPooling.updateGradInput(gradInput, input, gradOutput, indices, ...)
end

function kernels.SpatialAveragePooling_updateOutput(input, output, kW, kH, dW, dH, padW, padH, ceil, includingPad)
   compute.SpatialAveragePooling.updateOutput(output, input, kW, kH, dW, dH, padW, padH, ceil, includingPad, true)
end
function kernels.SpatialAveragePooling_updateGradInput(
   input, gradOutput, gradInput, kW, kH, dW, dH, padW, padH, ceil, includingPad)
   compute.SpatialAveragePooling.updateGradInput(
      gradInput, input, gradOutput, kW, kH, dW, dH, padW, padH, ceil, includingPad, true)
end

--- The kernels by the type that they are for.
THNN.kernels = {['torch.FloatTensor'] = kernels, ['torch.DoubleTensor'] = kernels}
for type, list in pairs(THNN.kernels) do torch.getmetatable(type).THNN = list end

--- A tensor that may be missing, as kernels take it.
function THNN.optionalTensor(tensor) return tensor end

return THNN
