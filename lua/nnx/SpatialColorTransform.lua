--- Colours of pictures, 3×H×W, in other terms: `rgb2yuv`, `yuv2rgb` and `rgb2y`. The others that there are (`rgb2hsl`,
-- `hsl2rgb`, `rgb2hsv`, `rgb2nrgb`, `rgb2y+nrgb`) ask the package `image`, and have no way back.
-- @classmod nn.SpatialColorTransform
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialColorTransform, Module = torch.class('nn.SpatialColorTransform', 'nn.Module')

-- BT.601, as matrices.
local linear = {
   rgb2yuv = {{.299, .587, .114}, {-.14713, -.28886, .436}, {.615, -.51499, -.10001}},
   yuv2rgb = {{1, 0, 1.13983}, {1, -.39465, -.58060}, {1, 2.03211, 0}},
   rgb2y = {{.299, .587, .114}},
}

local others = {rgb2hsl = 3, hsl2rgb = 3, hsv2rgb = 3, rgb2hsv = 3, rgb2nrgb = 3, ['rgb2y+nrgb'] = 4}

--- Make a layer.
-- @tparam string transform one of these names
function SpatialColorTransform:__init(transform)
   Module.__init(self)
   local matrix = linear[transform]
   if not matrix and not others[transform] then expected(self, "a transform such as 'rgb2yuv'", transform) end
   self.transform, self.islinear = transform, matrix ~= nil
   if matrix then
      self.linear = nn.SpatialLinear(3, #matrix)
      self.linear.weight:copy(torch.Tensor(matrix))
      self.linear.bias:zero()
   end
end

function SpatialColorTransform:updateOutput(input)
   if self.islinear then
      self.output = self.linear:updateOutput(input)
      return self.output
   end
   wants.type(self, 'input', wants.dims(self, 'input', input, 3), self.gradInput)
   local image = require 'image'
   if self.transform == 'rgb2y+nrgb' then
      self.output:resize(4, input:size(2), input:size(3))
      image.rgb2y(input, self.output:narrow(1, 1, 1))
      image.rgb2nrgb(input, self.output:narrow(1, 2, 3))
   else
      self.output = image[self.transform](input, self.output)
   end
   return self.output
end

function SpatialColorTransform:updateGradInput(input, gradOutput)
   if not self.islinear then expected(self, 'a linear transform for backward', self.transform) end
   self.gradInput = self.linear:updateGradInput(input, gradOutput)
   return self.gradInput
end

restored.fields(SpatialColorTransform, {['linear islinear'] = restored.needed})
