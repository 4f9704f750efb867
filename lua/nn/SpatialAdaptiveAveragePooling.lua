--- The mean of each of W×H windows that are spread evenly over a picture, whatever its size.
--
-- The input is C×H'×W' or a batch N×C×H'×W', the output C×H×W or N×C×H×W.
--
-- @classmod nn.SpatialAdaptiveAveragePooling
local compute = require('sconce.nn').SpatialAdaptiveAveragePooling
local wants = require 'nn.wants'
local SpatialAdaptiveAveragePooling, Module = torch.class('nn.SpatialAdaptiveAveragePooling', 'nn.Module')

--- Make a layer.
-- @tparam int W columns of the output
-- @tparam int H rows of the output
function SpatialAdaptiveAveragePooling:__init(W, H)
   Module.__init(self)
   self.W, self.H = W, H
   wants.counts(self, 'W', 'H')
end

function SpatialAdaptiveAveragePooling:updateOutput(input)
   compute.updateOutput(self.output, input, self.W, self.H)
   return self.output
end

function SpatialAdaptiveAveragePooling:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, gradOutput, self.W, self.H)
   return self.gradInput
end

--- Give up what can be computed again.
function SpatialAdaptiveAveragePooling:empty() return Module.clearState(self) end
