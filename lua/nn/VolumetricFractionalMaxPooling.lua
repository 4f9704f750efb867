--- The largest element of each of T×W×H windows of one size, whose places are drawn at random.
--
-- The input is C×H×W×T or a batch N×C×H×W×T. Sizes of the output are given as such or, below 1, as ratios to
-- the input's. `randomSamples` decides where windows lie: a number for each channel and dimension.
--
-- Source: Graham, 2014, arXiv:1412.6071.
--
-- @classmod nn.VolumetricFractionalMaxPooling
local compute = require('sconce.nn').VolumetricFractionalMaxPooling
local fractional = require 'nn.fractional'
local indexed = require 'nn.indexed'
local VolumetricFractionalMaxPooling, Module = torch.class('nn.VolumetricFractionalMaxPooling', 'nn.Module')

local sides = {'T', 'W', 'H'}

--- Make a layer.
-- @tparam int poolSizeT planes of a window, 2 or more
-- @tparam int poolSizeW columns of a window, 2 or more
-- @tparam int poolSizeH rows of a window, 2 or more
-- @tparam number outputT planes of the output, or below 1 their ratio to the input's
-- @tparam number outputW columns of the output, or below 1 their ratio to the input's
-- @tparam number outputH rows of the output, or below 1 their ratio to the input's
function VolumetricFractionalMaxPooling:__init(
   poolSizeT, poolSizeW, poolSizeH, outputT, outputW, outputH)
   Module.__init(self)
   fractional.init(self, sides, poolSizeT, poolSizeW, poolSizeH,
      outputT, outputW, outputH)
end

fractional.methods(VolumetricFractionalMaxPooling, sides, compute)

function VolumetricFractionalMaxPooling:updateOutput(input)
   fractional.draw(self, sides, input)
   indexed.ready(self)
   local outT, outW, outH = self:getOutputSizes_(input)
   compute.updateOutput(self.output, self.indices, input, outT, outW, outH, self.poolSizeT, self.poolSizeW,
      self.poolSizeH, self.randomSamples)
   return self.output
end

function VolumetricFractionalMaxPooling:__tostring__()
   return ('%s(%dx%dx%d, %d,%d,%d)'):format(torch.type(self), self.outT or 0, self.outW or 0, self.outH or 0,
      self.poolSizeT, self.poolSizeW, self.poolSizeH)
end
