--- Each element of a picture repeated, dH times in rows and dW times in columns.
--
-- The input is C×H×W, or has rows and columns in other dimensions; the output C×(H · dH)×(W · dW).
--
-- @classmod nn.SpatialUpSampling
local arguments = require 'nnx.arguments'
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local picture = require 'nnx.picture'
local restored = require 'nn.restored'
local SpatialUpSampling, Module = torch.class('nn.SpatialUpSampling', 'nn.Module')

--- Make a layer, of arguments in this order or of a table with their names.
-- @tparam int dW
-- @tparam int dH
-- @tparam[opt=2] int yDim the dimension of rows
-- @tparam[opt=3] int xDim the dimension of columns, the next one
function SpatialUpSampling:__init(...)
   Module.__init(self)
   arguments.numbers(self, {'dW', 'dH', 'yDim', 'xDim'}, ...)
   if not isCount(self.dW) or not isCount(self.dH) then
      expected(self, 'dW and dH of 1 or more', ('%s and %s'):format(self.dW, self.dH))
   end
   self.dW, self.dH = math.floor(self.dW), math.floor(self.dH)
   picture.dimensions(self, self.yDim, self.xDim)
end

-- The output's size, and where its rows and columns come from.
local function geometry(self, input)
   local rows, columns = input:size(self.yDim) * self.dH, input:size(self.xDim) * self.dW
   return picture.size(self, input, rows, columns), picture.places(rows, function(y) return y / self.dH end),
      picture.places(columns, function(x) return x / self.dW end)
end

function SpatialUpSampling:updateOutput(input)
   local size, rows, columns = geometry(self, picture.check(self, input))
   return picture.pick(self.output:resize(size), picture.fold(self, input), rows, columns)
end

function SpatialUpSampling:updateGradInput(input, gradOutput)
   local size, rows, columns = geometry(self, picture.check(self, input))
   picture.check(self, input, gradOutput, size)
   picture.spread(picture.fold(self, self.gradInput:resizeAs(input)), picture.fold(self, gradOutput), rows, columns)
   return self.gradInput
end

restored.fields(SpatialUpSampling, {['output gradInput'] = restored.tensor, ['dW dH yDim'] = restored.needed})
