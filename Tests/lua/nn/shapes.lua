-- Layers that move elements: what they share, find and refuse, beyond their numbers (goldens.lua).
require 'nn'
local test = {}

local function tensor(...) return torch.Tensor {...} end
local function extent(t) return table.concat(t:size():totable(), 'x') end
local function raises(check, message, layer, ...) check.raises(torch.type(layer) .. ': ' .. message, layer.forward, layer, ...) end

function test.someShareElements(check)
   local x = torch.Tensor(1, 3):fill(1)
   for what, layer in pairs {Squeeze = nn.Squeeze(), Unsqueeze = nn.Unsqueeze(1), Contiguous = nn.Contiguous(),
      Collapse = nn.Collapse(2), Replicate = nn.Replicate(2), GradientReversal = nn.GradientReversal(), ZeroGrad = nn.ZeroGrad()} do
      check.equal(layer:forward(x):storage(), x:storage(), what)
   end
   for what, layer in pairs {Select = nn.Select(2, 1), Narrow = nn.Narrow(2, 1), Transpose = nn.Transpose {1, 2},
      Padding = nn.Padding(1, 1)} do
      check.equal(layer:forward(x):storage() == x:storage(), false, what)
   end
end

function test.gapsAreCopiedWhereTheyMustBe(check)
   local x = torch.Tensor {{1, 2}, {3, 4}}:t()
   local layer = nn.Contiguous()
   local output = layer:forward(x)
   check.equal(output:isContiguous(), true)
   check.equal(output:storage() == x:storage(), false)
   -- What was shared before is not written into.
   local whole = torch.Tensor {{5, 6}, {7, 8}}
   layer:forward(whole)
   layer:forward(x)
   check.equal(whole[1][1], 5)
end

function test.replicatesHaveNoStride(check)
   local output = nn.Replicate(3, 2):forward(torch.Tensor(4, 5))
   check.equal(extent(output), '4x3x5')
   check.equal(output:stride(2), 0)
   check.equal(extent(nn.Replicate(2, 1, 1):forward(torch.Tensor(4, 5))), '4x2x5')
   raises(check, 'expected a dimension from 1 to 2, got 3', nn.Replicate(2, 3), torch.Tensor(4))
   check.raises('nn.Replicate: expected a number of repetitions, got nil', nn.Replicate)
   local layer = nn.Replicate(2)
   check.raises('nn.Replicate: size mismatch: expected gradOutput of size 2x4, got 3x4',
      layer.backward, layer, torch.Tensor(4), torch.Tensor(3, 4))
end

function test.partsAreFound(check)
   local x = tensor(1, 2, 3)
   local function part(...) return table.concat(nn.Narrow(...):forward(x):totable(), ' ') end
   check.equal(part(1, 2), '2')
   check.equal(part(1, 2, -1), '2 3')
   check.equal(part(1, 1, -1), '1 2 3')
   check.equal(part(-1, 2, -2), '2')
   check.equal(part(1, -1, 1), '1 2')
   check.equal(part(1, -2, 2), '1')
   raises(check, 'size mismatch: expected input with elements 3 to 4 along dimension 1, got 3', nn.Narrow(1, 3, 2), x)
   raises(check, 'size mismatch: expected input with a slice -3 along dimension 1, got 2x2', nn.Select(1, -3), torch.Tensor(2, 2))
   raises(check, 'size mismatch: expected input of 2 or more dimensions, got 3', nn.Select(1, 1), x)
   check.raises('nn.Narrow: expected a dimension, counted from 1 or from -1 backwards, got nil', nn.Narrow)
   -- The type is the input's.
   check.equal(nn.Narrow(1, 1):forward(torch.FloatTensor {1}):type(), 'torch.FloatTensor')
end

