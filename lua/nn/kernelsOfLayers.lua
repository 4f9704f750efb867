--- Kernels of layers that compute in Lua, under the original's names and with its arguments.
--
-- What a kernel is told are the fields of a layer, which is then asked: an entry names them in their order. `input`,
-- `gradOutput` and `scale` are the method's own arguments; `_` is a buffer that is not needed here.
--
-- @module nn.kernelsOfLayers
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local wants = require 'nn.wants'
local kernels = {}

local tensors = {input = true, gradOutput = true, output = true, gradInput = true, weight = true, gradWeight = true,
   noise = true}
local optional = {bias = true, gradBias = true, finput = true, fgradInput = true, gradWeightBuf = true,
   gradWeightBuf2 = true}
local flags = {ceil_mode = true, batch_mode = true, featFirst = true, train = true, inplace = true}

-- A whole number, as kernels take them: fractions are cut off.
local function whole(object, name, value, least)
   if not (isCount(value) or least == 0 and type(value) == 'number' and value >= 0) or value >= 2 ^ 31 then
      expected(object, ('%s of %d or more'):format(name, least), value)
   end
   return math.floor(value)
end

-- Refuses what a layer's constructor would have refused, or made as it must be.
local function checked(object, name, value, model)
   if tensors[name] or optional[name] and value ~= nil then return wants.type(object, name, value, model) end
   if optional[name] or flags[name] then return value end
   if name == 'indices' then
      if torch.type(value) ~= 'torch.LongTensor' then expected(object, 'indices (LongTensor)', torch.type(value)) end
      return value
   end
   if name == 'connTable' then return wants.dims(object, name, value, 2) end
   if name:find '^[kd][TWH]$' or name:find '^dilation' or name:find '^[io]?[WH]$' or name:find '^o%l+$'
      or name == 'width' or name == 'stride' or name == 'nInputPlane' or name:find 'FrameSize$'
      or name == 'scale_factor' then
      return whole(object, name, value, 1)
   end
   if name:find '^pad_' or name:find '^p%l+$' and name ~= 'power' then
      return math.floor(math.max(-2 ^ 31, math.min(2 ^ 31, wants.number(object, 'a number as ' .. name, value))))
   end
   if name:find '^pad[TWH]$' or name:find '^adj' or name == 'nOutputPlane' or name == 'dim' then
      return whole(object, name, value, 0)
   end
   return wants.number(object, 'a number as ' .. name, value)
end

