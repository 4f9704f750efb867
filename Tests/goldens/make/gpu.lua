-- Writes files as machines with a GPU write them, with the original's th, in the project's folder:
-- th Tests/goldens/make/gpu.lua. Tests/goldens/nn/gpu.t7 has a list of cases: the bytes of a module or criterion of such a
-- machine, inputs, and what nn's layer of the same parameters computes.
--
-- No GPU is needed: classes of the names that cutorch, cudnn and cunn have write what those write. A tensor of a GPU is laid
-- out in a file as one of the processor.
require 'nn'
torch.setdefaulttensortype 'torch.FloatTensor'

-- Classes that are only written.
local function class(name, ...)
   if not torch.getmetatable(name) then torch.class(name, ...) end
   return torch.getmetatable(name)
end
cudnn, inn = {}, {}

local onGPU = {Float = 'Cuda', Half = 'CudaHalf', Double = 'CudaDouble', Byte = 'CudaByte', Char = 'CudaChar',
   Short = 'CudaShort', Int = 'CudaInt', Long = 'CudaLong'}
for _, name in pairs(onGPU) do
   class('torch.' .. name .. 'Storage').__write = function(self, file) self.plain:write(file) end
   class('torch.' .. name .. 'Tensor').__write = function(self, file)
      local t = self.plain
      file:writeInt(t:dim())
      file:writeLong(t:size())
      file:writeLong(t:stride())
      file:writeLong(t:storageOffset())
      file:writeObject(self.storage)
   end
end

-- A value as it is on a GPU: tensors and their storages are of other classes, and layers say so.
local function moved(value, known)
   if torch.isTensor(value) then
      local key = torch.pointer(value)
      if known[key] then return known[key] end
      local name = 'torch.' .. onGPU[torch.type(value):match '%.(%a+)Tensor']
      local tensor = torch.factory(name .. 'Tensor')()
      tensor.plain, known[key] = value, tensor
      if value:storage() then
         local at = torch.pointer(value:storage())
         if not known[at] then
            known[at] = torch.factory(name .. 'Storage')()
            known[at].plain = value:storage()
         end
         tensor.storage = known[at]
      end
      return tensor
   end
   if type(value) ~= 'table' then return value end
   if known[value] then return known[value] end
   known[value] = value
   for key, part in pairs(value) do value[key] = moved(part, known) end
   if type(value._type) == 'string' then value._type = 'torch.CudaTensor' end
   return value
end

-- The object as another class, of another version, with other fields; `false` is none.
local function as(object, name, fields, version)
   class(name)
   for key, value in pairs(fields or {}) do
      if value == false then object[key] = nil else object[key] = value end
   end
   torch.getmetatable(name).__version = version or 1
   torch.setmetatable(object, name)
   return object
end

-- What cudnn's layers have besides.
local function with(fields)
   local all = {iSize = torch.LongStorage {2, 3, 4, 4}, autotunerHash = 'x', fmode = 1, bdmode = 1, bwmode = 1,
      input_offset = 0, output_offset = 0, weight_offset = 0}
   for key, value in pairs(fields or {}) do all[key] = value end
   return all
end

-- A convolution in groups, as a sequence: its weights and gradients are parts of the tensors that come after it.
local function inGroups(count, inputs, outputs, hasBias)
   local side, whole = nn.ConcatTable(), {weight = torch.randn(outputs, inputs / count, 3, 2), bias = torch.randn(outputs)}
   for i = 1, count do
      local layer = nn.SpatialConvolution(inputs / count, outputs / count, 2, 3, 1, 1, 1, 0)
      local first, n = (i - 1) * outputs / count + 1, outputs / count
      layer.weight:copy(whole.weight:narrow(1, first, n))
      if hasBias then layer.bias:copy(whole.bias:narrow(1, first, n)) else layer:noBias() end
      side:add(nn.Sequential():add(nn.Narrow(-3, (i - 1) * inputs / count + 1, inputs / count)):add(layer))
   end
   local grouped = nn.SpatialConvolution(inputs, outputs, 2, 3, 1, 1, 1, 0)
   grouped.weight, grouped.gradWeight = whole.weight, whole.weight:clone():zero()
   grouped.bias, grouped.gradBias = whole.bias, whole.bias:clone():zero()
   if not hasBias then grouped:noBias() end
   return nn.Sequential():add(side):add(nn.JoinTable(1, 3)), as(grouped, 'cudnn.SpatialConvolution', with {groups = count})
end

local function temporal(pad)
   local layer = nn.TemporalConvolution(3, 2, 2, 1)
   local plain = pad == 0 and layer
      or nn.Sequential():add(nn.Padding(1, -pad, 2)):add(nn.Padding(1, pad, 2)):add(layer)
   return plain, as(layer:clone(), 'cudnn.TemporalConvolution', with {kW = 3, kH = 2, dW = 1, dH = 1, padW = 0,
      padH = pad, nInputPlane = 1, nOutputPlane = 2})
end

