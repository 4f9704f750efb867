--- Kernels of layers that compute in Lua, under the original's names and with its arguments.
--
-- What a kernel is told are the fields of a layer, which is then asked: an entry names them in their order. `input`,
-- `gradOutput` and `scale` are the method's own arguments; `_` is a buffer that is not needed here.
--
-- @module nn.kernelsOfLayers
local kernels = {}

-- From a class and its methods' arguments.
local function layer(class, name, methods, finish)
   for method, arguments in pairs(methods) do
      local names = {}
      for argument in arguments:gmatch('%S+') do names[#names + 1] = argument end
      kernels[name .. '_' .. method] = function(...)
         local object = torch.factory('nn.' .. class)()
         local given = {}
         for i, field in ipairs(names) do
            local value = select(i, ...)
            given[field] = value
            if field ~= '_' then object[field] = value end
         end
         if finish then finish(object) end
         return object[method](object, given.input, given.gradOutput, given.scale)
      end
   end
end

local function same(name, methods, finish) layer(name, name, methods, finish) end

-- The planes of a convolution are those of its weight, whichever of the two it has been given.
local function planes(inputDimension, outputDimension)
   return function(object)
      local weight = object.weight or object.gradWeight
      object.weight = weight
      object.nInputPlane, object.nOutputPlane = weight:size(inputDimension), weight:size(outputDimension)
   end
end

local window = ' kW kH dW dH padW padH'
local function convolution(name, more, finish, buffers)
   same(name, {
      updateOutput = 'input output weight bias ' .. buffers[1] .. more,
      updateGradInput = 'input gradOutput gradInput weight ' .. buffers[2] .. more,
      accGradParameters = 'input gradOutput gradWeight gradBias ' .. buffers[3] .. more .. ' scale',
   }, function(object)
      finish(object)
      -- Whether there is a bias is told by its gradient.
      object.bias = object.bias or object.gradBias
   end)
end
convolution('SpatialDilatedConvolution', window .. ' dilationW dilationH', planes(2, 1),
   {'finput _', 'fgradInput', 'finput _'})
convolution('SpatialFullConvolution', window .. ' adjW adjH', planes(1, 2), {'finput _', 'finput', 'finput _'})
convolution('SpatialDepthWiseConvolution', window, planes(2, 1),
   {'finput fgradInput', 'finput fgradInput', 'finput fgradInput'})
convolution('VolumetricDilatedConvolution',
   ' kT kW kH dT dW dH padT padW padH dilationT dilationW dilationH', planes(2, 1),
   {'finput _', 'fgradInput', 'finput _'})

-- These are not told the kernel's size: it is the weight's.
local function sizedByWeight(input, output)
   local set = planes(input, output)
   return function(object)
      set(object)
      local weight = object.weight
      object.kT, object.kH, object.kW = weight:size(3), weight:size(4), weight:size(5)
   end
end
convolution('VolumetricConvolution', ' dT dW dH padT padW padH', sizedByWeight(2, 1),
   {'finput fgradInput', 'finput', 'finput fgradInput'})
convolution('VolumetricFullConvolution', ' dT dW dH padT padW padH adjT adjW adjH', sizedByWeight(1, 2),
   {'finput fgradInput', 'finput fgradInput', 'finput fgradInput'})

local pool = ' kW kH dW dH padW padH dilationW dilationH ceil_mode'
same('SpatialDilatedMaxPooling', {updateOutput = 'input output indices' .. pool,
   updateGradInput = 'input gradOutput gradInput indices' .. pool})
pool = ' kT kW kH dT dW dH padT padW padH'
same('VolumetricMaxPooling', {updateOutput = 'input output indices' .. pool .. ' ceil_mode',
   updateGradInput = 'input gradOutput gradInput indices' .. pool .. ' ceil_mode'})
same('VolumetricDilatedMaxPooling', {
   updateOutput = 'input output indices' .. pool .. ' dilationT dilationW dilationH ceil_mode',
   updateGradInput = 'input gradOutput gradInput indices' .. pool .. ' dilationT dilationW dilationH ceil_mode'})
same('SpatialAdaptiveMaxPooling', {updateOutput = 'input output indices W H',
   updateGradInput = 'input gradOutput gradInput indices'})
same('SpatialAdaptiveAveragePooling', {updateOutput = 'input output W H'})
function kernels.SpatialAdaptiveAveragePooling_updateGradInput(input, gradOutput, gradInput)
   local d = gradOutput:dim()
   require('sconce.nn').SpatialAdaptiveAveragePooling.updateGradInput(
      gradInput, input, gradOutput, gradOutput:size(d), gradOutput:size(d - 1))
end

same('TemporalMaxPooling', {updateOutput = 'input output indices kW dW',
   updateGradInput = 'input gradOutput gradInput indices kW dW'}, function(object)
   -- What the gradient is measured by.
   if object.gradOutput then object.output = object.gradOutput end
end)
local function frames(object)
   object.weight = object.weight or object.gradWeight
   if object.gradOutput then object.output = object.gradOutput end
end
same('TemporalSubSampling', {updateOutput = 'input output weight bias kW dW inputFrameSize',
   updateGradInput = 'input gradOutput gradInput weight kW dW',
   accGradParameters = 'input gradOutput gradWeight gradBias kW dW scale'}, function(object)
   frames(object)
   object.inputFrameSize = object.weight:size(1)
end)
same('TemporalConvolution', {updateOutput = 'input output weight bias kW dW inputFrameSize outputFrameSize',
   updateGradInput = 'input gradOutput gradInput weight kW dW',
   accGradParameters = 'input gradOutput gradWeight gradBias kW dW scale'}, function(object)
   frames(object)
   object.outputFrameSize, object.inputFrameSize = object.weight:size(1), object.weight:size(2) / object.kW
end)
same('SpatialSubSampling', {updateOutput = 'input output weight bias kW kH dW dH',
   updateGradInput = 'input gradOutput gradInput weight kW kH dW dH',
   accGradParameters = 'input gradOutput gradWeight gradBias kW kH dW dH scale'}, function(object)
   frames(object)
   object.nInputPlane = object.weight:size(1)
end)

for _, name in ipairs {'SpatialReflectionPadding', 'SpatialReplicationPadding'} do
   same(name, {updateOutput = 'input output pad_l pad_r pad_t pad_b',
      updateGradInput = 'input gradOutput gradInput pad_l pad_r pad_t pad_b'}, frames)
end
same('VolumetricReplicationPadding', {updateOutput = 'input output pleft pright ptop pbottom pfront pback',
   updateGradInput = 'input gradOutput gradInput pleft pright ptop pbottom pfront pback'}, frames)
same('SpatialUpSamplingNearest', {updateOutput = 'input output scale_factor',
   updateGradInput = 'input gradOutput gradInput scale_factor'}, frames)
same('SpatialUpSamplingBilinear', {updateOutput = 'input output oheight owidth'})
same('FeatureLPPooling', {updateOutput = 'input output power width stride batch_mode'})

return kernels
