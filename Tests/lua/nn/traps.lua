-- What scripts rely on in the original's objects, over all layers that have it: the same object at every call, modes
-- that return nothing, parts that may go, and fields that are made on use.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
local test = {}

local classes, names = play.classes()

-- Calls `body` with a module of each case, its first input, and the case.
local function each(body)
   for _, class in ipairs(names) do
      for _, case in ipairs(classes[class]) do
         local module = play.make(case, 'torch.DoubleTensor')
         torch.manualSeed(3)
         body(module, play.draw(case[2], 'torch.DoubleTensor'), case)
      end
   end
end

local function isLayer(module) return torch.isTypeOf(module, 'nn.Module') end

-- These make a new table, or a new view, at each call; so does the original.
local anew = {Convert = true, SplitTable = true, ZipTable = true, ZipTableOneToMany = true}

function test.forwardReturnsTheSameObject(check)
   each(function(module, input, case)
      if not isLayer(module) or anew[torch.type(module):match '%.(.*)'] then return end
      local first = module:forward(input)
      check.equal(rawequal(module:forward(input), first), true, case[1])
      check.equal(rawequal(module.output, first), true, case[1] .. ': output')
   end)
   local net = nn.Sequential():add(nn.Linear(2, 3)):add(nn.Tanh())
   check.equal(rawequal(net:forward(torch.Tensor(2)), net:get(2).output), true)
end

function test.modesReturnNothing(check)
   each(function(module, _, case)
      if not isLayer(module) then return end
      for _, method in ipairs {'training', 'evaluate', 'zeroGradParameters'} do
         check.equal(select('#', module[method](module)) == 0 or module[method](module) == nil, true, case[1] .. ': ' .. method)
      end
   end)
end

