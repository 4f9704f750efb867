--- In training a multiple of principal components is added to the pixels of each image: `V·(α ∘ λ)`, α drawn from a
-- normal distribution. (Krizhevsky, Sutskever, Hinton, 2012.)
-- @classmod nn.PCAColorTransform
local expected = require 'nn.expected'
local planes = require 'dpnn.planes'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local PCAColorTransform, Module = torch.class('nn.PCAColorTransform', 'nn.Module')

--- Make a layer.
-- @tparam int inputChannels planes of an image
-- @tparam torch.Tensor eigenVectors V, a column for each component
-- @tparam torch.Tensor eigenValues λ
-- @tparam[opt=0.1] number std the deviation of α
function PCAColorTransform:__init(inputChannels, eigenVectors, eigenValues, std)
   Module.__init(self)
   if not torch.isTensor(eigenValues) or eigenValues:nElement() ~= inputChannels then
      expected(self, 'a value for each plane', eigenValues)
   end
   if not torch.isTensor(eigenVectors) or eigenVectors:nElement() ~= inputChannels ^ 2 then
      expected(self, 'a vector for each plane', eigenVectors)
   end
   self.inputChannels, self.eigenVectors, self.eigenValues = inputChannels, eigenVectors, eigenValues
   self.std = wants.number(self, 'a deviation', std or .1)
   self.train = true
end

function PCAColorTransform:updateOutput(input)
   return planes.add(self, input, function(noise)
      noise:normal(0, self.std):cmul(self.eigenValues:view(-1, 1):expandAs(noise))
      return self.eigenVectors * noise
   end)
end

PCAColorTransform.updateGradInput = planes.updateGradInput

function PCAColorTransform:__tostring__()
   return ('%s channels: %d, std: %f'):format(torch.type(self), self.inputChannels, self.std)
end

restored.fields(PCAColorTransform, {['output gradInput'] = restored.tensor, eigenValues = restored.needed})
