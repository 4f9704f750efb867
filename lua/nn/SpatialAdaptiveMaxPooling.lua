--- The largest element of each of W×H windows that are spread evenly over a picture, whatever its size.
--
-- The input is C×H'×W' or a batch N×C×H'×W', the output C×H×W or N×C×H×W. `indices` says where in its channel each came
-- from.
--
-- @classmod nn.SpatialAdaptiveMaxPooling
local compute = require('sconce.nn').SpatialAdaptiveMaxPooling
local parameters = require 'nn.parameters'
local SpatialAdaptiveMaxPooling, Module = torch.class('nn.SpatialAdaptiveMaxPooling', 'nn.Module')

--- Make a layer.
-- @tparam int W columns of the output
-- @tparam int H rows of the output
function SpatialAdaptiveMaxPooling:__init(W, H)
   Module.__init(self)
   parameters.counts(self, {W = W or false, H = H or false})
end

function SpatialAdaptiveMaxPooling:updateOutput(input)
   if torch.type(self.indices) ~= 'torch.LongTensor' then self.indices = torch.LongTensor() end
   compute.updateOutput(self.output, self.indices, input, self.W, self.H)
   return self.output
end

function SpatialAdaptiveMaxPooling:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, gradOutput, self.indices)
   return self.gradInput
end

--- Give up what can be computed again.
function SpatialAdaptiveMaxPooling:empty() self:clearState() end

function SpatialAdaptiveMaxPooling:clearState()
   if self.indices then self.indices:set() end
   return Module.clearState(self)
end

--- The places stay LongTensors.
function SpatialAdaptiveMaxPooling:type(type, cache)
   local indices = self.indices
   self.indices = nil
   local result = Module.type(self, type, cache)
   self.indices = indices
   return result
end
