--- Pictures of another size: elements repeated or left out (`simple`), means of blocks (`average`, when it becomes
-- smaller), or linear interpolation (`bilinear`), wherever rows and columns lie.
-- @classmod nn.SpatialReSamplingEx
local arguments = require 'nnx.arguments'
local expected = require 'nn.expected'
local picture = require 'nnx.picture'
local resampled = require 'nnx.resampled'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialReSamplingEx, Module = torch.class('nn.SpatialReSamplingEx', 'nn.Module')

local modes = {simple = 0, average = 1, bilinear = 2}

--- Make a layer, of arguments in this order or of a table with their names.
-- @tparam[opt] number rwidth columns of the output for each of the input
-- @tparam[opt] number rheight rows of the output for each of the input
-- @tparam[opt] int owidth columns of the output
-- @tparam[opt] int oheight rows of the output
-- @tparam[opt='simple'] string mode
-- @tparam[opt=2] int yDim the dimension of rows
-- @tparam[opt=3] int xDim the dimension of columns, the next one
function SpatialReSamplingEx:__init(...)
   Module.__init(self)
   local named = arguments.named(...)
   local given = named or {...}
   self.mode = (named and named.mode or given[5]) or 'simple'
   self.mode_c = modes[self.mode]
   if not self.mode_c then expected(self, "'simple', 'average' or 'bilinear'", self.mode) end
   arguments.numbers(self, {'rwidth', 'rheight', 'owidth', 'oheight'}, ...)
   picture.dimensions(self, named and named.yDim or given[6], named and named.xDim or given[7])
end

local function count(self, given, ratio, extent)
   local number = self[given] or self[ratio] and math.floor(self[ratio] * extent + .5)
   wants.count(self, ('%s or %s for 1 or more'):format(given, ratio), number)
   return math.floor(number)
end

-- Where elements that are repeated or left out come from: how many lie between them counts in whole elements.
local function places(from, to)
   if to >= from then
      local times = math.ceil(to / from)
      return picture.places(to, function(i) return i / times end)
   end
   local step = math.floor(from / to)
   return picture.places(to, function(i) return i * step end)
end

-- How an input of this size is computed: a function forwards and one backwards, with their last arguments.
local function geometry(self, input)
   self.iheight, self.iwidth = input:size(self.yDim), input:size(self.xDim)
   local rows = count(self, 'oheight', 'rheight', self.iheight)
   local columns = count(self, 'owidth', 'rwidth', self.iwidth)
   if (rows >= self.iheight) ~= (columns >= self.iwidth) then
      expected(self, 'rows and columns that both grow or both shrink',
         ('%dx%d for %dx%d'):format(rows, columns, self.iheight, self.iwidth))
   end
   self.oheightCurrent, self.owidthCurrent = rows, columns
   if self.mode == 'average' and rows < self.iheight then
      return 'mean', 'spreadMean', math.floor(self.iheight / rows), math.floor(self.iwidth / columns)
   end
   return 'pick', 'spread', places(self.iheight, rows), places(self.iwidth, columns)
end

-- Means are of as many blocks as fit; no more than these are wanted.
local function shortened(self, folded, isMean, dH, dW)
   return isMean and folded:narrow(2, 1, self.oheightCurrent * dH):narrow(3, 1, self.owidthCurrent * dW) or folded
end

function SpatialReSamplingEx:updateOutput(input)
   local forwards, _, y, x = geometry(self, picture.check(self, input))
   self.output:resize(picture.size(self, input, self.oheightCurrent, self.owidthCurrent))
   local folded, output = picture.fold(self, input), picture.fold(self, self.output)
   if self.mode == 'bilinear' then
      local moved = folded:permute(1, 4, 2, 3):contiguous()
      output:copy(resampled.output(input.new(), moved, self.oheightCurrent, self.owidthCurrent):permute(1, 3, 4, 2))
   else
      picture[forwards](output, shortened(self, folded, forwards == 'mean', y, x), y, x)
   end
   return self.output
end

function SpatialReSamplingEx:updateGradInput(input, gradOutput)
   local _, backwards, y, x = geometry(self, picture.check(self, input))
   picture.check(self, input, gradOutput, picture.size(self, input, self.oheightCurrent, self.owidthCurrent))
   local folded, gradInput = picture.fold(self, gradOutput), picture.fold(self, self.gradInput:resizeAs(input):zero())
   if self.mode == 'bilinear' then
      local moved = picture.fold(self, input):permute(1, 4, 2, 3)
      local gradient = resampled.gradient(input.new(), moved, folded:permute(1, 4, 2, 3):contiguous())
      gradInput:copy(gradient:permute(1, 3, 4, 2))
   else
      picture[backwards](shortened(self, gradInput, backwards == 'spreadMean', y, x), folded, y, x)
   end
   return self.gradInput
end

restored.fields(SpatialReSamplingEx, {['output gradInput'] = restored.tensor, yDim = restored.needed})