function test.singleDimensions(check)
   local function squeezed(layer, ...) return extent(layer:forward(torch.Tensor(...))) end
   check.equal(squeezed(nn.Squeeze(), 1, 1), '1')
   check.equal(squeezed(nn.Squeeze(1), 2, 1), '2x1')
   check.equal(squeezed(nn.Squeeze(1, 2), 3, 1, 2), '3x2')
   check.equal(squeezed(nn.Squeeze():setNumInputDims(2), 3, 1, 2), '3x2')
   local layer = nn.Unsqueeze(1)
   check.equal(squeezed(layer, 2, 2), '1x2x2')
   check.equal(layer.numInputDims, 2)
   check.equal(squeezed(layer, 3, 2, 2), '3x1x2x2')
   check.equal(tostring(layer), 'nn.Unsqueeze(dim 1)')
   raises(check, 'size mismatch: expected input of 2 or more dimensions, got 3', layer, tensor(1, 2, 3))
   raises(check, 'expected a dimension from 1 to 3, got 4', nn.Unsqueeze(4), torch.Tensor(2, 2))
   check.raises('nn.Unsqueeze: expected a position, got 0', nn.Unsqueeze, 0)
   raises(check, 'expected a dimension from 1 to 2, got 3', nn.Squeeze(3), torch.Tensor(2, 1))
end

function test.transposesCountFromTheSample(check)
   check.equal(extent(nn.Transpose({1, 2}):setNumInputDims(2):forward(torch.Tensor(5, 2, 3))), '5x3x2')
   check.equal(nn.Transpose({1, 2}):forward(torch.Tensor(2, 3)):isContiguous(), true)
   raises(check, 'expected a dimension from 1 to 2, got 3', nn.Transpose {1, 3}, torch.Tensor(2, 2))
   raises(check, 'expected a dimension from 1 to 2, got 0', nn.Transpose({1, 2}):setNumInputDims(3), torch.Tensor(2, 2))
   check.raises('nn.Transpose: expected pairs of dimensions, such as {1, 2}, got 1', nn.Transpose, 1)
end

function test.paddingFindsItsPlace(check)
   local function padded(...) return table.concat(nn.Padding(...):forward(tensor(1, 2, 3)):totable(), ' ') end
   check.equal(padded(1, 2, 1, 5), '1 2 3 5 5')
   check.equal(padded(1, 2, 1, 5, 2), '1 2 5 5 3')
   check.equal(padded(1, 2, 1, 5, 4), '5 5 1 2 3')
   check.equal(padded(1, -2, 1, 5), '5 5 1 2 3')
   check.equal(padded(1, -2, 1, 5, 2), '1 5 5 2 3')
   check.equal(padded(1, -2, 1, 5, 4), '1 2 3 5 5')
   raises(check, 'size mismatch: expected input of at least 4 elements along dimension 1, got 3',
      nn.Padding(1, 2, 1, 0, 5), tensor(1, 2, 3))
   raises(check, 'expected a dimension from 1 to 1, got 2', nn.Padding(2, 1), tensor(1))
   check.raises('nn.Padding: expected a number of elements to add, got nil', nn.Padding, 1)
end

function test.numbersInRangeOnly(check)
   local layer = nn.OneHot(3)
   check.equal(layer:forward(2)[2], 1)
   check.equal(layer:forward(2):dim(), 1)
   check.equal(layer:backward(2, tensor(1)):dim(), 0)
   raises(check, 'index out of range: expected indices from 1 to 3, got 4', layer, tensor(1, 4))
   raises(check, 'index out of range: expected indices from 1 to 3, got 0', layer, torch.LongTensor {0, 1})
   check.equal(layer:float():forward(torch.LongTensor {1}):type(), 'torch.FloatTensor')
   raises(check, 'index out of range: expected indices from 1 to 2, got 3', nn.Index(1), {tensor(1, 2), torch.LongTensor {3}})
   raises(check, 'expected a LongTensor as index, got torch.DoubleTensor', nn.Index(1), {tensor(1, 2), tensor(1)})
   raises(check, 'expected a ByteTensor as mask, got torch.LongTensor', nn.MaskedSelect(), {tensor(1), torch.LongTensor {1}})
   raises(check, 'size mismatch: expected a mask of 2 elements, got 1', nn.MaskedSelect(), {tensor(1, 2), torch.ByteTensor {1}})
   raises(check, 'expected a mask of zeros and ones, got 2', nn.MaskedSelect(), {tensor(1), torch.ByteTensor {2}})
