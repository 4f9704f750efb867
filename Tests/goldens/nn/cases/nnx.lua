-- The layers and criterions of nnx that scripts use.
require 'nnx'

-- Parents as a list, since the original lays their rows as pairs goes through them. It computes e⁻ˣ to five digits.
local tree = '{torch.IntTensor {2, 3, 4}, torch.IntTensor {5, 6}, torch.IntTensor {7, 8, 9}, torch.IntTensor {10, 11}}'
local function targets(...) return torch.IntTensor {...} end
return {
   Balance = {{'nn.Balance(3)', {4, 3, from = .1}, {4, 3, from = .1}, {2, 3, from = .1}}, {'nn.Balance()', {2, 3, from = .1}, evaluate = true, forward = true}},
   Minus = {{'nn.Minus()', {3}, {2, 3, 4}}},
   MultiSoftMax = {{'nn.MultiSoftMax()', {2, 3, 4}, {1, 3, 2}, gapless = true}},
   PullTable = {{'(function() local push = nn.PushTable(2) return nn.Sequential():add(push):add(nn.SelectTable(1)):add(nn.Linear(3, 2)):add(push:pull(2)):add(push:pull(1)) end)()',
      {{3}, {2}}, {{2, 3}, {2, 4}}}},
   PushTable = {{'(function() local push = nn.PushTable(3) return nn.Sequential():add(push):add(nn.ParallelTable():add(nn.Tanh()):add(nn.Linear(3, 2))):add(push:pull(1)) end)()',
      {{4}, {3}, {2}}, {{4}, {2, 3}, {2}}}},
   SoftMaxTree = {{'nn.SoftMaxTree(3, ' .. tree .. ', 1)', {{4, 3}, targets(9, 5, 10, 7)}, {{2, 3}, targets(8, 8)}, within = 2e-5, scale = 1},
      {'nn.SoftMaxTree(2, {torch.IntTensor {4, 5, 6}, nil, torch.IntTensor {1, 2}}, 3, false, false)', {{3, 2}, targets(2, 6, 4)}, within = 2e-5, scale = 1}},
   SpatialClassifier = {{'nn.SpatialClassifier(nn.Sequential():add(nn.Linear(3, 2)):add(nn.LogSoftMax()))', {3, 2, 4}, {3, 5, 1}, gapless = true},
      {'(function() local m = nn.SpatialClassifier(nn.Linear(2, 3)) m.spatialOutput = false return m end)()', {2, 2, 3}, gapless = true}},
   SpatialColorTransform = {{'nn.SpatialColorTransform("rgb2yuv")', {3, 2, 4}}, {'nn.SpatialColorTransform("yuv2rgb")', {3, 3, 2}}, {'nn.SpatialColorTransform("rgb2y")', {3, 2, 2}}},
   SpatialDownSampling = {{'nn.SpatialDownSampling(2, 3)', {2, 7, 5}, {1, 3, 2}, within = 1e-6}, {'nn.SpatialDownSampling {rW = 1, rH = 2}', {2, 4, 3}}},
   SpatialLinear = {{'nn.SpatialLinear(2, 3)', {2, 3, 4}, {2, 1, 1}, scale = 1}, {'nn.SpatialLinear(1, 1)', {1, 2, 2}, scale = 1}},
   SpatialPadding = {{'nn.SpatialPadding(1, 2, 3, 0)', {2, 3, 4}}, {'nn.SpatialPadding(-1, 1, 0, -1, 3, 4, 7)', {2, 1, 3, 4}}, {'nn.SpatialPadding(1)', {2, 3, 4}, {1, 2, 2}}},
   SpatialReSampling = {{'nn.SpatialReSampling {owidth = 5, oheight = 3}', {2, 4, 4}, {2, 2, 6, 7}}, {'nn.SpatialReSampling(2, 1.5)', {2, 4, 3}},
      {'nn.SpatialReSampling {owidth = 3, oheight = 7}', {3, 1, 4, 3}}},
   SpatialReSamplingEx = {{'nn.SpatialReSamplingEx {rwidth = 2, rheight = 3}', {2, 3, 4}, {1, 2, 2}}, {'nn.SpatialReSamplingEx {owidth = 3, oheight = 2, mode = "average"}', {2, 5, 7}, within = 1e-6},
      {'nn.SpatialReSamplingEx {owidth = 3, oheight = 2}', {2, 5, 7}}, {'nn.SpatialReSamplingEx {owidth = 7, oheight = 5, mode = "bilinear", yDim = 1, xDim = 2}', {3, 4, 2}},
      {'nn.SpatialReSamplingEx {rwidth = .5, rheight = .5, mode = "bilinear"}', {2, 6, 8, 2}}},
   SpatialUpSampling = {{'nn.SpatialUpSampling(2, 3)', {2, 3, 4}}, {'nn.SpatialUpSampling {dW = 2, dH = 1, yDim = 3, xDim = 4}', {2, 1, 3, 2}}},
   TreeNLLCriterion = {{'nn.TreeNLLCriterion()', {{4}, {4}}, {{1}, {1}}}},
}
