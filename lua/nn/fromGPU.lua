--- What layers become that were saved on a machine with a GPU: cudnn's are nn's, which compute the same.
--
-- A field by the name of a class in a file holds the class of nn that takes its place and how it is read; or a string:
-- why there is none.
--
-- @module nn.fromGPU
local expected = require 'nn.expected'
local grouped = require 'nn.grouped'
local wants = require 'nn.wants'
local fromGPU = {}

-- What cudnn's layers leave in their fields: descriptors, sizes of the last input, how the library is to go about it.
local left = {
   'iSize', 'oSize', 'pad', 'stride', 'groups', 'mode', 'algorithm', 'nElem', 'scaleT', 'iteration', 'autotunerHash',
   'fmode', 'bdmode', 'bwmode', 'fastest_mode', 'input_slice', 'output_slice', 'input_offset', 'output_offset',
   'weight_offset', 'convDescData', '_output', 'buffer',
}

local function tidy(object)
   for _, name in ipairs(left) do object[name] = nil end
   local descriptors = {}
   for key in pairs(object) do
      if type(key) == 'string' and key:find 'Descs?$' then descriptors[#descriptors + 1] = key end
   end
   for _, key in ipairs(descriptors) do object[key] = nil end
end

-- Says that objects of a class become those of another: read, tidied, and changed by `adapt`, which is also given what
-- mode and how many groups of channels they had.
local function becomes(from, to, adapt, read)
   read = read or torch.File.readFields
   fromGPU[from] = {class = 'nn.' .. to, read = function(object, file, version)
      read(object, file, version)
      local mode, groups = object.mode, object.groups
      tidy(object)
      if adapt then adapt(object, mode, groups) end
   end}
end

for _, name in ipairs {
   'SpatialFullConvolution', 'VolumetricFullConvolution', 'SpatialMaxPooling', 'VolumetricMaxPooling', 'Tanh',
   'Sigmoid', 'SoftMax', 'LogSoftMax', 'SpatialSoftMax', 'SpatialLogSoftMax',
} do
   becomes('cudnn.' .. name, name)
end
-- Its versions go as nn's.
for _, name in ipairs {'BatchNormalization', 'SpatialBatchNormalization', 'VolumetricBatchNormalization'} do
   becomes('cudnn.' .. name, name, nil, nn.BatchNormalization.read)
end

becomes('cudnn.ReLU', 'ReLU', function(layer) layer.threshold, layer.val = 0, 0 end)
becomes('cudnn.ClippedReLU', 'HardTanh', function(layer)
   if type(layer.ceiling) ~= 'number' then expected('cudnn.ClippedReLU', 'a number as ceiling', layer.ceiling) end
   layer.min_val, layer.max_val, layer.ceiling = 0, layer.ceiling, nil
end)

local function convolution(layer, _, groups)
   if (groups or 1) ~= 1 then grouped(layer, groups) end
end
becomes('cudnn.SpatialConvolution', 'SpatialConvolution', convolution)
becomes('cudnn.VolumetricConvolution', 'VolumetricConvolution', convolution)

-- cudnn's is a convolution of pictures whose columns are the numbers of a frame; what nn calls columns are its rows.
becomes('cudnn.TemporalConvolution', 'TemporalConvolution', function(layer)
   local name, frames, planes = 'cudnn.TemporalConvolution', layer.padH or 0, layer.outputFrameSize
   if type(frames) ~= 'number' then expected(name, 'a number of frames as padding', frames) end
   wants.count(name, 'outputFrameSize of 1 or more', planes)
   layer.kW, layer.dW = layer.kH, layer.dH
   for _, field in ipairs {'kH', 'dH', 'padW', 'padH', 'nInputPlane', 'nOutputPlane'} do layer[field] = nil end
   for _, field in ipairs {'weight', 'gradWeight'} do
      local tensor = layer[field]
      if tensor ~= nil then
         if not torch.isTensor(tensor) then expected(name, 'a tensor as ' .. field, tensor) end
         layer[field] = tensor:view(planes, -1)
      end
   end
   if frames > 0 then
      grouped.wrap(layer, function(inner)
         return {nn.Padding(1, -frames, 2), nn.Padding(1, frames, 2), inner}
      end)
   end
end)

local function average(layer, mode)
   layer.count_include_pad = mode ~= 'CUDNN_POOLING_AVERAGE_COUNT_EXCLUDE_PADDING'
   layer.divide = true
end
becomes('cudnn.SpatialAveragePooling', 'SpatialAveragePooling', average)
becomes('cudnn.VolumetricAveragePooling', 'VolumetricAveragePooling', average)

-- Older ones have a capital K.
becomes('cudnn.SpatialCrossMapLRN', 'SpatialCrossMapLRN', function(layer)
   layer.k, layer.K = layer.k or layer.K, nil
end)

-- One criterion over what goes through LogSoftMax.
becomes('cudnn.SpatialCrossEntropyCriterion', 'ModuleCriterion', function(criterion)
   local loss, layer = criterion.nll, criterion.slsm
   if type(loss) ~= 'table' then expected('cudnn.SpatialCrossEntropyCriterion', 'a criterion as nll', loss) end
   loss.sizeAverage = criterion.sizeAverage
   criterion.criterion, criterion.inputModule, criterion.castTarget = loss, layer, false
   criterion.sizeAverage, criterion.nll, criterion.slsm = nil, nil, nil
end)

-- Networks on several GPUs: the first copy does all the work.
local function single(from)
   fromGPU[from] = {class = 'nn.Sequential', read = function(object, file, version)
      local fields = file:readObject()
      -- From version 2 on, the numbers of the GPUs come first.
      if from == 'nn.DataParallelTable' and version >= 2 then fields = file:readObject() end
      local modules = type(fields) == 'table' and fields.modules
      local module = type(modules) == 'table' and modules[1]
      if type(module) ~= 'table' then expected(from, 'a list of modules in the file', modules) end
      object.modules, object.output, object.gradInput = {module}, module.output, module.gradInput
      object._type, object.train = module._type, module.train
   end}
end
single 'nn.DataParallelTable'
single 'nn.DataParallel'
-- How its copies are kept together is of no use to one.
for _, name in ipairs {'nn.DataParallelTable.Basic', 'nn.DataParallelTable.Threads'} do fromGPU[name] = {} end

becomes('inn.SpatialMaxPooling', 'SpatialMaxPooling', function(layer) layer.ceil_mode = true end)
becomes('inn.SpatialAveragePooling', 'SpatialAveragePooling', function(layer) layer.ceil_mode = true end)
becomes('inn.SpatialCrossResponseNormalization', 'SpatialCrossMapLRN')

for _, name in ipairs {'RNN', 'RNNReLU', 'RNNTanh', 'LSTM', 'BLSTM', 'GRU', 'BGRU'} do
   fromGPU['cudnn.' .. name] = 'only cuDNN knows how its weights lie'
end
for _, name in ipairs {
   'SpatialDivisiveNormalization', 'VolumetricSoftMax', 'VolumetricLogSoftMax', 'VolumetricCrossEntropyCriterion',
} do
   fromGPU['cudnn.' .. name] = 'nn has no layer that computes the same'
end

return fromGPU
