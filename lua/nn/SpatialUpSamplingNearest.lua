--- Each element of a picture, `scale` times in both directions.
--
-- The last two dimensions are enlarged, of an input of 3 or 4.
--
-- @classmod nn.SpatialUpSamplingNearest
local expected = require 'nn.expected'
local repeated = require 'nn.repeated'
local SpatialUpSamplingNearest, Module = torch.class('nn.SpatialUpSamplingNearest', 'nn.Module')

--- Make a layer.
-- @tparam int scale a whole number from 1 on
function SpatialUpSamplingNearest:__init(scale)
   Module.__init(self)
   if type(scale) ~= 'number' or scale < 1 or scale >= math.huge or scale ~= math.floor(scale) then
      expected(self, 'a whole number as scale', scale)
   end
   self.scale_factor = scale
   self.inputSize, self.outputSize = torch.LongStorage(4), torch.LongStorage(4)
end

function SpatialUpSamplingNearest:updateOutput(input)
   repeated.updateOutput(self, input, 2)
   self.inputSize, self.outputSize = input:size(), self.output:size()
   return self.output
end

function SpatialUpSamplingNearest:updateGradInput(input, gradOutput)
   return repeated.updateGradInput(self, input, gradOutput, 2)
end
