--- Convolution over a sequence of frames.
--
-- The input is T×C, frames of C numbers, or a batch N×T×C; the output has `(T − kW) / dW + 1` frames of O, rounded
-- down. `weight` is O×(kW·C), `bias` O.
--
--     nn.TemporalConvolution(10, 4, 3):forward(torch.Tensor(20, 10))      -- 18×4
--
-- @classmod nn.TemporalConvolution
local compute = require('sconce.nn').TemporalConvolution
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local TemporalConvolution, Module = torch.class('nn.TemporalConvolution', 'nn.Module')

--- Make a layer.
-- @tparam int inputFrameSize C
-- @tparam int outputFrameSize O
-- @tparam int kW frames of the kernel
-- @tparam[opt=1] int dW frames that it moves on by
function TemporalConvolution:__init(inputFrameSize, outputFrameSize, kW, dW)
   Module.__init(self)
   self.inputFrameSize, self.outputFrameSize, self.kW, self.dW = inputFrameSize, outputFrameSize, kW, dW or 1
   wants.counts(self, 'inputFrameSize', 'outputFrameSize', 'kW', 'dW')
   parameters.make(self, {outputFrameSize, inputFrameSize * kW}, {outputFrameSize})
   self:reset()
end

--- Draw the parameters anew.
-- @tparam[opt=1/√(3·C·kW)] number stdv the standard deviation
function TemporalConvolution:reset(stdv) parameters.draw(self, stdv, self.kW * self.inputFrameSize) end

function TemporalConvolution:updateOutput(input)
   compute.updateOutput(self.output, input, self.weight, self.bias, self.kW, self.dW)
   return self.output
end

function TemporalConvolution:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   compute.updateGradInput(self.gradInput, input, gradOutput, self.weight, self.kW, self.dW)
   return self.gradInput
end

function TemporalConvolution:accGradParameters(input, gradOutput, scale)
   compute.accGradParameters(self.gradWeight, self.gradBias, input, gradOutput, self.kW, self.dW, scale or 1)
end

-- Layers that share weights can be stepped straight.
TemporalConvolution.sharedAccUpdateGradParameters = Module.defaultAccUpdateGradParameters
