-- nn.SpatialMaxPooling and nn.SpatialAveragePooling, as a script sees them. Recorded from the original.
require 'nn'
local test = {}

function test.theyPrintAsTheOriginals(check)
   check.equal(tostring(nn.SpatialMaxPooling(2, 3)), 'nn.SpatialMaxPooling(2x3, 2,3)')
   check.equal(tostring(nn.SpatialMaxPooling(3, 3, 2, 2, 1, 1):ceil()), 'nn.SpatialMaxPooling(3x3, 2,2, 1,1)')
   check.equal(tostring(nn.SpatialAveragePooling(2, 3)), 'nn.SpatialAveragePooling(2x3, 1,1)')
   check.equal(tostring(nn.SpatialAveragePooling(3, 3, 2, 2, 1, 1)), 'nn.SpatialAveragePooling(3x3, 2,2, 1,1)')
end

function test.largestAndWhereItWas(check)
   local layer, nan = nn.SpatialMaxPooling(2, 2), 0 / 0
   local output = layer:forward(torch.Tensor {{{1, 5, 2, nan}, {3, 4, nan, 7}}})
   check.equal(output[1][1][1], 5)
   check.equal(output[1][1][2], 7)
   check.equal(layer.indices[1][1][1], 2)
   check.equal(layer.indices[1][1][2], 8)
   check.equal(layer.iheight, 2)
   check.equal(layer.iwidth, 4)
   -- A window of nothing but NaN: the lowest number, and no place.
   output = layer:forward(torch.Tensor {{{nan, nan}, {nan, nan}}})
   check.equal(output[1][1][1], -1.7976931348623157e308)
   check.equal(layer.indices[1][1][1], 0)
   check.equal(layer:backward(torch.Tensor(1, 2, 2), torch.Tensor(1, 1, 1):fill(1))[1][1][1], 0)
end

function test.sizesFollowTheMode(check)
   local layer = nn.SpatialMaxPooling(3, 3, 2, 2, 1, 1):ceil()
   check.equal(layer:forward(torch.Tensor(2, 3, 8, 8)):size(4), 5)
   check.equal(layer:floor():forward(torch.Tensor(2, 3, 8, 8)):size(4), 4)
   -- A last window that begins behind the input is there without padding, and gone with some.
   check.equal(nn.SpatialMaxPooling(1, 1, 4, 4):ceil():forward(torch.Tensor(1, 6, 6)):size(3), 3)
   check.equal(nn.SpatialAveragePooling(1, 4, 2, 2, 0, 2):ceil():forward(torch.Tensor(1, 6, 8)):size(3), 4)
end

function test.meansCountThePaddingOrNot(check)
   local input, layer = torch.Tensor {{{1, 2}, {3, 6}}}, nn.SpatialAveragePooling(2, 2, 2, 2, 1, 1)
   check.equal(layer:forward(input)[1][2][2], 1.5)
   check.equal(layer:setCountExcludePad():forward(input)[1][2][2], 6)
   check.equal(layer:setCountIncludePad():forward(input)[1][2][2], 1.5)
   layer.divide = false
   check.equal(layer:forward(input)[1][2][2], 6)
   check.equal(layer:backward(input, torch.Tensor(1, 2, 2):fill(1))[1][1][1], 1)
end

function test.placesStayLong(check)
   local layer = nn.SpatialMaxPooling(2, 2)
   layer:forward(torch.Tensor(1, 4, 4))
   layer:float()
   check.equal(torch.type(layer.indices), 'torch.LongTensor')
   check.equal(torch.type(layer.output), 'torch.FloatTensor')
   check.equal(layer:forward(torch.FloatTensor(1, 4, 4)):size(3), 2)
   layer:clearState()
   check.equal(layer.indices:nElement(), 0)
end

function test.wrongCallsSayWhatWasExpected(check)
   local layer = nn.SpatialMaxPooling(3, 3, 2, 2, 2, 2)
   check.raises(
      'nn.SpatialMaxPooling: expected a padding of at most half the kernel, got padW = 2, padH = 2, kW = 3, kH = 3',
      layer.forward, layer, torch.Tensor(3, 8, 8))
   layer = nn.SpatialMaxPooling(2, 2)
   check.raises(
      'nn.SpatialMaxPooling: size mismatch: expected input of size CxHxW or NxCxHxW, got 8x8', layer.forward, layer,
      torch.Tensor(8, 8))
   layer:forward(torch.Tensor(1, 4, 4))
   layer.indices:fill(17)
   check.raises(
      'nn.SpatialMaxPooling: expected indices within the 4x4 elements of a plane', layer.backward, layer,
      torch.Tensor(1, 4, 4), torch.Tensor(1, 2, 2))
   check.raises('nn.SpatialAveragePooling: expected a number of rows kH, got nil', nn.SpatialAveragePooling, 2)
end

-- A result of the right size that lies otherwise.
function test.resultsBecomeContiguous(check)
   for _, layer in ipairs {nn.SpatialMaxPooling(2, 2), nn.SpatialAveragePooling(2, 2, 2, 2)} do
      local x = torch.range(1, 32):view(2, 4, 4)
      local output, gradInput = layer:forward(x):clone(), layer:backward(x, torch.ones(2, 2, 2)):clone()
      layer.output, layer.gradInput = torch.ones(2, 2, 2):transpose(2, 3), torch.ones(4, 4, 2):transpose(1, 3)
      check.equal(layer:forward(x):equal(output), true, torch.type(layer))
      check.equal(layer:backward(x, torch.ones(2, 2, 2)):equal(gradInput), true, torch.type(layer))
      check.equal(layer.output:isContiguous() and layer.gradInput:isContiguous(), true)
      if layer.indices then
         layer.indices = layer.indices:transpose(2, 3):clone():transpose(2, 3)
         check.equal(layer:backward(x, torch.ones(2, 2, 2)):equal(gradInput), true, 'indices')
      end
   end
end

return test
