--- The means of blocks of rH×rW of a picture.
--
-- The input is C×H×W, the output C×(H / rH)×(W / rW), rounded down.
--
-- @classmod nn.SpatialDownSampling
local arguments = require 'nnx.arguments'
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local picture = require 'nnx.picture'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialDownSampling, Module = torch.class('nn.SpatialDownSampling', 'nn.Module')

--- Make a layer, of arguments in this order or of a table with their names.
-- @tparam int rW columns of a block
-- @tparam int rH rows of a block
function SpatialDownSampling:__init(...)
   Module.__init(self)
   arguments.numbers(self, {'rW', 'rH'}, ...)
   if not isCount(self.rW) or not isCount(self.rH) then
      expected(self, 'rW and rH of 1 or more', ('%s and %s'):format(self.rW, self.rH))
   end
   self.rW, self.rH = math.floor(self.rW), math.floor(self.rH)
   self.yDim, self.xDim = 2, 3
end

-- The output's size.
local function geometry(self, input)
   self.yDim, self.xDim = 2, 3
   wants.dims(self, 'input', input, 3)
   local rows, columns = math.floor(input:size(2) / self.rH), math.floor(input:size(3) / self.rW)
   if rows < 1 or columns < 1 then
      wants.otherSize(self, ('input of at least %d rows and %d columns'):format(self.rH, self.rW), input)
   end
   return picture.size(self, input, rows, columns)
end

function SpatialDownSampling:updateOutput(input)
   local size = geometry(self, input)
   picture.check(self, input)
   return picture.mean(self.output:resize(size), picture.fold(self, input), self.rH, self.rW)
end

function SpatialDownSampling:updateGradInput(input, gradOutput)
   picture.check(self, input, gradOutput, geometry(self, input))
   local folded = picture.fold(self, self.gradInput:resizeAs(input))
   picture.spreadMean(folded, picture.fold(self, gradOutput), self.rH, self.rW)
   return self.gradInput
end

restored.fields(SpatialDownSampling, {['output gradInput'] = restored.tensor, ['rW rH'] = restored.needed})
