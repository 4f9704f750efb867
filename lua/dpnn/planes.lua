--- Numbers added to the planes of images in training.
-- @module dpnn.planes
local wants = require 'nn.wants'
local planes = {}

--- Add to each plane of each image.
-- @tparam nn.Module who with `inputChannels`
-- @tparam torch.Tensor input an image or a batch
-- @tparam function draw fills a matrix, planes by images, and returns what is added
-- @treturn torch.Tensor the output
function planes.add(who, input, draw)
   wants.type(who, 'input', wants.dims(who, 'input', input, 3, 4), who.output)
   local count = input:dim() == 4 and input:size(1) or 1
   if input:size(input:dim() - 2) ~= who.inputChannels then
      wants.otherSize(who, ('%d planes'):format(who.inputChannels), input)
   end
   local output = who.output:resizeAs(input):copy(input)
   if not who.train then return output end
   local flat = output:view(count, who.inputChannels, -1)
   local noise = draw(input.new(who.inputChannels, count)):t():contiguous()
   flat:add(noise:view(count, who.inputChannels, 1):expandAs(flat))
   return output
end

--- The gradient passes.
function planes.updateGradInput(self, input, gradOutput)
   wants.same(self, 'gradOutput', gradOutput, input)
   return self.gradInput:resizeAs(gradOutput):copy(gradOutput)
end

return planes
