--- Images cropped: at places drawn evenly in training, in the middle in evaluation.
--
-- The input is C×H×W or a batch N×C×H×W, the output has the size that was asked for. With a range of scales windows of
-- other sizes are cropped in training and resampled to that size.
--
--     nn.SpatialUniformCrop(24, 24):forward(torch.rand(8, 3, 32, 32))      -- 8×3×24×24
--
-- @classmod nn.SpatialUniformCrop
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialUniformCrop, Module = torch.class('nn.SpatialUniformCrop', 'nn.Module')

--- Make a layer.
-- @tparam int oheight rows of the output
-- @tparam[opt=oheight] int owidth its columns
-- @tparam[opt] {number,number} scale the least and the greatest scale, also as fields `min` and `max`
function SpatialUniformCrop:__init(oheight, owidth, scale)
   Module.__init(self)
   self.oheight, self.owidth, self.scale = oheight, owidth or oheight, scale
   if not isCount(self.oheight) or not isCount(self.owidth) then
      expected(self, 'rows and columns of 1 or more', ('%s and %s'):format(oheight, self.owidth))
   end
   if scale == nil then return end
   if torch.type(scale) ~= 'table' then expected(self, 'a table of two scales', scale) end
   for _, bound in ipairs {scale.min or scale[1] or 0, scale.max or scale[2] or 0} do
      if type(bound) ~= 'number' or not (bound > 0) then expected(self, 'scales above 0', bound) end
   end
   require 'nnx'
   self.scaler = nn.SpatialReSampling {owidth = self.owidth, oheight = self.oheight}
end

-- Room for places and scales of a batch.
local function prepare(self, count)
   self.coord = (self.coord or torch.IntTensor()):resize(count, 2)
   if self.scale then self.scales = (self.scales or torch.FloatTensor()):resize(count):fill(1) end
end

-- The size of a sample's window.
local function window(self, i)
   local scale = self.scale and self.scales[i] or 1
   return math.ceil(scale * self.oheight), math.ceil(scale * self.owidth)
end

-- Where a window starts among its places, from 1 on.
local function drawn(free) return math.ceil(torch.uniform(1e-2, free)) end
local function middle(free) return math.max(1, math.ceil(free / 2)) end

-- With scales the column is counted from the middle of as many columns as there are rows.
local function column(self, at, width, columns, rows)
   if not self.scale then return at end
   local first = math.ceil((width + columns - rows) / 2 + at) - math.ceil(width / 2)
   return math.min(math.max(first, 1), columns - width + 1)
end

-- Choose a place, and a scale in training.
local function choose(self, i, rows, columns)
   if self.train ~= false and self.scale then
      self.scales[i] = torch.uniform(self.scale.min or self.scale[1], self.scale.max or self.scale[2])
   end
   local height, width = window(self, i)
   if height > rows or width > columns then
      expected(self, ('images of at least %dx%d'):format(height, width), ('%dx%d'):format(rows, columns))
   end
   local place = self.coord[i]
   if self.train == false then
      place[1], place[2] = middle(rows - height), middle(columns - width)
   else
      place[1] = drawn(rows - height)
      place[2] = column(self, drawn(columns - width), width, columns, rows)
   end
end

local function crop(self, image, i)
   local height, width = window(self, i)
   return image:narrow(2, self.coord[i][1], height):narrow(3, self.coord[i][2], width)
end

function SpatialUniformCrop:updateOutput(input)
   wants.type(self, 'input', wants.dims(self, 'input', input, 3, 4), self.gradInput)
   input = self:toBatch(input, 3)
   local count = input:size(1)
   self.output:resize(count, input:size(2), self.oheight, self.owidth)
   prepare(self, count)
   for i = 1, count do
      choose(self, i, input:size(3), input:size(4))
      local part = crop(self, input[i], i)
      self.output[i]:copy(self.scale and self.train ~= false and self.scaler:forward(part) or part)
   end
   self.output = self:fromBatch(self.output, 1)
   return self.output
end

function SpatialUniformCrop:updateGradInput(input, gradOutput)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   wants.dims(self, 'input', input, gradOutput:dim())
   input, gradOutput = self:toBatch(input, 3), self:toBatch(gradOutput, 3)
   if not self.coord or self.coord:nElement() ~= 2 * input:size(1) then
      expected(self, 'updateOutput before backward', self.coord)
   end
   self.gradInput:resizeAs(input):zero()
   for i = 1, input:size(1) do
      local part = crop(self, input[i], i)
      local gradient = self.scale and self.scaler:updateGradInput(part, gradOutput[i]) or gradOutput[i]
      crop(self, self.gradInput[i], i):copy(gradient)
   end
   self.gradInput = self:fromBatch(self.gradInput, 1)
   return self.gradInput
end

function SpatialUniformCrop:type(type, cache)
   if type then self.coord = nil end
   return Module.type(self, type, cache)
end

restored.fields(SpatialUniformCrop, {['output gradInput'] = restored.tensor})
