--- What an eye sees of images: patches around a place, each a multiple of the one before in size and resampled to the
-- first one's.
--
-- The input is `{images, locations}`: C×H×W and 2, or a batch N×C×H×W and N×2. A location is y and x, from −1 (top,
-- left) to 1 (bottom, right). The output has depth·C planes of the glimpse's size. Beyond an image there are zeros. No
-- gradient goes to locations. (Mnih et al.: Recurrent Models of Visual Attention, 2014.)
--
--     nn.SpatialGlimpse(8, 3):forward {torch.rand(2, 1, 28, 28), torch.zeros(2, 2)}      -- 2×3×8×8
--
-- @classmod nn.SpatialGlimpse
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialGlimpse, Module = torch.class('nn.SpatialGlimpse', 'nn.Module')

--- Make a layer.
-- @tparam int|{int,int} size rows and columns of a patch
-- @tparam[opt=3] int depth patches of a glimpse
-- @tparam[opt=2] number scale how many times as large each is as the one before
function SpatialGlimpse:__init(size, depth, scale)
   Module.__init(self)
   local both = torch.type(size) == 'table' and size or {size, size}
   self.height, self.width = both[1], both[2]
   self.depth, self.scale = depth or 3, scale or 2
   for _, count in ipairs {self.height or 0, self.width or 0, self.depth} do
      if not isCount(count) or count % 1 ~= 0 then expected(self, 'a whole size and depth of 1 or more', count) end
   end
   if type(self.scale) ~= 'number' or not (self.scale > 0) then expected(self, 'a scale above 0', scale) end
   self.gradInput = {torch.Tensor(), torch.Tensor()}
   if self.scale == 2 then
      self.module = nn.SpatialAveragePooling(2, 2, 2, 2)
   else
      require 'nnx'
      self.module = nn.SpatialReSampling {oheight = self.height, owidth = self.width}
   end
   self.modules = {self.module}
end

-- Where along one dimension a patch lies, given a location from 0 to 1: a range of the image, and the same one of the
-- patch.
local function range(extent, patch, at)
   local margin = math.floor((patch - 1) / 2)
   local free = extent + 2 * margin - patch
   local before = math.floor(math.min(free, math.max(0, at * free))) - margin
   local first, last = math.max(1, before + 1), math.min(extent, before + patch)
   return {first, last}, {first - before, last - before}
end

-- Call a function for every patch of a sample: with its number, its size, and its ranges in the image and of its own.
local function patches(self, image, location, visit)
   local y, x = (location[1] + 1) / 2, (location[2] + 1) / 2
   if y ~= y or x ~= x then expected(self, 'a location of two numbers', ('%s and %s'):format(y, x)) end
   local height, width = self.height, self.width
   for depth = 1, self.depth do
      if depth > 1 then height, width = math.floor(height * self.scale), math.floor(width * self.scale) end
      if not isCount(height) or not isCount(width) then
         expected(self, ('patches of 1x1 or more at depth %d'):format(depth), ('%sx%s'):format(height, width))
      end
      local rows, ownRows = range(image:size(2), height, y)
      local columns, ownColumns = range(image:size(3), width, x)
      visit(depth, height, width, {{}, rows, columns}, {{}, ownRows, ownColumns})
   end
end

-- The layer that shrinks a patch.
local function shrinking(self, height, width)
   local module = self.module
   if torch.type(module) == 'nn.SpatialAveragePooling' then
      module.kH, module.kW = height / self.height, width / self.width
      module.dH, module.dW = module.kH, module.kW
   end
   return module
end

-- Images and locations, as batches.
local function given(self, input)
   wants.tensors(self, input, 2)
   local images, locations = input[1], input[2]
   wants.type(self, 'images', wants.dims(self, 'images', images, 3, 4), self.output)
   local size = torch.LongStorage(images:dim() == 4 and {images:size(1), 2} or {2})
   wants.sized(self, 'locations', locations, images, size)
   locations = self:toBatch(locations, 1)
   return self:toBatch(images, 3), locations
end

function SpatialGlimpse:updateOutput(input)
   local images, locations = given(self, input)
   local count, planes = images:size(1), images:size(2)
   self._crop = self._crop or images.new()
   local output = self.output:resize(count, self.depth, planes, self.height, self.width)
   for i = 1, count do
      patches(self, images[i], locations[i], function(depth, height, width, seen, own)
         local patch = depth == 1 and output[i][1] or self._crop:resize(planes, height, width)
         patch:zero()[own]:copy(images[i][seen])
         if depth > 1 then output[i][depth]:copy(shrinking(self, height, width):updateOutput(patch)) end
      end)
   end
   output:resize(count, self.depth * planes, self.height, self.width)
   self.output = self:fromBatch(output, 1)
   return self.output
end

function SpatialGlimpse:updateGradInput(input, gradOutput)
   local images, locations = given(self, input)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   local count, planes = images:size(1), images:size(2)
   if gradOutput:nElement() ~= count * self.depth * planes * self.height * self.width then
      expected(self, 'the input of the forward before', images)
   end
   local toImages = self.gradInput[1] or images.new()
   local toLocations = self.gradInput[2] or images.new()
   toImages:resizeAs(images):zero()
   toLocations:resizeAs(locations):zero()
   gradOutput = gradOutput:contiguous():view(count, self.depth, planes, self.height, self.width)
   for i = 1, count do
      patches(self, images[i], locations[i], function(depth, height, width, seen, own)
         local gradient = gradOutput[i][depth]
         if depth > 1 then
            self._crop:resize(planes, height, width)
            gradient = shrinking(self, height, width):updateGradInput(self._crop, gradient)
         end
         toImages[i][seen]:add(gradient[own])
      end)
   end
   self.gradInput = {self:fromBatch(toImages, 1), self:fromBatch(toLocations, 1)}
   return self.gradInput
end

restored.fields(SpatialGlimpse, {['output gradInput'] = restored.tensor, ['module scale'] = restored.needed})
