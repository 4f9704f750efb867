-- Simple layers: what they keep, draw and refuse, beyond their numbers (goldens.lua).
require 'nn'
local test = {}

local function tensor(...) return torch.Tensor {...} end
local function near(check, got, expected, what)
   check.equal(got:nElement(), #expected, what)
   local flat = got:contiguous():view(-1)
   for i, number in ipairs(expected) do check.near(flat[i], number, 1e-12, what) end
end

-- Recorded from the original, seed 1.
function test.parametersAreDrawnAsTheOriginals(check)
   local third, fourth = {-0.11734861518884, 0.70312549866779}, {0.31158588087406, 0.611728486714}
   for what, case in pairs {
      Add = {function() return nn.Add(2).bias end, third},
      Cosine = {function() return nn.Cosine(2, 2).weight end, {third[1], third[2], fourth[1], fourth[2]}},
      Euclidean = {function() return nn.Euclidean(2, 2).weight end, {third[1], third[2], fourth[1], fourth[2]}},
      WeightedEuclidean = {function() return nn.WeightedEuclidean(2, 2).weight end, {third[1], third[2], fourth[1], fourth[2]}},
      CAdd = {function() return nn.CAdd(2, 2).bias end,
         {-0.082978001562878, 0.49718480813317, 0.22032448928803, 0.43255736120045}},
      CMul = {function() return nn.CMul(2, 2).weight end,
         {-0.082978001562878, 0.49718480813317, 0.22032448928803, 0.43255736120045}},
      Mul = {function() return nn.Mul().weight end, {-0.16595600312576}},
      Bilinear = {function() return nn.Bilinear(2, 2, 2).bias end, {-0.49956260758336, -0.37322654902722}},
      WeightNorm = {function() return nn.WeightNorm(nn.Linear(2, 2)).v end,
         {-1.2038636218274, 3.5283056776183, 0.44338696270045, 0.5848212689872}},
      LinearWeightNorm = {function() return nn.LinearWeightNorm(2, 2).g end, {0.71285073077298, 0.68651110888132}},
      Kmeans = {function() return nn.Kmeans(2, 2).weight end,
         {-0.16595600312576, 0.99436961626634, 0.44064897857606, 0.8651147224009}},
   } do
      torch.manualSeed(1)
      near(check, case[1](), case[2], what)
   end
end

function test.resetTakesADeviation(check)
   for what, layer in pairs {Add = nn.Add(500), CMul = nn.CMul(500), Cosine = nn.Cosine(50, 10), Euclidean = nn.Euclidean(50, 10)} do
      layer:reset(2)
      local drawn = layer.weight or layer.bias
      check.equal(drawn:max() <= 2 * math.sqrt(3), true, what)
      check.equal(drawn:max() > 3, true, what)
   end
end

function test.inPlaceIsUndone(check)
   local x, g = tensor(1, 2), tensor(3, 4)
   local layer = nn.MulConstant(2, true)
   check.equal(layer:forward(x):storage(), x:storage())
   check.equal(x[2], 4)
   check.equal(layer:backward(x, g):storage(), g:storage())
   check.equal(x[2], 2)
   check.equal(g[1], 6)
   layer = nn.AddConstant(5, true)
   check.equal(layer:forward(x)[1], 6)
   layer:backward(x, g)
   check.equal(x[1], 1)
   check.raises('nn.MulConstant: expected inplace to be true or false, got 3', nn.MulConstant, 1, 3)
   check.raises('nn.AddConstant: expected a number or a tensor to add, got nil', nn.AddConstant)
   check.raises('nn.MulConstant: expected a number to multiply by, got x', nn.MulConstant, 'x')
   check.raises('nn.AddConstant: size mismatch: expected input whose last dimension is of size 2, got 3',
      function() nn.AddConstant(tensor(1, 2)):forward(tensor(1, 2, 3)) end)
end

-- Layers may be switched off backwards.
function test.gradientsMayBeUnwanted(check)
   for what, layer in pairs {Add = nn.Add(2), CMul = nn.CMul(2), MulConstant = nn.MulConstant(2), Cosine = nn.Cosine(2, 3),
      Euclidean = nn.Euclidean(2, 3), WeightedEuclidean = nn.WeightedEuclidean(2, 3), Linear = nn.LinearWeightNorm(2, 3)} do
      layer.gradInput = nil
      local x = torch.Tensor(1, 2):fill(1)
      local output = layer:forward(x)
      check.equal(layer:backward(x, output), nil, what)
   end
end

function test.sizesAreRefused(check)
   local function raises(message, layer, input)
      check.raises(torch.type(layer) .. ': size mismatch: ' .. message, layer.forward, layer, input)
   end
   raises('expected input of size 3, or a batch of that, got 2', nn.Add(3), tensor(1, 2))
   raises('expected input like 2x1, or a batch of that, got 3x2', nn.CMul(2, 1), torch.Tensor(3, 2))
   raises('expected input like 2, or a batch of that, got no elements', nn.CAdd(2), torch.Tensor())
   raises('expected input of size 3 or Nx3, got 2x2', nn.Euclidean(3, 1), torch.Tensor(2, 2))
   raises('expected input of size 3 or Nx3, got 2', nn.Cosine(3, 1), torch.Tensor(2))
   raises('expected input of 1 to 2 dimensions, got 1x1x1', nn.WeightedEuclidean(3, 1), torch.Tensor(1, 1, 1))
   raises('expected input 2 of size 4x2, got 4x3', nn.Bilinear(3, 2, 1), {torch.Tensor(4, 3), torch.Tensor(4, 3)})
   raises('expected a second factor of 3 rows, got 2x3', nn.MM(), {torch.Tensor(2, 3), torch.Tensor(2, 3)})
   raises('expected a second factor of a batch of 5 with 3 rows, got 4x3x2', nn.MM(),
      {torch.Tensor(5, 2, 3), torch.Tensor(4, 3, 2)})
   raises('expected vectors of size 1x3, got 1x2', nn.MV(), {torch.Tensor(2, 3), torch.Tensor(2)})
   raises('expected input of 1 to 2 dimensions, got 2x2x2', nn.Normalize(2), torch.Tensor(2, 2, 2))
   raises('expected input of size Nx3, got 2x2', nn.Kmeans(2, 3), torch.Tensor(2, 2))
   check.raises('nn.Power: expected an exponent, got nil', nn.Power)
   check.raises('nn.Normalize: expected an order p above 0, got -1', nn.Normalize, -1)
   check.raises('nn.CAdd: expected sizes, one by one or in a LongStorage, got nil', nn.CAdd)
   check.raises('nn.Bilinear: expected sizes of both inputs and of the output, got 0', nn.Bilinear, 2, 2)
end

function test.shownAsTheOriginals(check)
   check.equal(tostring(nn.Bilinear(3, 2, 4)), 'nn.Bilinear(3x2 -> 4) ')
   check.equal(tostring(nn.Bilinear(3, 2, 4, false)), 'nn.Bilinear(3x2 -> 4)  without bias')
   check.equal(tostring(nn.LinearWeightNorm(3, 2, false)), 'nn.LinearWeightNorm(3 -> 2) without bias')
   check.equal(tostring(nn.PartialLinear(3, 4)), 'nn.PartialLinear(3 -> 4)')
   check.equal(tostring(nn.Normalize(2)), 'nn.Normalize(2)')
   check.equal(tostring(nn.Normalize(1.5)), 'nn.Normalize(1.500000)')
   check.equal(tostring(nn.Normalize(math.huge)), 'nn.Normalize(inf)')
   check.equal(tostring(nn.WhiteNoise(1, 2)), 'nn.WhiteNoise mean: 1.000000, std: 2.000000')
   check.equal(tostring(nn.Maxout(3, 2, 4)), [[
nn.Sequential {
  [input -> (1) -> (2) -> (3) -> output]
  (1): nn.Linear(3 -> 8)
  (2): nn.View(4, 2)
  (3): nn.Max
}]])
end

function test.parametersAgreeWithDifferences(check)
   torch.manualSeed(3)
   local function agrees(what, layer, input, names)
      for name, gradient in pairs(names) do
         local err = nn.Jacobian.testJacobianParameters(layer, input, layer[name], layer[gradient])
         check.near(err, 0, 1e-5, what .. ' ' .. name)
      end
   end
   local weight, bias, vectors = {weight = 'gradWeight'}, {bias = 'gradBias'}, torch.Tensor(4, 3)
   agrees('Add', nn.Add(3), vectors, bias)
   agrees('CAdd', nn.CAdd(4, 1), vectors, bias)
   agrees('CMul', nn.CMul(1, 3), vectors, weight)
   agrees('Mul', nn.Mul(), vectors, weight)
   agrees('Cosine', nn.Cosine(3, 2), vectors, weight)
   agrees('Euclidean', nn.Euclidean(3, 2), vectors, weight)
   agrees('WeightedEuclidean', nn.WeightedEuclidean(3, 2), vectors, {weight = 'gradWeight', diagCov = 'gradDiagCov'})
   local direct = {v = 'gradV', g = 'gradG', bias = 'gradBias'}
   agrees('LinearWeightNorm', nn.LinearWeightNorm(3, 2), vectors, direct)
   agrees('WeightNorm', nn.WeightNorm(nn.Linear(3, 2)), vectors, direct)
   agrees('WeightNorm along 2', nn.WeightNorm(nn.Linear(3, 2), 2), vectors, direct)
end

-- Gradients add up, each with its scale: where the original forgets one, these do not.
function test.parametersGradientsAddUp(check)
   torch.manualSeed(4)
   local x = torch.Tensor(4, 3):uniform()
   for what, layer in pairs {Bilinear = nn.Bilinear(3, 3, 2), Cosine = nn.Cosine(3, 2), WeightedEuclidean = nn.WeightedEuclidean(3, 2),
      WeightNorm = nn.WeightNorm(nn.Linear(3, 2)), LinearWeightNorm = nn.LinearWeightNorm(3, 2), PartialLinear = nn.PartialLinear(3, 2),
      DepthConcat = nn.DepthConcat(2):add(nn.Linear(3, 1)):add(nn.Linear(3, 1))} do
      local input = what == 'Bilinear' and {x, x} or x
      local g = layer:forward(input):clone():uniform()
      local _, gradients = layer:parameters()
      layer:zeroGradParameters()
      layer:backward(input, g)
      local once = {}
      for i, gradient in ipairs(gradients) do once[i] = gradient:clone() end
      layer:backward(input, g, -.5)
      for i, gradient in ipairs(gradients) do check.near(gradient:clone():add(-.5, once[i]):norm(), 0, 1e-12, what) end
   end
end

function test.stepsGoStraightIntoTheParameters(check)
   torch.manualSeed(5)
   local x = torch.Tensor(4, 3):uniform()
   for what, layer in pairs {Add = nn.Add(3), CMul = nn.CMul(3), LinearWeightNorm = nn.LinearWeightNorm(3, 2),
      PartialLinear = nn.PartialLinear(3, 2), WeightedEuclidean = nn.WeightedEuclidean(3, 2)} do
      local g = layer:forward(x):clone():uniform()
      local other = layer:clone()
      layer:accUpdateGradParameters(x, g, .1)
      other:zeroGradParameters()
      other:backward(x, g)
      other:updateParameters(.1)
      local parameters = other:parameters()
      for i, parameter in ipairs((layer:parameters())) do check.near(parameter:dist(parameters[i]), 0, 1e-12, what) end
   end
end

function test.lengthsAndDirections(check)
   local linear = nn.Linear(3, 2)
   local x = torch.Tensor(4, 3):uniform()
   local layer = nn.LinearWeightNorm.fromLinear(linear)
   check.near(layer:forward(x):dist(linear:forward(x)), 0, 1e-14)
   check.near(layer:toLinear():forward(x):dist(linear.output), 0, 1e-14)
   check.equal(nn.LinearWeightNorm.fromLinear(nn.Linear(3, 2, false)).bias, nil)
   layer:evaluate()
   layer.v:fill(1)
   check.near(layer:forward(x):dist(linear.output), 0, 1e-14)       -- the weight of evaluation is computed once
   layer:clearState()
   check.equal(layer:forward(x):size(2), 2)
   check.raises('nn.LinearWeightNorm: expected an nn.Linear, got nil', nn.LinearWeightNorm.fromLinear)
   check.raises('nn.WeightNorm: expected a module with a weight, got nn.Tanh', nn.WeightNorm, nn.Tanh())
   check.raises('nn.WeightNorm: expected a dimension from 1 to 2, got 3', nn.WeightNorm, nn.Linear(2, 2), 3)
   -- A file has v and g; the weight is made of them.
   local normed = nn.WeightNorm(nn.Linear(3, 2))
   local output = normed:forward(x):clone()
   local loaded = normed:clone()
   check.equal(rawequal(loaded.weight, loaded.modules[1].weight), true)
   check.near(loaded:forward(x):dist(output), 0, 1e-14)
   check.equal(normed.modules[1].weight:size(2), 3)
   local sharing = normed:clone('v', 'g', 'bias')
   check.equal(sharing.v:storage(), normed.v:storage())
   check.near(sharing:forward(x):dist(output), 0, 1e-14)
end

function test.partitionsAreComputedAlone(check)
   local layer = nn.PartialLinear(2, 4)
   layer:setPartition(torch.LongTensor {3, 1})
   layer.bias:copy(tensor(1, 2, 3, 4))
   local weight = layer:parameters()[1]
   check.near(layer:forward(tensor(1, 2))[1], weight[3][1] + 2 * weight[3][2] + 3, 1e-14)
   layer:zeroGradParameters()
   layer:backward(tensor(1, 2), tensor(5, 6))
   check.equal(layer.gradBias[1][3], 5)
   check.equal(layer.gradBias[1][4], 0)
   layer:resetPartition()
   check.equal(layer:forward(tensor(1, 2)):size(1), 4)
   check.raises('nn.PartialLinear: index out of range: expected indices from 1 to 4, got 5', layer.setPartition, layer, tensor(5))
end

function test.noiseAndPenalty(check)
   local layer = nn.WhiteNoise(2, .5)
   torch.manualSeed(1)
   near(check, layer:forward(tensor(1, 1)), {1.5140854845348, 3.8534755317058})
   layer:evaluate()
   check.equal(layer:forward(tensor(1))[1], 3)
   check.raises('nn.WhiteNoise: expected training mode for a gradient, got evaluation', layer.backward, layer, tensor(1), tensor(1))
   local penalty = nn.L1Penalty(.5, true)
   local x = tensor(1, -2, 0)
   check.equal(rawequal(penalty:forward(x), x), true)
   check.equal(penalty.loss, .5)
   check.near(penalty:backward(x, tensor(1, 1, 1))[2], 1 - .5 / 3, 1e-15)
   penalty:clearState()
   check.equal(x:dim(), 1)
   local reversal = nn.GradientReversal()
   reversal:setLambda(3)
   check.equal(reversal:backward(x, x)[1], -3)
   check.raises('nn.GradientReversal: expected a factor lambda, got x', reversal.setLambda, reversal, 'x')
end

-- Recorded from the original.
function test.clustersAreDrawnAsTheOriginals(check)
   local samples = torch.range(1, 20):pow(1.3):view(-1, 1)
   for p, places in pairs {[1] = {6, 20, 14, 10, 1}, [.9] = {6, 19, 13, 1, 10}, [.5] = {6, 11, 16, 9, 2}, [.1] = {6, 15, 20, 14, 17}} do
      local layer = nn.Kmeans(5, 1)
      torch.manualSeed(1)
      layer:initKmeansPlus(samples, p)
      for i, place in ipairs(places) do check.equal(layer.weight[i][1], samples[place][1], p) end
   end
   local layer = nn.Kmeans(2, 2)
   torch.manualSeed(1)
   layer:initRandom(torch.Tensor {{1, 2}, {3, 4}, {5, 6}, {7, 8}})
   near(check, layer.weight, {3, 4, 7, 8})
   local five = nn.Kmeans(5, 1)
   torch.manualSeed(1)
   five:initRandom(torch.range(1, 20):view(-1, 1))
   near(check, five.weight, {6, 20, 5, 9, 4})
   check.equal(torch.random(), 550290313)
   check.raises('nn.Kmeans: size mismatch: expected at least 2 samples, got 1x2', layer.initRandom, layer, torch.Tensor(1, 2))
   check.raises('nn.Kmeans: expected a part from 0 to 1, got 2', layer.initKmeansPlus, layer, torch.Tensor(1, 2), 2)
end

function test.stepsOfOneAreMeans(check)
   local layer, x = nn.Kmeans(2, 1), torch.Tensor {{0}, {2}, {10}, {12}}
   layer.weight:copy(torch.Tensor {{1}, {20}})
   near(check, layer:forward(x), {1, 1, 1, 2})
   check.equal(layer.loss, 1 + 1 + 81 + 64)
   layer:zeroGradParameters()
   layer:backward(x)
   layer:updateParameters(1)
   check.near(layer.weight[1][1], 4, 1e-6)
   check.near(layer.weight[2][1], 12, 1e-6)
   check.equal(layer.gradInput:norm(), 0)
end

return test
