--- The largest element of each of W×H windows of one size, whose places are drawn at random.
--
-- The input is C×H×W or a batch N×C×H×W. Sizes of the output are given as such or, below 1, as ratios to
-- the input's. `randomSamples` decides where windows lie: a number for each channel and dimension.
--
-- Source: Graham, 2014, arXiv:1412.6071.
--
-- @classmod nn.SpatialFractionalMaxPooling
local compute = require('sconce.nn').SpatialFractionalMaxPooling
local fractional = require 'nn.fractional'
local indexed = require 'nn.indexed'
local SpatialFractionalMaxPooling, Module = torch.class('nn.SpatialFractionalMaxPooling', 'nn.Module')

local sides = {'W', 'H'}

--- Make a layer.
-- @tparam int poolSizeW columns of a window, 2 or more
-- @tparam int poolSizeH rows of a window, 2 or more
-- @tparam number outputW columns of the output, or below 1 their ratio to the input's
-- @tparam number outputH rows of the output, or below 1 their ratio to the input's
function SpatialFractionalMaxPooling:__init(
   poolSizeW, poolSizeH, outputW, outputH)
   Module.__init(self)
   fractional.init(self, sides, poolSizeW, poolSizeH,
      outputW, outputH)
end

fractional.methods(SpatialFractionalMaxPooling, sides, compute)

function SpatialFractionalMaxPooling:updateOutput(input)
   fractional.draw(self, sides, input)
   indexed.ready(self)
   local outW, outH = self:getOutputSizes_(input)
   compute.updateOutput(self.output, self.indices, input, outW, outH, self.poolSizeW, self.poolSizeH,
      self.randomSamples)
   return self.output
end

function SpatialFractionalMaxPooling:__tostring__()
   return ('%s(%dx%d, %d,%d)'):format(torch.type(self), self.outW or 0, self.outH or 0,
      self.poolSizeW, self.poolSizeH)
end
