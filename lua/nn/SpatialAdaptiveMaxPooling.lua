--- The largest element of each of W×H windows that are spread evenly over a picture, whatever its size.
--
-- The input is C×H'×W' or a batch N×C×H'×W', the output C×H×W or N×C×H×W. `indices` says where in its channel each came
-- from.
--
-- @classmod nn.SpatialAdaptiveMaxPooling
local compute = require('sconce.nn').SpatialAdaptiveMaxPooling
local indexed = require 'nn.indexed'
local wants = require 'nn.wants'
local SpatialAdaptiveMaxPooling, Module = torch.class('nn.SpatialAdaptiveMaxPooling', 'nn.Module')

--- Make a layer.
-- @tparam int W columns of the output
-- @tparam int H rows of the output
function SpatialAdaptiveMaxPooling:__init(W, H)
   Module.__init(self)
   self.W, self.H = W, H
   wants.counts(self, 'W', 'H')
end

SpatialAdaptiveMaxPooling.clearState = indexed.clearState
SpatialAdaptiveMaxPooling.empty = indexed.empty
SpatialAdaptiveMaxPooling.type = indexed.type

function SpatialAdaptiveMaxPooling:updateOutput(input)
   indexed.ready(self)
   compute.updateOutput(self.output, self.indices, input, self.W, self.H)
   return self.output
end

function SpatialAdaptiveMaxPooling:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, gradOutput, self.indices)
   return self.gradInput
end
