--- Kernels of layers that pool, under the original's names and with its arguments.
-- @module nn.kernelsOfPooling
local compute = require 'sconce.nn'
local wants = require 'nn.wants'
local kernels = {}

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

function kernels.VolumetricAveragePooling_updateOutput(input, output, ...)
   compute.VolumetricAveragePooling.updateOutput(output, input, ...)
end
function kernels.VolumetricAveragePooling_updateGradInput(input, gradOutput, gradInput, ...)
   compute.VolumetricAveragePooling.updateGradInput(gradInput, input, gradOutput, ...)
end

function kernels.SpatialAdaptiveAveragePooling_updateGradInput(input, gradOutput, gradInput)
   local d = wants.dims(torch.factory('nn.SpatialAdaptiveAveragePooling')(), 'gradOutput', gradOutput, 3, 4):dim()
   compute.SpatialAdaptiveAveragePooling.updateGradInput(
      gradInput, input, gradOutput, gradOutput:size(d), gradOutput:size(d - 1))
end

-- The gradient goes where the indices say, whatever sizes are told.
local function scattered(name, gradInput, input, gradOutput, indices)
   compute[name].updateGradInput(gradInput, input, gradOutput, indices)
end

function kernels.SpatialFractionalMaxPooling_updateOutput(input, output, outW, outH, poolW, poolH, indices, samples)
   compute.SpatialFractionalMaxPooling.updateOutput(output, indices, input, outW, outH, poolW, poolH, samples)
end
function kernels.SpatialFractionalMaxPooling_updateGradInput(input, gradOutput, gradInput, _, _, _, _, indices)
   scattered('SpatialFractionalMaxPooling', gradInput, input, gradOutput, indices)
end
function kernels.VolumetricFractionalMaxPooling_updateOutput(
   input, output, outT, outW, outH, poolT, poolW, poolH, indices, samples)
   compute.VolumetricFractionalMaxPooling.updateOutput(
      output, indices, input, outT, outW, outH, poolT, poolW, poolH, samples)
end
function kernels.VolumetricFractionalMaxPooling_updateGradInput(
   input, gradOutput, gradInput, _, _, _, _, _, _, indices)
   scattered('VolumetricFractionalMaxPooling', gradInput, input, gradOutput, indices)
end

function kernels.SpatialMaxUnpooling_updateOutput(input, output, indices, width, height)
   compute.SpatialMaxUnpooling.updateOutput(output, input, indices, width, height)
end
function kernels.SpatialMaxUnpooling_updateGradInput(input, gradOutput, gradInput, indices)
   scattered('SpatialMaxUnpooling', gradInput, input, gradOutput, indices)
end
-- How the pooling moved is in the indices.
function kernels.VolumetricMaxUnpooling_updateOutput(input, output, indices, planes, width, height)
   compute.VolumetricMaxUnpooling.updateOutput(output, input, indices, planes, width, height)
end
function kernels.VolumetricMaxUnpooling_updateGradInput(input, gradOutput, gradInput, indices)
   scattered('VolumetricMaxUnpooling', gradInput, input, gradOutput, indices)
end

return kernels
