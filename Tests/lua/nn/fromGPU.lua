-- Modules, criterions and tensors as machines with a GPU saved them (Tests/goldens/make/gpu.lua): they become nn's, of the
-- processor's types, and compute what nn's compute.
require 'nn'
local computed = dofile 'Tests/goldens/nn/computed.lua'
local recorded = torch.load 'Tests/goldens/nn/gpu.t7'
local test = {}

-- Everything in a module is of types that there are here.
local function checkTypes(check, value, what, known)
   if torch.isTensor(value) then
      check.equal(torch.type(value) == 'torch.FloatTensor' or torch.type(value) == 'torch.LongTensor', true, what)
   elseif type(value) == 'string' then
      check.equal(value:find 'Cuda', nil, what .. ' = ' .. value)
   elseif type(value) == 'table' and not known[value] then
      known[value] = true
      for key, part in pairs(value) do checkTypes(check, part, what .. '.' .. tostring(key), known) end
   end
end

local function checkNumbers(check, name, module, inputs, numbers)
   local got = computed(module, inputs)
   check.equal(#got, #numbers, name .. ': numbers')
   for i, number in ipairs(numbers) do
      check.near(got[i], number, 2e-6 * math.max(1, math.abs(number)), name .. ', number ' .. i)
   end
end

for _, case in ipairs(recorded) do
   test[case.name] = function(check)
      local module = torch.deserialize(case.bytes)
      local numbers = case.numbers:totable()
      checkTypes(check, module, case.name, {})
      checkNumbers(check, case.name, module, case.inputs, numbers)
      -- What is saved from here on is nn's alone.
      local saved = torch.serialize(module)
      check.equal(saved:find('cudnn.', 1, true), nil, case.name)
      checkNumbers(check, case.name .. ' saved again', torch.deserialize(saved), case.inputs, numbers)
      checkNumbers(check, case.name .. ' as a copy', module:clone(), case.inputs, numbers)
   end
end

function test.classes(check)
   local classes = {convolution = 'nn.SpatialConvolution', ['two groups'] = 'nn.Sequential',
      ClippedReLU = 'nn.HardTanh', loss = 'nn.ModuleCriterion', ['on two, of version 3'] = 'nn.Sequential',
      ['on one of two'] = 'nn.GPU', ['old maxima'] = 'nn.SpatialMaxPooling'}
   for _, case in ipairs(recorded) do
      local module = torch.deserialize(case.bytes)
      if classes[case.name] then check.equal(torch.typename(module), classes[case.name], case.name) end
      if torch.isTypeOf(module, 'nn.Module') then check.equal(module:type(), 'torch.FloatTensor', case.name) end
   end
end

-- No more is left in a layer than nn's own has.
function test.nothingIsLeft(check)
   local module = torch.deserialize(recorded[1].bytes)
   local inGroups = torch.deserialize(recorded[3].bytes):findModules 'nn.SpatialConvolution'
   for _, name in ipairs {'iSize', 'groups', 'fmode', 'autotunerHash', 'input_offset'} do
      check.equal(module[name], nil, name)
      check.equal(inGroups[1][name], nil, name)
   end
   check.equal(tostring(module), 'nn.SpatialConvolution(3 -> 4, 3x2, 2,1, 1,0)')
end

-- The weights of groups stay parts of one storage, and so does what a flat tensor is made of.
function test.groupsShareTheirStorage(check)
   local module = torch.deserialize(recorded[3].bytes)
   local convolutions = module:findModules 'nn.SpatialConvolution'
   check.equal(#convolutions, 2)
   check.equal(torch.pointer(convolutions[1].weight:storage()), torch.pointer(convolutions[2].weight:storage()))
   check.equal(tostring(convolutions[2]), 'nn.SpatialConvolution(2 -> 3, 2x3, 1,1, 1,0)')
end

function test.tensors(check)
   local list = torch.deserialize(recorded.tensors)
   local types = {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Float', 'Double'}
   for i, name in ipairs(types) do
      local whole, row, empty = table.unpack(list, 3 * i - 2, 3 * i)
      for _, t in ipairs {whole, row, empty} do check.equal(torch.type(t), 'torch.' .. name .. 'Tensor') end
      check.equal(table.concat(whole:view(-1):totable(), ' '), '1 2 3 4 5 6', name)
      check.equal(empty:dim(), 0, name)
      whole[2][3] = 9
      check.equal(row[3], 9, name .. ': one storage')
   end
end

-- A layer of a class, whose name is in a file in the place of Tanh's.
local function renamed(name, fields)
   local layer = nn.Tanh()
   for key, value in pairs(fields or {}) do layer[key] = value end
   return (torch.serialize(layer):gsub('\7%z%z%znn%.Tanh', function() return string.char(#name, 0, 0, 0) .. name end))
end

function test.whatCannotBeRead(check)
   check.raises('torch.load: cudnn.LSTM cannot be read without a GPU: only cuDNN knows how its weights lie',
      torch.deserialize, renamed 'cudnn.LSTM')
   check.raises('torch.load: cudnn.SpatialDivisiveNormalization cannot be read without a GPU: nn has no layer that computes'
      .. ' the same', torch.deserialize, renamed 'cudnn.SpatialDivisiveNormalization')
   check.raises('unknown Torch class <cudnn.Other>', torch.deserialize, renamed 'cudnn.Other')
   check.raises('unknown Torch class <ccn2.SpatialConvolution>', torch.deserialize, renamed 'ccn2.SpatialConvolution')
   local file = torch.MemoryFile(torch.CharStorage():string(renamed 'cudnn.LSTM' .. '\0')):binary()
   check.equal(file:readObject({unknown = 'table'}).__typename, 'cudnn.LSTM')
end

-- Layers that say what cannot be.
function test.brokenLayers(check)
   local function refused(message, name, fields) check.raises(message, torch.deserialize, renamed(name, fields)) end
   local planes = {nInputPlane = 4, nOutputPlane = 6, kW = 2, kH = 3, groups = 3, weight = torch.Tensor(6, 2, 3, 2)}
   refused('nn.SpatialConvolution: expected groups that part 4 and 6 planes evenly, got 3', 'cudnn.SpatialConvolution', planes)
   planes.groups, planes.weight = 2, torch.Tensor(5)
   refused('nn.SpatialConvolution: expected weight of 6 rows, got 5', 'cudnn.SpatialConvolution', planes)
   planes.nInputPlane = 'four'
   refused('nn.SpatialConvolution: expected nInputPlane of 1 or more, got four', 'cudnn.SpatialConvolution', planes)
   refused('cudnn.TemporalConvolution: expected outputFrameSize of 1 or more, got -1', 'cudnn.TemporalConvolution',
      {outputFrameSize = -1})
   refused('cudnn.TemporalConvolution: expected a tensor as weight, got true', 'cudnn.TemporalConvolution',
      {outputFrameSize = 2, weight = true})
   refused('cudnn.TemporalConvolution: expected a number of frames as padding, got x', 'cudnn.TemporalConvolution',
      {outputFrameSize = 2, padH = 'x'})
   refused('cudnn.ClippedReLU: expected a number as ceiling, got nil', 'cudnn.ClippedReLU')
   refused('cudnn.SpatialCrossEntropyCriterion: expected a criterion as nll, got nil', 'cudnn.SpatialCrossEntropyCriterion')
   refused('nn.DataParallelTable: expected a list of modules in the file, got nil', 'nn.DataParallelTable')
end

-- A class of that name which a script has made is the script's.
function test.ownClasses(check)
   cudnn = {}
   local class = torch.class('cudnn.Tanh', 'nn.Tanh')
   local layer = torch.deserialize(torch.serialize(cudnn.Tanh()))
   check.equal(torch.getmetatable 'cudnn.Tanh', class)
   check.equal(torch.typename(layer), 'cudnn.Tanh')
   cudnn = nil
end

-- As on a machine without a GPU, whose packages scripts ask for.
function test.packages(check)
   for _, name in ipairs {'cutorch', 'cunn', 'cudnn', 'cltorch', 'clnn'} do
      check.equal(pcall(require, name), false, name)
   end
   check.equal(rawget(_G, 'cutorch'), nil)
   check.equal(torch.CudaTensor, nil)
   local ok, message = pcall(function() return nn.Linear(2, 2):cuda() end)
   check.equal(ok, false)
   check.equal(tostring(message):find('torch.CudaTensor', 1, true) ~= nil, true, message)
   check.equal(pcall(function() return torch.Tensor(2):cuda() end), false)
end

return test
