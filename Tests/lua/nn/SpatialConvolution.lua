-- nn.SpatialConvolution, as a script sees it. Numbers and texts were recorded from the original.
require 'nn'
local test = {}

function test.parametersAreDrawnAsTheOriginalDraws(check)
   torch.manualSeed(3)
   local layer = nn.SpatialConvolution(2, 2, 2, 2)
   check.near(layer.weight[1][1][1][1], 0.0359, 5e-5)
   check.near(layer.weight[1][2][1][1], -0.1479, 5e-5)
   check.near(layer.bias[1], -0.3172, 5e-5)
   layer:reset(0.1)
   check.near(layer.bias[2], 0.1641, 5e-5)
end

function test.itPrintsAsTheOriginal(check)
   check.equal(tostring(nn.SpatialConvolution(3, 6, 5, 5)), 'nn.SpatialConvolution(3 -> 6, 5x5)')
   check.equal(tostring(nn.SpatialConvolution(3, 6, 5, 4, 2, 1)), 'nn.SpatialConvolution(3 -> 6, 5x4, 2,1)')
   check.equal(tostring(nn.SpatialConvolution(3, 6, 5, 4, 1, 1, 2, 1)), 'nn.SpatialConvolution(3 -> 6, 5x4, 1,1, 2,1)')
   check.equal(tostring(nn.SpatialConvolution(3, 6, 5, 4):noBias()), 'nn.SpatialConvolution(3 -> 6, 5x4) without bias')
end

function test.gradientsAgreeWithDifferences(check)
   torch.manualSeed(1)
   for _, shape in ipairs {{3, 2, 1, 1, 0, 0}, {2, 3, 2, 1, 1, 1}, {3, 3, 2, 3, 2, 0}} do
      local layer, criterion = nn.SpatialConvolution(2, 3, table.unpack(shape)), nn.MSECriterion()
      local input = torch.Tensor(2, 2, 5, 6):uniform(-1, 1)
      local target = torch.Tensor():resizeAs(layer:forward(input)):uniform(-1, 1)
      local function loss() return criterion:forward(layer:forward(input), target) end
      loss()
      layer:zeroGradParameters()
      layer:backward(input, criterion:backward(layer.output, target))
      local function slope(t, i)
         local h, at = 1e-6, t[i]
         t[i] = at + h
         local up = loss()
         t[i] = at - h
         local down = loss()
         t[i] = at
         return (up - down) / (2 * h)
      end
      for n = 1, 2 do
         for i = 1, shape[1] do
            check.near(layer.gradWeight[3][n][1][i], slope(layer.weight[3][n][1], i), 1e-8)
         end
         for i = 1, 6 do check.near(layer.gradInput[n][2][3][i], slope(input[n][2][3], i), 1e-8) end
         check.near(layer.gradBias[n], slope(layer.bias, n), 1e-8)
      end
   end
end

function test.layersOfOlderVersionsGoOn(check)
   local layer = nn.SpatialConvolution(2, 2, 2, 2)
   layer.weight, layer.gradWeight = torch.Tensor(2, 8):fill(1), torch.Tensor(2, 8)
   layer.bias:zero()
   layer.padding, layer.padW, layer.padH = 1, nil, nil
   local output = layer:forward(torch.Tensor(2, 3, 3):fill(1))
   check.equal(output:size(2), 4)
   check.equal(output[1][1][1], 2)
   check.equal(output[1][2][2], 8)
   check.equal(layer.weight:dim(), 4)
   check.equal(layer.padding, nil)
   check.equal(layer.padW, 1)
   layer:zeroGradParameters()
   layer:backward(torch.Tensor(2, 3, 3):fill(1), output)
   check.equal(layer.gradWeight:dim(), 4)
end

function test.partsMayGo(check)
   local layer = nn.SpatialConvolution(1, 1, 2, 2):noBias()
   layer.weight:fill(1)
   local input = torch.Tensor(1, 2, 2):fill(3)
   check.equal(layer:forward(input)[1][1][1], 12)
   layer:zeroGradParameters()
   layer:backward(input, torch.Tensor(1, 1, 1):fill(2))
   check.equal(layer.gradWeight[1][1][2][1], 6)
   layer.gradInput = nil
   check.equal(layer:backward(input, torch.Tensor(1, 1, 1):fill(2)), nil)
end

function test.stateMayBeCleared(check)
   local layer = nn.SpatialConvolution(1, 1, 2, 2)
   layer:forward(torch.Tensor(1, 4, 4))
   layer.finput:resize(100)
   layer:clearState()
   check.equal(layer.finput:nElement(), 0)
   check.equal(layer.output:nElement(), 0)
   check.equal(layer:forward(torch.Tensor(1, 4, 4)):size(2), 3)
end

function test.wrongCallsSayWhatWasExpected(check)
   local layer = nn.SpatialConvolution(3, 6, 5, 5)
   check.raises(
      'nn.SpatialConvolution: size mismatch: expected input of size 3xHxW or Nx3xHxW, got 2x8x8', layer.forward, layer,
      torch.Tensor(2, 8, 8))
   check.raises(
      'nn.SpatialConvolution: expected an input of at least 5x5 with its padding, got 4x4', layer.forward, layer,
      torch.Tensor(3, 4, 4))
   check.raises(
      'nn.SpatialConvolution: size mismatch: expected gradOutput of size 6x4x4, got 6x3x3', layer.updateGradInput,
      layer, torch.Tensor(3, 8, 8), torch.Tensor(6, 3, 3))
   check.raises('nn.SpatialConvolution: expected kW of 1 or more, got nil', nn.SpatialConvolution, 3, 6)
   layer.dW = 0
   check.raises(
      'nn.SpatialConvolution: expected a step from 1 to 2^24, got dW = 0, dH = 1', layer.forward, layer,
      torch.Tensor(3, 8, 8))
end

return test