-- From a class and its methods' arguments.
local function layer(class, name, methods, finish)
   for method, arguments in pairs(methods) do
      local names = {}
      for argument in arguments:gmatch('%S+') do names[#names + 1] = argument end
      kernels[name .. '_' .. method] = function(...)
         local object, given, model = torch.factory('nn.' .. class)(), {}, nil
         for i, field in ipairs(names) do
            local value = select(i, ...)
            if tensors[field] and not model then model = value end
            if field ~= '_' then
               value = checked(object, field, value, model)
               object[field], given[field] = value, value
            end
         end
         if finish then finish(object) end
         return object[method](object, given.input, given.gradOutput, given.scale)
      end
   end
end

local function same(name, methods, finish) layer(name, name, methods, finish) end

-- Weights, or their gradients where only these have been given, as the layer has them; `needed`: never without bias.
local function weighted(object, sizes, outputs, needed)
   local isBackwards = object.gradInput ~= nil
   object.weight = object.weight or object.gradWeight
   wants.sized(object, 'weight', object.weight, object.weight, torch.LongStorage(sizes))
   -- Whether there is a bias is told by its gradient.
   object.bias = object.bias or object.gradBias
   if object.bias or needed and not isBackwards then
      wants.sized(object, 'bias', object.bias, object.weight, torch.LongStorage(outputs))
   end
end

-- The planes of a convolution are those of its weight. `kernel`: its sizes, which a layer may not have been told.
local function planes(inputDimension, outputDimension, kernel, biases)
   return function(object)
      local weight = wants.dims(object, 'weight', object.weight or object.gradWeight, #kernel + 2)
      object.nInputPlane, object.nOutputPlane = weight:size(inputDimension), weight:size(outputDimension)
      local sizes = {weight:size(1), weight:size(2)}
      for i, name in ipairs(kernel) do
         object[name] = object[name] or weight:size(i + 2)
         sizes[i + 2] = object[name]
      end
      weighted(object, sizes, biases and biases(object) or {object.nOutputPlane})
   end
end

local function convolution(name, more, finish, buffers)
   same(name, {
      updateOutput = 'input output weight bias ' .. buffers[1] .. more,
      updateGradInput = 'input gradOutput gradInput weight ' .. buffers[2] .. more,
      accGradParameters = 'input gradOutput gradWeight gradBias ' .. buffers[3] .. more .. ' scale',
   }, finish)
end
local picture, volume = {'kH', 'kW'}, {'kT', 'kH', 'kW'}
local window = ' kW kH dW dH padW padH'
convolution('SpatialDilatedConvolution', window .. ' dilationW dilationH', planes(2, 1, picture),
   {'finput _', 'fgradInput', 'finput _'})
convolution('SpatialFullConvolution', window .. ' adjW adjH', planes(1, 2, picture),
   {'finput _', 'finput', 'finput _'})
convolution('SpatialDepthWiseConvolution', window,
   planes(2, 1, picture, function(object) return {object.nOutputPlane, object.nInputPlane} end),
   {'finput fgradInput', 'finput fgradInput', 'finput fgradInput'})
convolution('VolumetricDilatedConvolution', ' kT kW kH dT dW dH padT padW padH dilationT dilationW dilationH',
   planes(2, 1, volume), {'finput _', 'fgradInput', 'finput _'})
convolution('VolumetricConvolution', ' dT dW dH padT padW padH', planes(2, 1, volume),
   {'finput fgradInput', 'finput', 'finput fgradInput'})
convolution('VolumetricFullConvolution', ' dT dW dH padT padW padH adjT adjW adjH', planes(1, 2, volume),
   {'finput fgradInput', 'finput fgradInput', 'finput fgradInput'})

-- A weight in another shape of as many elements: kernels take matrices, too.
local function shaped(object, sizes)
   for _, name in ipairs {'weight', 'gradWeight'} do
      local weight, count = object[name], 1
      for _, n in ipairs(sizes) do count = count * n end
      if weight and (weight:nElement() ~= count or not weight:isContiguous()) then
         wants.otherSize(object, ('a contiguous %s of size %s'):format(name, table.concat(sizes, 'x')), weight)
      end
      object[name] = weight and weight:view(torch.LongStorage(sizes))
   end
end

layer('VolumetricConvolution', 'VolumetricConvolutionMM', {
   updateOutput = 'input output weight bias finput kT kW kH dT dW dH padT padW padH',
   updateGradInput = 'input gradOutput gradInput weight finput fgradInput kT kW kH dT dW dH padT padW padH',
   accGradParameters = 'input gradOutput gradWeight gradBias finput kT kW kH dT dW dH padT padW padH scale',
}, function(object)
   wants.dims(object, 'input', object.input, 4, 5)
   local weight = object.weight or object.gradWeight
   wants.dims(object, 'weight', weight, 2, 5)
   shaped(object, {weight:size(1), object.input:size(object.input:dim() - 3), object.kT, object.kH, object.kW})
   planes(2, 1, volume)(object)
end)

local places = window .. ' iW iH oW oH'
convolution('SpatialConvolutionLocal', places, function(object)
   local weight = wants.dims(object, 'weight', object.weight or object.gradWeight, 3, 6)
   wants.dims(object, 'input', object.input, 3, 4)
   object.nInputPlane = object.input:size(object.input:dim() - 2)
   object.nOutputPlane = weight:size(weight:dim() == 6 and 3 or 2)
   for _, side in ipairs {'W', 'H'} do
      local count = math.floor((object['pad' .. side] * 2 + object['i' .. side] - object['k' .. side])
         / object['d' .. side]) + 1
      if object['o' .. side] ~= count then expected(object, ('o%s of %d'):format(side, count), object['o' .. side]) end
   end
   local sizes = {object.oH, object.oW, object.nOutputPlane, object.nInputPlane, object.kH, object.kW}
   shaped(object, sizes)
   weighted(object, sizes, {object.nOutputPlane, object.oH, object.oW}, true)
end, {'finput fgradInput', 'finput fgradInput', 'finput fgradInput'})

convolution('TemporalRowConvolution', ' kW dW padW featFirst', function(object)
   local weight = wants.dims(object, 'weight', object.weight or object.gradWeight, 2, 3)
   object.inputFrameSize = weight:size(1)
   shaped(object, {weight:size(1), 1, object.kW})
   weighted(object, {weight:size(1), 1, object.kW}, {weight:size(1)})
end, {'finput fgradInput', 'finput fgradInput', 'finput fgradInput'})

local connections = 'connTable nInputPlane nOutputPlane dW dH'
for _, name in ipairs {'SpatialConvolutionMap', 'SpatialFullConvolutionMap'} do
   same(name, {
      updateOutput = 'input output weight bias ' .. connections,
      updateGradInput = 'input gradOutput gradInput weight bias ' .. connections,
      accGradParameters = 'input gradOutput gradWeight gradBias ' .. connections .. ' scale',
   }, function(object)
      local t, weight = object.connTable, object.weight or object.gradWeight
      if t:size(2) ~= 2 or not (t:min() >= 1 and t:select(2, 1):max() <= object.nInputPlane
         and t:select(2, 2):max() <= object.nOutputPlane) then
         local what = 'a table of connections, Nx2, from 1 to %d and %d'
         expected(object, what:format(object.nInputPlane, object.nOutputPlane), t)
      end
      wants.dims(object, 'weight', weight, 3)
      object.kH, object.kW = weight:size(2), weight:size(3)
      weighted(object, {t:size(1), object.kH, object.kW}, {object.nOutputPlane}, true)
   end)
end

local function pooling(name, more)
   same(name, {updateOutput = 'input output indices' .. more,
      updateGradInput = 'input gradOutput gradInput indices' .. more})
end
pooling('SpatialDilatedMaxPooling', window .. ' dilationW dilationH ceil_mode')
local volumes = ' kT kW kH dT dW dH padT padW padH'
pooling('VolumetricMaxPooling', volumes .. ' ceil_mode')
pooling('VolumetricDilatedMaxPooling', volumes .. ' dilationT dilationW dilationH ceil_mode')
same('SpatialAdaptiveMaxPooling', {updateOutput = 'input output indices W H',
   updateGradInput = 'input gradOutput gradInput indices'})
same('SpatialAdaptiveAveragePooling', {updateOutput = 'input output W H'})

-- Where only the output's gradient has been given, it stands for the output, whose size the layer asks. `sizes`: those
-- of its dimensions that are not the input's, from the last one backwards.
local function measured(object, sizes)
   local g, x = object.gradOutput, object.input
   if not g then return end
   local d = x:dim()
   local size = torch.LongStorage(d):copy(x:size())
   for back, n in pairs(sizes) do
      if d > back then size[d - back] = n(x:size(d - back)) end
   end
   object.output = wants.sized(object, 'gradOutput', g, x, size)
end
-- How often a window fits, that many channels, and so many elements more.
local function windows(kernel, step)
   return function(n) return math.floor((n - kernel) / step) + 1 end
end
local function exactly(count) return function() return count end end
local function more(...)
   local sum = 0
   for _, n in ipairs {...} do sum = sum + math.floor(n) end
   return function(n) return n + sum end
end

same('TemporalMaxPooling', {updateOutput = 'input output indices kW dW',
   updateGradInput = 'input gradOutput gradInput indices kW dW'}, function(object)
   measured(object, {[1] = windows(object.kW, object.dW)})
end)
same('TemporalSubSampling', {updateOutput = 'input output weight bias kW dW inputFrameSize',
   updateGradInput = 'input gradOutput gradInput weight kW dW',
   accGradParameters = 'input gradOutput gradWeight gradBias kW dW scale'}, function(object)
   local weight = wants.dims(object, 'weight', object.weight or object.gradWeight, 1)
   measured(object, {[0] = exactly(weight:size(1)), [1] = windows(object.kW, object.dW)})
   object.inputFrameSize = object.inputFrameSize or weight:size(1)
   weighted(object, {object.inputFrameSize}, {object.inputFrameSize}, true)
end)
same('TemporalConvolution', {updateOutput = 'input output weight bias kW dW inputFrameSize outputFrameSize',
   updateGradInput = 'input gradOutput gradInput weight kW dW',
   accGradParameters = 'input gradOutput gradWeight gradBias kW dW scale'}, function(object)
   local weight = wants.dims(object, 'weight', object.weight or object.gradWeight, 2)
   measured(object, {[0] = exactly(weight:size(1)), [1] = windows(object.kW, object.dW)})
   object.outputFrameSize = object.outputFrameSize or weight:size(1)
   object.inputFrameSize = object.inputFrameSize or math.floor(weight:size(2) / object.kW)
   weighted(object, {object.outputFrameSize, object.inputFrameSize * object.kW}, {object.outputFrameSize},
      true)
end)
same('SpatialSubSampling', {updateOutput = 'input output weight bias kW kH dW dH',
   updateGradInput = 'input gradOutput gradInput weight kW kH dW dH',
   accGradParameters = 'input gradOutput gradWeight gradBias kW kH dW dH scale'}, function(object)
   object.nInputPlane = wants.dims(object, 'weight', object.weight or object.gradWeight, 1):size(1)
   measured(object, {[0] = windows(object.kW, object.dW), [1] = windows(object.kH, object.dH),
      [2] = exactly(object.nInputPlane)})
   weighted(object, {object.nInputPlane}, {object.nInputPlane}, true)
end)

local function resized(name, arguments, sizes)
   same(name, {updateOutput = 'input output' .. arguments,
      updateGradInput = 'input gradOutput gradInput' .. arguments},
      function(object) measured(object, sizes(object)) end)
end
local function padded(object)
   return {[0] = more(object.pad_l, object.pad_r), [1] = more(object.pad_t, object.pad_b)}
end
resized('SpatialReflectionPadding', ' pad_l pad_r pad_t pad_b', padded)
resized('SpatialReplicationPadding', ' pad_l pad_r pad_t pad_b', padded)
resized('VolumetricReplicationPadding', ' pleft pright ptop pbottom pfront pback', function(object)
   return {[0] = more(object.pleft, object.pright), [1] = more(object.ptop, object.pbottom),
      [2] = more(object.pfront, object.pback)}
end)
resized('SpatialUpSamplingNearest', ' scale_factor', function(object)
   local function times(n) return n * object.scale_factor end
   return {[0] = times, [1] = times}
end)
same('SpatialUpSamplingBilinear', {updateOutput = 'input output oheight owidth'})
same('FeatureLPPooling', {updateOutput = 'input output power width stride batch_mode',
   updateGradInput = 'gradOutput input output gradInput power width stride batch_mode'}, function(object)
   local given, dim = object.output, object.batch_mode and 2 or 1
   if not object.gradOutput then return end
   measured(object, {[object.input:dim() - dim] = windows(object.width, object.stride)})
   object.output = wants.same(object, 'output', given, object.gradOutput)
end)

layer('GatedLinearUnit', 'GatedLinear', {updateOutput = 'input output dim',
   updateGradInput = 'input gradOutput gradInput dim'})
same('RReLU', {updateOutput = 'input output noise lower upper train inplace',
   updateGradInput = 'input gradOutput gradInput noise lower upper train inplace'})
same('PReLU', {accGradParameters =
   'input gradOutput gradInput weight gradWeight gradWeightBuf gradWeightBuf2 nOutputPlane scale'}, function(object)
   wants.sized(object, 'gradWeight', object.gradWeight, object.input, object.weight:size())
   wants.sized(object, 'weight', object.weight, object.input, torch.LongStorage {math.max(1, object.nOutputPlane)})
end)

return kernels
