--- In training a number is added to each plane of each image, drawn evenly between −range and range.
--
-- The input is C×H×W or a batch N×C×H×W; in evaluation it passes as it is.
--
-- @classmod nn.SimpleColorTransform
local expected = require 'nn.expected'
local planes = require 'dpnn.planes'
local restored = require 'nn.restored'
local SimpleColorTransform, Module = torch.class('nn.SimpleColorTransform', 'nn.Module')

--- Make a layer.
-- @tparam int inputChannels planes of an image
-- @tparam torch.Tensor range a number for each
function SimpleColorTransform:__init(inputChannels, range)
   Module.__init(self)
   if not torch.isTensor(range) or range:nElement() ~= inputChannels then
      expected(self, 'a range for each plane', range)
   end
   self.inputChannels, self.range = inputChannels, range
   self.train = true
end

function SimpleColorTransform:updateOutput(input)
   return planes.add(self, input, function(noise)
      for i = 1, self.inputChannels do noise[i]:uniform(-self.range[i], self.range[i]) end
      return noise
   end)
end

SimpleColorTransform.updateGradInput = planes.updateGradInput

restored.fields(SimpleColorTransform, {['output gradInput'] = restored.tensor, range = restored.needed})
