--- The largest of each number in windows of frames.
--
-- The input is T×C, frames of C numbers, or a batch N×T×C; the output has `(T − kW) / dW + 1` frames, rounded down.
-- `indices` says where each came from.
--
-- @classmod nn.TemporalMaxPooling
local compute = require('sconce.nn').SpatialDilatedMaxPooling
local indexed = require 'nn.indexed'
local wants = require 'nn.wants'
local TemporalMaxPooling, Module = torch.class('nn.TemporalMaxPooling', 'nn.Module')

--- Make a layer.
-- @tparam int kW frames of a window
-- @tparam[opt=kW] int dW frames that it moves on by
function TemporalMaxPooling:__init(kW, dW)
   Module.__init(self)
   self.kW, self.dW = kW, dW or kW
   wants.counts(self, 'kW', 'dW')
end

TemporalMaxPooling.clearState = indexed.clearState
TemporalMaxPooling.empty = indexed.empty
TemporalMaxPooling.type = indexed.type

-- A sequence as a picture of one channel, whose rows are the frames; a batch as several.
local function picture(tensor)
   local d = tensor:dim()
   tensor = tensor:contiguous()
   if d == 2 then return tensor:view(1, tensor:size(1), tensor:size(2)) end
   return tensor:view(tensor:size(1), 1, tensor:size(2), tensor:size(3))
end

local function frames(self, tensor, name)
   wants.dims(self, name, tensor, 2, 3)
   return tensor:size(tensor:dim() - 1)
end

function TemporalMaxPooling:updateOutput(input)
   if frames(self, input, 'input') < self.kW then
      wants.otherSize(self, ('input of %d frames or more'):format(self.kW), input)
   end
   indexed.ready(self)
   compute.updateOutput(self.output, self.indices, picture(input), 1, self.kW, 1, self.dW, 0, 0, 1, 1, false)
   -- The one channel goes again; the objects stay the same.
   local result, count, C = self.output, input:size(1), input:size(input:dim())
   local size = input:dim() == 2 and {result:size(2), C} or {count, result:size(3), C}
   result:resize(table.unpack(size))
   self.indices:resize(table.unpack(size))
   return result
end

function TemporalMaxPooling:updateGradInput(input, gradOutput)
   frames(self, input, 'input')
   wants.same(self, 'gradOutput', gradOutput, self.output)
   frames(self, gradOutput, 'gradOutput')
   compute.updateGradInput(self.gradInput, picture(input), picture(gradOutput), picture(self.indices))
   return self.gradInput:resizeAs(input)
end
