-- Layers over neighbourhoods that are made of others, beyond their numbers (goldens.lua, differences.lua).
require 'nn'
local test = {}

local function text(t)
   return table.concat((torch.isTensor(t) and t:contiguous():view(-1) or t):totable(), ' ')
end

-- Recorded from the original.
function test.theMeanOfANeighbourhoodGoes(check)
   local kernel = torch.Tensor {1, 2, 1}
   local layer = nn.SpatialSubtractiveNormalization(2, kernel)
   -- The kernel is the script's own, divided in place.
   check.equal(text(kernel), '0.125 0.25 0.125')
   check.equal(rawequal(layer.kernel, kernel), true)
   local x = torch.Tensor(2, 3, 4):copy(torch.range(1, 24):apply(function(v) return v * v % 7 end))
   check.near(layer:forward(x)[1][1][1], -0.722222, 1e-6)
   check.near(layer.coef[1][1][1][1], 0.28125, 1e-15)
   check.near(layer:backward(x, x)[1][1][2], 2.29861, 1e-5)
   -- The coefficients follow the input's size.
   check.near(layer:forward(torch.range(1, 32):resize(2, 2, 2, 4))[1][1][1][1], -5.66667, 1e-5)
   check.equal(text(layer.coef:size()), '2 2 1 2 4')
   layer:clearState()
   check.equal(layer.localsums, nil)
   check.equal(layer.meanestimator.modules[1].output:dim(), 0)
   check.near(layer:forward(x)[1][1][1], -0.722222, 1e-6)
   -- Of a picture that is the same everywhere nothing is left, at the borders either.
   check.near(layer:forward(torch.ones(2, 5, 5)):abs():max(), 0, 1e-15)
end

function test.deviationsBelowTheThresholdDoNotCount(check)
   local layer = nn.SpatialDivisiveNormalization(1, torch.ones(3, 3), 2, .5)
   check.near(layer:forward(torch.ones(1, 4, 4)):max(), 2, 1e-15)
   check.near(layer:forward(torch.ones(1, 4, 4) * 3):max(), 1, 1e-15)
   check.equal(nn.SpatialDivisiveNormalization().threshold, 1e-4)
   check.equal(nn.SpatialDivisiveNormalization(1, nil, 3).thresval, 3)
   check.equal(layer:clearState().localstds, nil)
   -- A vector is applied twice.
   check.near(nn.SpatialDivisiveNormalization(2, torch.Tensor {1, 2, 1}).kernel[2], 0.353553, 1e-6)
end

function test.bothInARow(check)
   local layer = nn.SpatialContrastiveNormalization(1, torch.ones(3, 3))
   local x = torch.Tensor(1, 6, 6):uniform()
   local both = nn.Sequential():add(nn.SpatialSubtractiveNormalization(1, torch.ones(3, 3)))
      :add(nn.SpatialDivisiveNormalization(1, torch.ones(3, 3)))
   check.near((layer:forward(x) - both:forward(x)):abs():max(), 0, 1e-14)
   check.near((layer:backward(x, x) - both:backward(x, x)):abs():max(), 0, 1e-13)
   check.equal(layer:float():forward(x:float()):type(), 'torch.FloatTensor')
   check.near((layer:clone():forward(x:float()):double() - both.output):abs():max(), 0, 1e-5)
end

function test.normalisationsRefuse(check)
   for _, name in ipairs {'Subtractive', 'Divisive', 'Contrastive'} do
      local class = ('nn.Spatial%sNormalization'):format(name)
      local make = nn[class:sub(4)]
      for _, kernel in ipairs {torch.ones(2, 3), torch.ones(3, 2), torch.ones(4), torch.ones(3, 3, 3), 3} do
         check.raises(class .. ': expected a kernel of one or two dimensions, of odd sizes', make, 1, kernel)
      end
      check.raises(class .. ': expected a number of planes, got 0', make, 0)
      if name ~= 'Subtractive' then
         check.raises(class .. ': expected a number as threshold, got x', make, 1, nil, 'x')
         check.raises(class .. ': expected a number as thresval, got true', make, 1, nil, 1, true)
      end
   end
   for _, name in ipairs {'Subtractive', 'Divisive'} do
      local class = ('nn.Spatial%sNormalization'):format(name)
      local layer, x = nn[class:sub(4)](2, torch.ones(3, 3)), torch.Tensor(2, 4, 4)
      local wrong = class .. ': size mismatch: expected input of size 2xHxW or Nx2xHxW, got '
      check.raises(wrong .. '3x4x4', layer.forward, layer, torch.Tensor(3, 4, 4))
      check.raises(wrong .. '4', layer.forward, layer, torch.Tensor(4))
      check.raises(class .. ': expected input (DoubleTensor), got FloatTensor', layer.forward, layer, x:float())
      check.raises(class .. ': size mismatch: expected gradOutput of size 2x4x4, got 4', layer.backward, layer, x, torch.Tensor(4))
   end
end

-- Recorded from the original.
function test.normsOfWindows(check)
   local x = torch.Tensor {{1, 2, 3, 4}, {-1, 2, 0, 1}, {2, 2, 2, 2}, {0, 1, 0, 1}}:resize(1, 4, 4)
   local layer = nn.SpatialLPPooling(1, 2, 2, 2)
   check.near(layer:forward(x)[1][1][1], math.sqrt(10), 1e-15)
   check.near(layer:backward(x, torch.ones(1, 2, 2))[1][1][1], 0.316228, 1e-6)
   check.equal(layer.dH, 2)
   check.equal(tostring(layer):match '^[^\n]*', 'nn.Sequential {')
   check.near(nn.SpatialLPPooling(1, 3, 2, 3, 1, 2):forward(x)[1][1][2], 3.893, 1e-3)
   for _, call in ipairs {{'a norm p above 0, got nil', 1}, {'a norm p above 0, got 0', 1, 0}, {'kW of 1 or more, got nil', 1, 2},
      {'dH of 1 or more, got 0', 1, 2, 2, 2, 1, 0}} do
      check.raises('nn.SpatialLPPooling: expected ' .. call[1], nn.SpatialLPPooling, table.unpack(call, 2))
   end
end

-- Recorded from the original.
function test.bothSidesOfZero(check)
   local x = torch.Tensor {{1, -2}, {-3, 4}, {0, 5}}:resize(3, 2, 1)
   local layer = nn.CReLU(3)
   check.equal(text(layer:forward(x)), '1 0 0 4 0 5 0 2 3 0 0 0')
   check.equal(layer.output:size(1), 6)
   check.equal(text(layer:backward(x, torch.ones(6, 2, 1))), '1 -1 -1 1 0 1')
   check.equal(tostring(layer), 'CReLU()')
   layer = nn.CReLU(2)
   check.equal(text(layer:forward(x):size()), '3 4 1')
   -- In place, gradOutput pays and the input does not.
   layer = nn.CReLU(3, true)
   local gradOutput = torch.ones(6, 2, 1)
   layer:forward(x)
   layer:backward(x, gradOutput)
   check.equal(x:min(), -3)
   check.equal(text(gradOutput), '1 0 0 1 0 1 0 1 1 0 0 0')
   check.raises('nn.CReLU: size mismatch: expected input of 3 dimensions, or 4 for a batch, got 2', layer.forward, layer, torch.Tensor(2))
   check.raises('nn.CReLU: size mismatch: expected gradOutput of as many elements as 6x2x1, got 3',
      layer.backward, layer, x, torch.Tensor(3))
   check.raises('nn.CReLU: expected a number of dimensions of a sample, got nil', nn.CReLU)
end

return test