function test.onlySequentialHasALength(check)
   check.equal(#nn.Sequential():add(nn.Tanh()):add(nn.Tanh()):add(nn.Tanh()), 3)
   for _, container in ipairs {nn.Concat(1), nn.ConcatTable(), nn.ParallelTable(), nn.Parallel(1, 1), nn.DepthConcat(1),
      nn.MapTable()} do
      check.equal(#container:add(nn.Tanh()), 0, torch.type(container))
   end
   check.equal(#nn.Linear(2, 2), 0)
end

local convolutions = {SpatialConvolution = true, SpatialConvolutionMM = true, SpatialDilatedConvolution = true,
   SpatialFullConvolution = true, SpatialDepthWiseConvolution = true, SpatialConvolutionLocal = true,
   VolumetricConvolution = true, VolumetricFullConvolution = true, VolumetricDilatedConvolution = true,
   TemporalRowConvolution = true}
local function isOf(module, set) return set[torch.type(module):match '%.(.*)'] end

local function gradients(output)
   if torch.isTensor(output) then return torch.range(1, output:nElement()):div(output:nElement()):viewAs(output) end
   local list = {}
   for i, part in ipairs(output) do list[i] = gradients(part) end
   return list
end

-- Without a gradient of the input there is none, and those of the parameters are the same.
function test.inputGradientsAreTurnedOff(check)
   local withParameters = {Linear = true, TemporalConvolution = true}
   for name in pairs(convolutions) do withParameters[name] = true end
   local count = 0
   each(function(module, input, case)
      if not isOf(module, withParameters) then return end
      local g = gradients(module:forward(input))
      module:zeroGradParameters()
      check.equal(module:backward(input, g) ~= nil, true, case[1])
      local expected = module.gradWeight:clone()
      module.gradInput = nil
      module:zeroGradParameters()
      module:forward(input)
      check.equal(module:backward(input, g), nil, case[1])
      check.near(module.gradWeight:dist(expected), 0, 1e-12, case[1])
      count = count + 1
   end)
   check.equal(count > 25, true)
end

-- A layer that only computes needs no gradients of its parameters.
function test.weightsNeedNoGradients(check)
   local count = 0
   each(function(module, input, case)
      if not isLayer(module) or not module.gradWeight or case.forward then return end
      local output = play.copy(module:forward(input))
      local g = gradients(output)
      local expected = play.flat(play.copy(module:updateGradInput(input, g)))
      module.gradWeight, module.gradBias = nil, nil
      torch.manualSeed(4)
      check.equal(#play.flat(module:forward(input)), #play.flat(output), case[1])
      local got = play.flat(module:updateGradInput(input, g))
      for i = 1, #expected do check.near(got[i], expected[i], 1e-12, case[1]) end
      count = count + 1
   end)
   check.equal(count > 60, true)
end

-- Weights are replaced and biases dropped between calls.
function test.parametersComeAndGo(check)
   each(function(module, input, case)
      if not isOf(module, convolutions) and torch.type(module) ~= 'nn.Linear' then return end
      module:forward(input)
      local doubled = module:clone()
      module.weight = module.weight:clone():mul(2)
      if torch.type(module) ~= 'nn.SpatialConvolutionLocal' then
         module.bias, module.gradBias, doubled.bias = nil, nil, nil
         local expected = play.copy(doubled:forward(input)):mul(2)
         check.near(module:forward(input):dist(expected), 0, 1e-12, case[1])
         module:zeroGradParameters()
         module:backward(input, gradients(module.output))
      else
         module:forward(input)
      end
   end)
end

-- Fields that are made on use, by class, with what they are.
local made = {
   SpatialConvolution = 'finput fgradInput', SpatialConvolutionMM = 'finput fgradInput',
   SpatialDilatedConvolution = 'finput fgradInput', SpatialFullConvolution = 'finput fgradInput ones',
   SpatialConvolutionLocal = 'finput fgradInput', SpatialDepthWiseConvolution = 'finput fgradInput',
   VolumetricConvolution = 'finput fgradInput', VolumetricDilatedConvolution = 'finput fgradInput',
   VolumetricFullConvolution = 'finput fgradInput', TemporalRowConvolution = 'finput fgradInput',
   BatchNormalization = 'save_mean save_std running_mean running_var',
   SpatialBatchNormalization = 'save_mean save_std', VolumetricBatchNormalization = 'save_mean save_std',
   Dropout = 'noise', SpatialDropout = 'noise', VolumetricDropout = 'noise', RReLU = 'noise',
   SpatialMaxPooling = 'indices', SpatialDilatedMaxPooling = 'indices', SpatialAdaptiveMaxPooling = 'indices',
   SpatialFractionalMaxPooling = 'indices randomSamples', TemporalMaxPooling = 'indices',
   VolumetricMaxPooling = 'indices', VolumetricDilatedMaxPooling = 'indices',
   VolumetricFractionalMaxPooling = 'indices randomSamples', LookupTable = '_input _count',
   ClassNLLCriterion = 'output_tensor total_weight_tensor target',
   SpatialClassNLLCriterion = 'output_tensor total_weight_tensor target', MSECriterion = 'output_tensor',
   SpatialContrastiveNormalization = 'threshold thresval normalizer', IndexLinear = 'keys values sizes cumSumSizes',
}

function test.fieldsAreMadeOnUse(check)
   local seen = {}
   each(function(module, input, case)
      local class = torch.type(module):match '%.(.*)'
      if not made[class] then return end
      seen[class] = true
      if isLayer(module) then
         module:forward(input)
         if not case.forward then module:backward(input, gradients(module.output)) end
      else
         module:forward(input[1], input[2])
         module:backward(input[1], input[2])
      end
      for name in made[class]:gmatch '%S+' do
         check.equal(module[name] ~= nil, true, ('%s: %s'):format(case[1], name))
      end
      if made[class]:find '^indices' then
         check.equal(torch.type(module.indices), 'torch.LongTensor', case[1])
         module:float()
         module:forward(input:float())
         check.equal(torch.type(module.indices), 'torch.LongTensor', case[1] .. ', converted')
      end
   end)
   for class in pairs(made) do check.equal(seen[class], true, class) end
end

-- Layers that compute nothing with their input, or into a tensor of its type, as the original's.
local handingOn = {}
for name in ([[CAddTensorTable ConcatTable Constant Convert Copy CriterionTable DontCast FlattenTable Identity
   JoinTable LookupTable MultiMarginCriterion Narrow NarrowTable OneHot Padding ParallelTable SelectTable Sequential SplitTable
   ZipTable ZipTableOneToMany]]):gmatch '%S+' do handingOn[name] = true end
local untargeted = {DistanceRatioCriterion = true, L1Cost = true}

local function floats(value)
   if torch.type(value) == 'torch.DoubleTensor' then return value:float() end
   if torch.type(value) ~= 'table' then return value end
   local converted = {}
   for key, part in pairs(value) do converted[key] = floats(part) end
   return converted
end

-- An input of another type, and none, are refused in the name of a layer, with what was expected.
function test.otherTypesAndNothingAreRefused(check)
   each(function(module, input, case)
      local class = torch.type(module):match '%.(.*)'
      local function refused(what, ...)
         local ok, message = pcall(module.forward, module, ...)
         if ok then return check.equal(handingOn[class], true, case[1] .. ' takes ' .. what) end
         check.equal(tostring(message):find 'nn%.%u%w+: .*expected' ~= nil, true, case[1] .. ': ' .. tostring(message))
      end
      if isLayer(module) then
         refused('floats', floats(input))
         refused('nothing')
      else
         refused('floats', floats(input[1]), input[2])
         if not untargeted[class] then refused('no target', input[1]) end
         refused('nothing', nil, input[2])
      end
   end)
end

-- A copy is made with each module's own `write`, and `nn.Module.write` is what it was.
function test.copiesLeaveTheClassAsItWas(check)
   local write, read = nn.Module.write, nn.Module.read
   local net = nn.Sequential():add(nn.Linear(2, 2))
   check.equal(net:clone():get(1).weight:equal(net:get(1).weight), true)
   check.equal(nn.Module.write == write and nn.Module.read == read, true)
   net:get(1).helper = string.len
   check.raises('Unwritable object <function> at <?>.<?>.helper', function() net:get(1):clone() end)
   check.equal(nn.Module.write == write and nn.Module.read == read, true)
end

return test
