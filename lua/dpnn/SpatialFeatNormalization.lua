--- `(x − mean)/std` for each plane of an image, with numbers that are given.
--
-- The input is C×H×W or a batch N×C×H×W.
--
-- @classmod nn.SpatialFeatNormalization
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialFeatNormalization, Module = torch.class('nn.SpatialFeatNormalization', 'nn.Module')

--- Make a layer.
-- @tparam torch.Tensor mean a number for each plane
-- @tparam torch.Tensor std a number for each plane
function SpatialFeatNormalization:__init(mean, std)
   Module.__init(self)
   wants.vector(self, 'a vector of means', mean)
   if not torch.isTensor(std) or not std:isSameSizeAs(mean) then expected(self, 'as many deviations', std) end
   self.mean, self.std, self.noOfFeats = mean, std, mean:size(1)
end

local function perPlane(self, vector, like)
   local dims = like:dim()
   if dims < 3 or like:size(dims - 2) ~= self.noOfFeats then
      wants.otherSize(self, ('%d planes'):format(self.noOfFeats), like)
   end
   return vector:view(self.noOfFeats, 1, 1):expand(self.noOfFeats, like:size(dims - 1), like:size(dims))
end

local function each(self, to, name)
   local vector = perPlane(self, self[name], to)
   if to:dim() == 3 then return vector end
   return vector:clone():view(1, self.noOfFeats, to:size(3), to:size(4)):expandAs(to)
end

function SpatialFeatNormalization:updateOutput(input)
   wants.type(self, 'input', wants.dims(self, 'input', input, 3, 4), self.output)
   self.output:resizeAs(input):copy(input)
   return self.output:add(-1, each(self, input, 'mean'):clone()):cdiv(each(self, input, 'std'):clone())
end

function SpatialFeatNormalization:updateGradInput(input, gradOutput)
   wants.same(self, 'gradOutput', gradOutput, input)
   self.gradInput:resizeAs(gradOutput):copy(gradOutput)
   return self.gradInput:cdiv(each(self, input, 'std'):clone())
end

restored.fields(SpatialFeatNormalization, {['output gradInput'] = restored.tensor, ['mean std'] = restored.needed})
