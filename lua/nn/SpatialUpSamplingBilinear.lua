--- Pictures enlarged by linear interpolation in both directions; the corners stay where they are.
--
-- The input is C×H×W or a batch N×C×H×W.
--
-- @classmod nn.SpatialUpSamplingBilinear
local interpolated = require 'nn.interpolated'
local wants = require 'nn.wants'
local SpatialUpSamplingBilinear, Module = torch.class('nn.SpatialUpSamplingBilinear', 'nn.Module')

--- Make a layer.
-- @tparam int|table params how many times as many rows and columns, or `{oheight = …, owidth = …}`
function SpatialUpSamplingBilinear:__init(params)
   Module.__init(self)
   interpolated.enlargeTo(self, params)
   self.inputSize, self.outputSize = torch.LongStorage(4), torch.LongStorage(4)
end

--- Note the sizes of the input and of its output.
function SpatialUpSamplingBilinear:setSize(input)
   wants.dims(self, 'input', input, 3, 4)
   local d = input:dim()
   -- Of four, whatever the input has, as the original expects them in files.
   self.inputSize, self.outputSize = self.inputSize or torch.LongStorage(4), self.outputSize or torch.LongStorage(4)
   for i = 1, d do self.inputSize[i], self.outputSize[i] = input:size(i), input:size(i) end
   self.outputSize[d - 1] = self.oheight or input:size(d - 1) * self.scale_factor
   self.outputSize[d] = self.owidth or input:size(d) * self.scale_factor
end

function SpatialUpSamplingBilinear:updateOutput(input)
   self:setSize(input)
   local d = input:dim()
   return interpolated.updateOutput(self, input, {self.outputSize[d - 1], self.outputSize[d]})
end

function SpatialUpSamplingBilinear:updateGradInput(input, gradOutput)
   return interpolated.updateGradInput(self, input, gradOutput, 2)
end

function SpatialUpSamplingBilinear:__tostring__()
   if self.scale_factor then return ('%s(%d)'):format(torch.type(self), self.scale_factor) end
   return ('%s(%d, %d)'):format(torch.type(self), self.oheight, self.owidth)
end
