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

--- Draw the places once, at the first input, and keep them; or with false anew at each input, as at first.
-- @tparam[opt=true] boolean fixed
-- @treturn nn.VolumetricFractionalMaxPooling itself
function VolumetricFractionalMaxPooling:fixPoolingRegions(fixed)
   self.newRandomPool = fixed ~= false
   return self
end

function VolumetricFractionalMaxPooling:getBufferSize_(input) return fractional.bufferSize(self, sides, input) end
function VolumetricFractionalMaxPooling:initSampleBuffer_(input) fractional.draw(self, sides, input) end
function VolumetricFractionalMaxPooling:getOutputSizes_(input) return fractional.sizes(self, sides, input) end

function VolumetricFractionalMaxPooling:updateOutput(input)
   fractional.draw(self, sides, input)
   if torch.type(self.indices) ~= 'torch.LongTensor' then self.indices = torch.LongTensor() end
   local outT, outW, outH = self:getOutputSizes_(input)
   compute.updateOutput(self.output, self.indices, input, outT, outW, outH, self.poolSizeT, self.poolSizeW,
      self.poolSizeH, self.randomSamples)
   return self.output
end

function VolumetricFractionalMaxPooling:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, gradOutput, self.indices)
   return self.gradInput
end

--- Give up what can be computed again.
function VolumetricFractionalMaxPooling:empty() self:clearState() end

function VolumetricFractionalMaxPooling:clearState()
   self.indices, self.randomSamples = nil, nil
   return Module.clearState(self)
end

function VolumetricFractionalMaxPooling:__tostring__()
   return ('%s(%dx%dx%d, %d,%d,%d)'):format(torch.type(self), self.outT or 0, self.outW or 0, self.outH or 0,
      self.poolSizeT, self.poolSizeW, self.poolSizeH)
end