end

function test.placesKeepTheirType(check)
   local layer = nn.MaskedSelect()
   check.equal(rawequal(layer:float(), layer), true)
   check.equal(layer._gradMask:type(), 'torch.ByteTensor')
   check.equal(layer._gradBuffer:type(), 'torch.FloatTensor')
   layer = nn.Max(2)
   layer:forward(torch.Tensor(2, 3))
   check.equal(layer._indices:type(), 'torch.LongTensor')
   check.equal(layer:float()._indices, nil)
   check.equal(layer:forward(torch.FloatTensor(2, 3)):type(), 'torch.FloatTensor')
end

function test.reductionsRefuse(check)
   for _, name in ipairs {'Max', 'Min', 'Sum', 'Mean'} do
      local layer = nn[name](2)
      raises(check, 'expected a dimension from 1 to 1, got 2', layer, tensor(1, 2))
      raises(check, 'expected input (DoubleTensor), got FloatTensor', layer, torch.FloatTensor(2, 2))
      check.raises(('nn.%s: expected a dimension, counted from 1 or from -1 backwards, got 0'):format(name), nn[name], 0)
      check.equal(extent(nn[name](1, 1):forward(torch.Tensor(3, 4))), '3', name)
   end
   check.equal(extent(nn.Sum(1, 1, false, false):forward(torch.Tensor(3, 4))), '3x1')
end

function test.squaresOfPixels(check)
   local layer = nn.PixelShuffle(2)
   local output = layer:forward(torch.range(1, 8):view(1, 4, 1, 2))
   check.equal(table.concat(output:view(-1):totable(), ' '), '1 3 2 4 5 7 6 8')
   raises(check, 'size mismatch: expected a multiple of 4 channels, got 3x2x2', layer, torch.Tensor(3, 2, 2))
   check.raises('nn.PixelShuffle: expected a factor, got 0', nn.PixelShuffle, 0)
end

function test.constantsKnowTheBatch(check)
   local layer = nn.Constant(tensor(1, 2), 2)
   check.equal(extent(layer:forward(torch.Tensor(3, 4))), '2')
   check.equal(extent(layer:forward(torch.Tensor(5, 3, 4))), '5x2')
   check.equal(layer:backward(torch.Tensor(5, 3, 4), torch.Tensor(5, 2)):norm(), 0)
   check.raises('nn.Constant: expected a number or a tensor, got nil', nn.Constant)
end

function test.lettersTellTheShape(check)
   local layer = nn.Convert('bchw', 'bf')
   check.equal(extent(layer:forward(torch.Tensor(2, 3, 2, 2))), '2x12')
   check.equal(extent(layer:forward(torch.Tensor(2, 3, 4, 2))), '2x24')
   check.equal(extent(layer:forward(torch.Tensor(3, 2, 2))), '12')
   check.equal(extent(layer:backward(torch.Tensor(3, 2, 2), torch.Tensor(12))), '3x2x2')
   -- The type is the layer's.
   check.equal(nn.Convert():forward(torch.FloatTensor {1}):type(), 'torch.DoubleTensor')
   check.equal(layer:float():forward(torch.Tensor(2, 3, 2, 2)):type(), 'torch.FloatTensor')
   raises(check, 'expected a way from bchw to fb, got 2x3x2x2', nn.Convert('bchw', 'fb'), torch.Tensor(2, 3, 2, 2))
   raises(check, 'size mismatch: expected input of 3 to 4 dimensions, got 2x3', nn.Convert('bchw', 'bf'), torch.Tensor(2, 3))
   check.raises('nn.Convert: expected each letter once, got bbc', nn.Convert, 'bbc')
   check.raises("nn.Convert: expected both shapes to be 'b*', or neither, got bf", nn.Convert, 'b*', 'bf')
   check.raises("nn.Convert: expected shapes of letters, such as 'bchw', got nil", nn.Convert, nil, 'bf')
   check.equal(tostring(layer), 'nn.Convert')
end

return test
