--- Pictures of another size by linear interpolation in both directions; the corners stay where they are.
--
-- The input is C×H×W or a batch N×C×H×W. The number of rows is `oheight`, or `rheight·H`; so are the columns. What
-- comes of a ratio is kept for all further inputs.
--
--     nn.SpatialReSampling {owidth = 10, oheight = 5}:forward(torch.rand(3, 8, 8))      -- 3×5×10
--
-- @classmod nn.SpatialReSampling
local expected = require 'nn.expected'
local arguments = require 'nnx.arguments'
local resampled = require 'nnx.resampled'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialReSampling, Module = torch.class('nn.SpatialReSampling', 'nn.Module')

--- Make a layer, of arguments in this order or of a table with their names.
-- @tparam[opt] number rwidth columns of the output for each of the input
-- @tparam[opt] number rheight rows of the output for each of the input
-- @tparam[opt] int owidth columns of the output
-- @tparam[opt] int oheight rows of the output
function SpatialReSampling:__init(...)
   Module.__init(self)
   arguments.numbers(self, {'rwidth', 'rheight', 'owidth', 'oheight'}, ...)
end

-- The size that was asked for, or that a ratio gives.
local function count(self, given, ratio, extent)
   local number = self[given] or self[ratio] and self[ratio] * extent
   if type(number) ~= 'number' or not (number >= 1 and number < math.huge) then
      expected(self, ('%s or %s for 1 or more'):format(given, ratio), number)
   end
   self[given] = number
   return math.floor(number)
end

function SpatialReSampling:updateOutput(input)
   wants.type(self, 'input', wants.dims(self, 'input', input, 3, 4), self.output)
   local d = input:dim()
   local rows = count(self, 'oheight', 'rheight', input:size(d - 1))
   local columns = count(self, 'owidth', 'rwidth', input:size(d))
   return resampled.output(self.output, input, rows, columns)
end

-- The gradient may be of a picture of any size: its own counts.
function SpatialReSampling:updateGradInput(input, gradOutput)
   wants.type(self, 'input', wants.dims(self, 'input', input, 3, 4), self.gradInput)
   wants.type(self, 'gradOutput', wants.dims(self, 'gradOutput', gradOutput, input:dim()), input)
   local size, d = input:size(), input:dim()
   size[d - 1], size[d] = gradOutput:size(d - 1), gradOutput:size(d)
   wants.sized(self, 'gradOutput', gradOutput, input, size)
   return resampled.gradient(self.gradInput, input, gradOutput)
end

restored.fields(SpatialReSampling, {['output gradInput'] = restored.tensor})
