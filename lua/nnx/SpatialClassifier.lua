--- A classifier of vectors at every place of a picture, C×H×W.
--
--     nn.SpatialClassifier(nn.Sequential():add(nn.Linear(3, 5)):add(nn.LogSoftMax())):forward(torch.rand(3, 4, 4))
--
-- @classmod nn.SpatialClassifier
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialClassifier, Module = torch.class('nn.SpatialClassifier', 'nn.Module')

--- Make one. With its field `spatialOutput` false the output is a matrix, a row for each place.
-- @tparam[opt=nn.Sequential()] nn.Module classifier takes N×C
function SpatialClassifier:__init(classifier)
   Module.__init(self)
   self.classifier = classifier and wants.module(self, classifier) or nn.Sequential()
   self.spatialOutput = true
   self.modules = {self.classifier}
   -- What the original keeps its matrices in.
   for _, name in ipairs {'inputF', 'inputT', 'outputF', 'gradOutputF', 'gradOutputT', 'gradInputF'} do
      self[name] = torch.Tensor()
   end
end

--- Append a layer to the classifier.
-- @tparam nn.Module module
function SpatialClassifier:add(module)
   if not self.classifier.add then expected(self, 'a classifier that is a container', self.classifier) end
   self.classifier:add(module)
end

-- A picture as a matrix, a row for each place.
local function places(picture) return picture:contiguous():view(picture:size(1), -1):t():contiguous() end

-- A matrix as a picture.
local function picture(to, matrix, input)
   return to:resize(matrix:size(2), matrix:size(1)):copy(matrix:t()):resize(
      matrix:size(2), input:size(2), input:size(3))
end

local function check(self, input)
   return wants.type(self, 'input', wants.dims(self, 'input', input, 3), self.gradInput)
end

function SpatialClassifier:updateOutput(input)
   self.outputT = wants.dims(self, 'output of the classifier',
      self.classifier:updateOutput(places(check(self, input))), 2)
   if not self.spatialOutput then
      self.output = self.outputT
      return self.output
   end
   if self.output == self.outputT then self.output = input.new() end
   return picture(self.output, self.outputT, input)
end

-- The gradient as the classifier takes it.
local function rows(self, gradOutput)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   return self.spatialOutput and places(gradOutput) or gradOutput
end

function SpatialClassifier:updateGradInput(input, gradOutput)
   local gradient = self.classifier:updateGradInput(places(check(self, input)), rows(self, gradOutput))
   return picture(self.gradInput, gradient, input)
end

function SpatialClassifier:accGradParameters(input, gradOutput, scale)
   self.classifier:accGradParameters(places(check(self, input)), rows(self, gradOutput), scale)
end

-- As in the original, `parameters` does not tell of those of the classifier.
for _, name in ipairs {'zeroGradParameters', 'updateParameters', 'training', 'evaluate'} do
   SpatialClassifier[name] = function(self, ...) return self.classifier[name](self.classifier, ...) end
end

restored.fields(SpatialClassifier, {['output gradInput'] = restored.tensor, classifier = restored.needed})