-- Normalisation that has seen something.
local function normalized(layer, ...)
   layer:forward(torch.randn(...))
   layer.weight:uniform()
   layer:evaluate()
   return layer
end

local function network()
   return nn.Sequential():add(nn.SpatialConvolution(2, 3, 3, 3)):add(nn.Threshold(0, 0)):add(nn.View(-1):setNumInputDims(3))
      :add(nn.Linear(12, 4)):add(nn.LogSoftMax())
end

-- A name, nn's layer and that of the GPU (or the class that a copy becomes, and its fields and version), sizes of inputs.
local cases = {}
local function case(name, sizes, plain, other, fields, version)
   if type(other) == 'string' then other = as(plain:clone(), other, fields, version) end
   cases[#cases + 1] = {name = name, plain = plain, other = other, sizes = sizes}
end
local function pair(name, sizes, plain, other) case(name, sizes, plain, other) end

torch.manualSeed(1)
local images, volumes = {{2, 3, 5, 6}, {3, 5, 6}}, {{2, 3, 4, 5, 4}, {3, 4, 5, 4}}
case('convolution', images, nn.SpatialConvolution(3, 4, 3, 2, 2, 1, 1, 0), 'cudnn.SpatialConvolution', with {groups = 1})
case('convolution without bias', images, nn.SpatialConvolution(3, 4, 3, 2):noBias(), 'cudnn.SpatialConvolution', with {})
pair('two groups', {{2, 4, 5, 4}, {4, 5, 4}}, inGroups(2, 4, 6, true))
pair('three groups without bias', {{2, 6, 5, 4}, {6, 5, 4}}, inGroups(3, 6, 3, false))
pair('frames', {{2, 5, 3}, {5, 3}}, temporal(0))
pair('frames with padding', {{2, 5, 3}, {5, 3}}, temporal(1))
case('volumes', volumes, nn.VolumetricConvolution(3, 2, 2, 3, 2), 'cudnn.VolumetricConvolution', with {})
case('backwards', images, nn.SpatialFullConvolution(3, 2, 3, 3, 2, 2, 1, 1, 1, 1), 'cudnn.SpatialFullConvolution', with {})
case('backwards over volumes', volumes, nn.VolumetricFullConvolution(3, 2, 2, 2, 2), 'cudnn.VolumetricFullConvolution', with {})
local mode = {mode = 'CUDNN_ACTIVATION_RELU', nElem = 4, threshold = false, val = false}
case('ReLU', {{3, 4}}, nn.ReLU(), 'cudnn.ReLU', mode)
case('ReLU in place', {{3, 4}}, nn.ReLU(true), 'cudnn.ReLU', mode)
case('Tanh', {{3, 4}}, nn.Tanh(), 'cudnn.Tanh', {inplace = true, nElem = 12})
case('Sigmoid', {{3, 4}}, nn.Sigmoid(), 'cudnn.Sigmoid', {inplace = false})
case('ClippedReLU', {{3, 4}}, nn.HardTanh(0, .5), 'cudnn.ClippedReLU', {min_val = false, max_val = false, ceiling = .5})
case('SoftMax', {{3, 4}, {4}}, nn.SoftMax(), 'cudnn.SoftMax', {mode = 'CUDNN_SOFTMAX_MODE_INSTANCE', algorithm = 'x'})
case('LogSoftMax', {{3, 4}, {4}}, nn.LogSoftMax(), 'cudnn.LogSoftMax', {algorithm = 'CUDNN_SOFTMAX_LOG'})
case('SpatialSoftMax', images, nn.SpatialSoftMax(), 'cudnn.SpatialSoftMax', {algorithm = 'CUDNN_SOFTMAX_FAST'})
case('SpatialLogSoftMax', images, nn.SpatialLogSoftMax(), 'cudnn.SpatialLogSoftMax', {algorithm = 'CUDNN_SOFTMAX_LOG'})
case('maxima', images, nn.SpatialMaxPooling(2, 2, 2, 2, 1, 1):ceil(), 'cudnn.SpatialMaxPooling',
   with {mode = 'CUDNN_POOLING_MAX', indices = false})
case('means', images, nn.SpatialAveragePooling(3, 2, 2, 2, 1, 1), 'cudnn.SpatialAveragePooling',
   with {mode = 'CUDNN_POOLING_AVERAGE_COUNT_INCLUDE_PADDING', divide = false, count_include_pad = false})
case('maxima over volumes', volumes, nn.VolumetricMaxPooling(2, 3, 2):ceil(), 'cudnn.VolumetricMaxPooling', with {indices = false})
case('means over volumes', volumes, nn.VolumetricAveragePooling(2, 2, 2), 'cudnn.VolumetricAveragePooling', with {})
case('normalization', {{4, 3}}, normalized(nn.BatchNormalization(3), 5, 3), 'cudnn.BatchNormalization', {}, 2)
case('normalization of images', {{2, 3, 2, 2}}, normalized(nn.SpatialBatchNormalization(3), 2, 3, 2, 2),
   'cudnn.SpatialBatchNormalization', {}, 2)
case('normalization of volumes', {{2, 3, 2, 2, 2}}, normalized(nn.VolumetricBatchNormalization(3), 2, 3, 2, 2, 2),
   'cudnn.VolumetricBatchNormalization', {}, 2)
local old = normalized(nn.SpatialBatchNormalization(3), 2, 3, 2, 2)
case('old normalization', {{2, 3, 2, 2}}, old, 'cudnn.SpatialBatchNormalization',
   {running_std = torch.add(old.running_var, old.eps):pow(-.5), running_var = false}, 1)
case('across maps', images, nn.SpatialCrossMapLRN(3, .1, .75, 2), 'cudnn.SpatialCrossMapLRN', {K = 2, k = false})
local loss = nn.ModuleCriterion(nn.SpatialClassNLLCriterion(), nn.SpatialLogSoftMax(), nil, false)
case('loss', {{2, 3, 2, 2}}, loss, 'cudnn.SpatialCrossEntropyCriterion', {nll = loss.criterion:clone(),
   slsm = as(nn.SpatialLogSoftMax(), 'cudnn.SpatialLogSoftMax'), sizeAverage = true, criterion = false, inputModule = false,
   castTarget = false})
case('old maxima', images, nn.SpatialMaxPooling(2, 2):ceil(), 'inn.SpatialMaxPooling')
local net = network()
pair('network', {{3, 2, 4, 4}, {2, 4, 4}}, net, net:clone())
pair('on one of two', {{3, 2, 4, 4}}, net, nn.GPU(net:clone(), 2))

-- A network on several GPUs: from version 2 on their numbers come first.
local several = class('nn.DataParallelTable', 'nn.Container')
function several:__write(file)
   if several.__version >= 2 then file:writeObject {1, 2} end
   local fields = {}
   for key, value in pairs(self) do fields[key] = value end
   file:writeObject(fields)
end
class('nn.DataParallelTable.Basic')
local function parallel(copies, version)
   local table = nn.Container()
   for i = 1, copies do table:add(net:clone()) end
   local how = torch.factory('nn.DataParallelTable.Basic')()
   how.dpt = table
   return as(table, 'nn.DataParallelTable', {gpuAssignments = {1, 2}, impl = how, dimension = 1,
      typeStr = 'torch.CudaTensor'}, version)
end
pair('on two, of version 3', {{3, 2, 4, 4}}, net, parallel(1, 3))
cases[#cases].version = 3
pair('on two, of version 1', {{3, 2, 4, 4}}, net, parallel(2, 1))
cases[#cases].version = 1

local computed = dofile 'Tests/goldens/nn/computed.lua'
local recorded = {}
for i, this in ipairs(cases) do
   torch.manualSeed(i)
   local inputs = {}
   for k, size in ipairs(this.sizes) do inputs[k] = torch.FloatTensor(torch.LongStorage(size)):uniform(-1, 1) end
   if this.version then several.__version = this.version end
   recorded[i] = {name = this.name, inputs = inputs, class = torch.typename(this.plain),
      bytes = torch.serialize(moved(this.other, {})), numbers = torch.FloatTensor(computed(this.plain, inputs))}
end

-- Tensors of every type; two of them are views of one storage.
local list = {}
for _, name in ipairs {'Byte', 'Char', 'Short', 'Int', 'Long', 'Half', 'Float', 'Double'} do
   local t = torch.range(1, 6):resize(2, 3):type('torch.' .. name .. 'Tensor')
   list[#list + 1], list[#list + 2], list[#list + 3] = t, t[2], t.new()
end
recorded.tensors = torch.serialize(moved(list, {}))
torch.save('Tests/goldens/nn/gpu.t7', recorded)

-- A checkpoint as char-rnn writes it: a step of an LSTM of two layers, its criterion, and what else it keeps; and what comes
-- of three steps that feed on each other.
require 'nngraph'
local graphs = dofile 'Tests/goldens/nngraph/play.lua'
torch.manualSeed(1)
local rnn = graphs.lstm(4, 3, 2)
local function states(size)
   local list = {}
   for i = 1, 4 do list[i] = torch.zeros(2, size) end
   return list
end
local outputs, state = {}, states(3)
for step = 1, 3 do
   local x = torch.zeros(2, 4)
   x[1][step], x[2][5 - step] = 1, 1
   local result = rnn:forward {x, table.unpack(state)}
   for i = 1, 4 do state[i] = result[i]:clone() end
   outputs[step] = result[5]:clone()
end
local checkpoint = moved({protos = {rnn = rnn:clone(), criterion = nn.ClassNLLCriterion()}, opt = {gpuid = 0, rnn_size = 3,
   num_layers = 2}, train_losses = {1.5}, vocab = {a = 1, b = 2, c = 3, d = 4}, epoch = 2}, {})
torch.save('Tests/goldens/nngraph/gpu.t7', {bytes = torch.serialize(checkpoint), outputs = outputs})
