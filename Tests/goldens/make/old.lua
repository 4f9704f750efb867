-- Records whole layers in the forms that older versions of the original saved, and what its last one computes with them:
-- th Tests/goldens/make/old.lua, with the original's th, in the project's folder. Writes old.t7 for nn, nngraph and
-- rnn: lists of cases (as in Tests/goldens/nn/play.lua) with their bytes and numbers.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local recorded = {}

-- What is played, what an older version had in its fields instead (`false` is nothing), and the version that is written.
local function old(case, fields, version)
   local module = play.make(case, play.types[1])
   for key, value in pairs(type(fields) == 'function' and fields(module) or fields) do
      if value == false then module[key] = nil else module[key] = value end
   end
   local class = torch.getmetatable(torch.typename(module))
   local before = rawget(class, '__version')
   class.__version = version or before
   local bytes, numbers = torch.serialize(module), {}
   class.__version = before
   local ok, message = pcall(play.play, case, play.types[1], function(_, value) play.flat(value, numbers) end, nil,
      torch.deserialize(bytes))
   if not ok then error(case[1] .. ': ' .. tostring(message)) end
   recorded[#recorded + 1] = {case = case, bytes = bytes, numbers = torch.DoubleTensor(numbers)}
end

local function matrix(tensor) return tensor:clone():view(tensor:size(1), -1) end

local images, volumes = {{3, 5, 6}, {2, 3, 5, 6}}, {{2, 4, 5, 4}, {3, 2, 4, 5, 4}}
local function over(sizes, expression, more)
   local case = {expression, sizes[1], sizes[2]}
   for key, value in pairs(more or {}) do case[key] = value end
   return case
end

old(over(images, 'nn.SpatialConvolution(3, 2, 3, 2, 1, 1, 1, 1)'), function(m)
   return {weight = matrix(m.weight), gradWeight = matrix(m.gradWeight), padding = 1, padW = false, padH = false,
      finput = false, fgradInput = false}
end)
old(over(images, 'nn.SpatialConvolution(3, 2, 3, 2)'), function(m)
   return {weight = matrix(m.weight), gradWeight = matrix(m.gradWeight), padW = false, padH = false}
end)
old(over(images, 'nn.SpatialConvolutionMM(3, 2, 3, 2, 1, 1, 1, 1)'), {padding = 1, padW = false, padH = false})
old(over(images, 'nn.SpatialAveragePooling(2, 3, 2, 1)'), {ceil_mode = false, count_include_pad = false, padW = false,
   padH = false, divide = false})
old(over(images, 'nn.SpatialMaxPooling(2, 3)'), {ceil_mode = false, padW = false, padH = false, indices = false})
old(over(images, 'nn.SpatialFullConvolution(3, 2, 3, 2, 2, 1, 1, 0)'), {adjW = false, adjH = false})
old(over(volumes, 'nn.VolumetricFullConvolution(2, 3, 2, 2, 2, 2, 1, 1, 1, 0, 1)', {forward = true}), function(m)
   return {weight = m.weight:transpose(1, 2):contiguous(), gradWeight = m.gradWeight:transpose(1, 2):contiguous(),
      pT = 1, pW = 0, pH = 1, padT = false, padW = false, padH = false, adjT = false, adjW = false, adjH = false}
end)
old(over(volumes, 'nn.VolumetricMaxPooling(2, 2, 2)'), {ceil_mode = false, indices = false}, 1)
for rank, class in ipairs {'BatchNormalization', 'SpatialBatchNormalization', 'VolumetricBatchNormalization'} do
   local size = ({{4, 3}, {2, 3, 2, 2}, {2, 3, 2, 2, 2}})[rank]
   local deviations = {running_std = torch.Tensor {.5, 2, 1.5}, running_var = false}
   old({('nn.%s(3)'):format(class), size}, deviations, 1)
   old({('nn.%s(3)'):format(class), size, evaluate = true}, deviations, 1)
end
old({'nn.GradientReversal(2)', {3}}, {lambda = false}, 1)
old({'nn.Dropout(.4, true)', {40}}, {v2 = false, inplace = false, stochastic_inference = false})
old({'nn.Dropout(.4, true)', {40}, evaluate = true}, {v2 = false, inplace = false, stochastic_inference = false})
old({'nn.LookupTable(5, 2)', {4, index = 5}, {2, 3, index = 5}}, {_count = false, _input = false, paddingValue = false,
   shouldScaleGradByFreq = false})
old({'nn.HardTanh()', {6, from = -3, to = 3}}, {min_val = false, max_val = false, inplace = false})
old({'nn.ReLU()', {6}}, {inplace = false})
old({'nn.Replicate(3)', {2}, {2, 3}}, {dim = false, ndim = false})
old({'nn.MixtureTable()', {{2, 3, from = 0}, {2, 3, 4}}}, {dim = false})
old({'nn.MultiMarginCriterion()', {{3, 4}, {3, index = 4}}}, {p = false, target_tensor = false})
old({'nn.LogSigmoid()', {2, 3}}, {buffer = false, _type = false})
old({'nn.Sequential():add(nn.Linear(3, 2)):add(nn.Tanh())', {3}, {2, 3}}, {_type = false})
old({'nn.Linear(3, 2)', {3}, {2, 3}}, {addBuffer = false, _type = false})
old({'nn.MapTable(nn.Linear(3, 2))', {{3}, {3}}}, {sharedparams = false})
old({'nn.WeightNorm(nn.Linear(3, 2))', {2, 3}}, {weightSize = false})
torch.save('Tests/goldens/nn/old.t7', recorded)

-- In files of their own, since these packages change nn's classes.
require 'nngraph'
recorded = {}
old({'(function() local x = nn.Identity()() return nn.gModule({x}, {nn.Tanh()(nn.Linear(3, 2)(x))}) end)()', {2, 3}},
   {modules = false, nInputs = false})
torch.save('Tests/goldens/nngraph/old.t7', recorded)

require 'rnn'
recorded = {}
old({'nn.SeqLSTM(3, 2)', {4, 2, 3}, scale = 1}, {hiddensize = false})
torch.save('Tests/goldens/rnn/recorded/old.t7', recorded)
