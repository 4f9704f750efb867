-- Layers copied from the original call its kernels by name.
require 'nn'
local THNN = require 'nn.THNN'
local test = {}

function test.kernelsAreFoundThroughTensors(check)
   for _, name in ipairs {'DoubleTensor', 'FloatTensor'} do
      local x, y, g, dx = torch[name] {-1, 0.5, 2}, torch[name](), torch[name] {1, 2, 3}, torch[name]()
      check.equal(x.THNN, THNN.kernels['torch.' .. name])
      for _, class in ipairs {'Tanh', 'Sigmoid', 'SoftMax', 'LogSoftMax'} do
         local layer = nn[class]():type('torch.' .. name)
         x.THNN[class .. '_updateOutput'](x:cdata(), y:cdata())
         check.equal(y[2], layer:forward(x)[2], class)
         x.THNN[class .. '_updateGradInput'](x:cdata(), g:cdata(), dx:cdata(), y:cdata())
         check.equal(dx[3], layer:backward(x, g)[3], class)
      end
      x.THNN.Threshold_updateOutput(x:cdata(), y:cdata(), 0, -7, false)
      check.equal(y[1], -7)
      x.THNN.Threshold_updateGradInput(x:cdata(), g:cdata(), dx:cdata(), 0, -7, false)
      check.equal(dx[1] + dx[2], 2)
   end
   check.equal(torch.IntTensor(1).THNN, nil)
end

function test.criterionsFillOneElement(check)
   local x, loss, total, dx = torch.Tensor {-1, -2}, torch.Tensor(1), torch.Tensor(1), torch.Tensor()
   local target = torch.LongTensor {2}
   x.THNN.ClassNLLCriterion_updateOutput(
      x:cdata(), target:cdata(), loss:cdata(), true, THNN.optionalTensor(nil), total:cdata(), -100)
   check.equal(loss[1], 2)
   x.THNN.ClassNLLCriterion_updateGradInput(
      x:cdata(), target:cdata(), dx:cdata(), true, THNN.optionalTensor(nil), total:cdata(), -100)
   check.equal(dx[2], -1)
   x.THNN.MSECriterion_updateOutput(x:cdata(), torch.zeros(2):cdata(), loss:cdata(), true)
   check.equal(loss[1], 2.5)
   x.THNN.MSECriterion_updateGradInput(x:cdata(), torch.zeros(2):cdata(), dx:cdata(), true)
   check.equal(dx[1], -1)
end

function test.lookups(check)
   local weight, grad = torch.Tensor {{3, 4}, {0, 0}}, torch.zeros(2, 2)
   local index = torch.LongTensor {1}
   weight.THNN.LookupTable_renorm(index:cdata(), weight:cdata(), 1, 2)
   check.near(weight[1][2], 0.8, 1e-7)
   weight.THNN.LookupTable_accGradParameters(
      index:cdata(), torch.ones(1, 2):cdata(), grad:cdata(), torch.IntTensor():cdata(), nil, nil, false, 0, 2)
   check.equal(grad[1][1], 2)
end

function test.picturesAndTheirMatrices(check)
   local layer, x = nn.SpatialConvolution(2, 3, 2, 2), torch.Tensor(2, 4, 4):uniform()
   local y, none = torch.Tensor(), torch.Tensor()
   x.THNN.SpatialConvolutionMM_updateOutput(x:cdata(), y:cdata(), layer.weight:view(3, 8):cdata(), layer.bias:cdata(),
      none:cdata(), none:cdata(), 2, 2, 1, 1, 0, 0)
   check.near((y - layer:forward(x)):abs():max(), 0, 0)
   local g, dx, dw = torch.Tensor(3, 3, 3):uniform(), torch.Tensor(), torch.zeros(3, 8)
   x.THNN.SpatialConvolutionMM_updateGradInput(x:cdata(), g:cdata(), dx:cdata(), layer.weight:cdata(), none:cdata(),
      none:cdata(), 2, 2, 1, 1, 0, 0)
   x.THNN.SpatialConvolutionMM_accGradParameters(x:cdata(), g:cdata(), dw:cdata(), nil, none:cdata(), none:cdata(),
      2, 2, 1, 1, 0, 0, 1)
   layer:zeroGradParameters()
   check.near((dx - layer:backward(x, g)):abs():max(), 0, 0)
   check.near((dw - layer.gradWeight):abs():max(), 0, 0)
   local indices, pool = torch.LongTensor(), nn.SpatialMaxPooling(2, 2)
   x.THNN.SpatialMaxPooling_updateOutput(x:cdata(), y:cdata(), indices:cdata(), 2, 2, 2, 2, 0, 0, false)
   check.near((y - pool:forward(x)):abs():max(), 0, 0)
   x.THNN.SpatialMaxPooling_updateGradInput(x:cdata(), y:cdata(), dx:cdata(), indices:cdata(), 2, 2, 2, 2, 0, 0, false)
   check.near((dx - pool:backward(x, y)):abs():max(), 0, 0)
   x.THNN.SpatialAveragePooling_updateOutput(x:cdata(), y:cdata(), 2, 2, 2, 2, 0, 0, false, true)
   check.near((y - nn.SpatialAveragePooling(2, 2, 2, 2):forward(x)):abs():max(), 0, 1e-15)
end

function test.linearLayers(check)
   local layer, x, g = nn.Linear(3, 2), torch.Tensor(4, 3):uniform(), torch.Tensor(4, 2):uniform()
   local y, dx, none = torch.Tensor(), torch.Tensor(), torch.Tensor()
   x.THNN.Linear_updateOutput(x:cdata(), y:cdata(), layer.weight:cdata(), layer.bias:cdata(), none:cdata())
   check.near((y - layer:forward(x)):abs():max(), 0, 0)
   x.THNN.Linear_updateGradInput(x:cdata(), g:cdata(), dx:cdata(), layer.weight:cdata())
   layer:zeroGradParameters()
   check.near((dx - layer:backward(x, g, .5)):abs():max(), 0, 0)
   local dw, db = torch.zeros(2, 3), torch.zeros(2)
   x.THNN.Linear_accGradParameters(x:cdata(), g:cdata(), dx:cdata(), layer.weight:cdata(), layer.bias:cdata(), dw:cdata(),
      db:cdata(), none:cdata(), .5)
   check.near((dw - layer.gradWeight):abs():max(), 0, 0)
   check.near((db - layer.gradBias):abs():max(), 0, 0)
end

function test.mapsOfConnections(check)
   local layer = nn.SpatialConvolutionMap(torch.Tensor {{1, 1}, {2, 1}, {2, 2}}, 3, 2, 1, 2)
   local x, y, dx = torch.Tensor(2, 4, 5):uniform(), torch.Tensor(), torch.Tensor()
   local map = layer.connTable:cdata()
   x.THNN.SpatialConvolutionMap_updateOutput(x:cdata(), y:cdata(), layer.weight:cdata(), layer.bias:cdata(), map, 2, 2, 1, 2)
   check.near((y - layer:forward(x)):abs():max(), 0, 0)
   local dw, db = torch.zeros(3, 2, 3), torch.zeros(2)
   x.THNN.SpatialConvolutionMap_updateGradInput(x:cdata(), y:cdata(), dx:cdata(), layer.weight:cdata(), layer.bias:cdata(), map, 2, 2, 1, 2)
   x.THNN.SpatialConvolutionMap_accGradParameters(x:cdata(), y:cdata(), dw:cdata(), db:cdata(), map, 2, 2, 1, 2, .5)
   layer:zeroGradParameters()
   check.near((dx - layer:backward(x, y, .5)):abs():max(), 0, 0)
   check.near((dw - layer.gradWeight):abs():max(), 0, 0)
   check.near((db - layer.gradBias):abs():max(), 0, 0)
   check.raises('nn.SpatialConvolutionMap: size mismatch', x.THNN.SpatialConvolutionMap_updateOutput, x:select(1, 1), y, layer.weight,
      layer.bias, layer.connTable, 2, 2, 1, 2)
end

function test.whatLuaComputesIsRefusedByName(check)
   local x = torch.Tensor(2, 3)
   check.raises('nn.GatedLinearUnit: expected a tensor with an even size in dimension 2, got 2x3',
      x.THNN.GatedLinear_updateOutput, x, torch.Tensor(), 2)
   check.raises('nn.RReLU: expected a tensor as input, got nil', x.THNN.RReLU_updateOutput, nil, x, x, 0, 1, true, false)
end

function test.kernelsByName(check)
   local x, y = torch.FloatTensor {.5}, torch.FloatTensor()
   THNN.runKernel('Tanh_updateOutput', 'torch.FloatTensor', x:cdata(), y:cdata())
   check.near(y[1], 0.46211715, 1e-7)
   check.raises('nn.THNN.runKernel: expected a kernel for torch.LongTensor, got Tanh_updateOutput',
      THNN.runKernel, 'Tanh_updateOutput', 'torch.LongTensor')
   check.raises('nn.THNN.runKernel: expected a kernel for torch.FloatTensor, got None', THNN.runKernel, 'None', 'torch.FloatTensor')
   check.equal(THNN.getState(), nil)
   check.equal(THNN.optionalTensor(nil), nil)
   check.raises('nn.THNN.optionalTensor: expected a tensor or nothing, got 3', THNN.optionalTensor, 3)
end

-- Kernels of layers that compute in Lua, called as the original's layers call them: what follows the tensors is told by
-- names of fields.
local asked = {
   SpatialDilatedConvolution = {'nn.SpatialDilatedConvolution(2, 3, 2, 2, 1, 2, 1, 0, 2, 1)', {2, 2, 5, 6},
      'kW kH dW dH padW padH dilationW dilationH', {2, 1, 2}},
   SpatialFullConvolution = {'nn.SpatialFullConvolution(2, 3, 2, 3, 2, 3, 1, 0, 1, 2)', {2, 2, 3, 4},
      'kW kH dW dH padW padH adjW adjH', {2, 1, 2}},
   SpatialDepthWiseConvolution = {'nn.SpatialDepthWiseConvolution(2, 3, 2, 2)', {2, 2, 5, 5}, 'kW kH dW dH padW padH', {2, 2, 2}},
   VolumetricDilatedConvolution = {'nn.VolumetricDilatedConvolution(2, 3, 2, 2, 2, 1, 1, 1, 0, 1, 0, 1, 2, 1)', {2, 2, 3, 4, 4},
      'kT kW kH dT dW dH padT padW padH dilationT dilationW dilationH', {2, 1, 2}},
   VolumetricConvolution = {'nn.VolumetricConvolution(2, 3, 2, 1, 2, 1, 2, 1, 1, 0, 1)', {2, 2, 3, 4, 4},
      'dT dW dH padT padW padH', {2, 1, 2}},
   VolumetricFullConvolution = {'nn.VolumetricFullConvolution(2, 3, 2, 1, 2, 1, 2, 1, 1, 0, 1, 0, 1, 0)', {2, 2, 3, 4, 4},
      'dT dW dH padT padW padH adjT adjW adjH', {2, 2, 2}},
   SpatialDilatedMaxPooling = {'nn.SpatialDilatedMaxPooling(2, 2, 1, 2, 1, 0, 2, 1)', {2, 2, 5, 6},
      'kW kH dW dH padW padH dilationW dilationH ceil_mode'},
   VolumetricMaxPooling = {'nn.VolumetricMaxPooling(2, 2, 1)', {2, 2, 4, 4, 3}, 'kT kW kH dT dW dH padT padW padH ceil_mode'},
   SpatialAdaptiveMaxPooling = {'nn.SpatialAdaptiveMaxPooling(2, 3)', {2, 2, 5, 6}, 'W H'},
   TemporalMaxPooling = {'nn.TemporalMaxPooling(2, 1)', {5, 3}, 'kW dW'},
   TemporalConvolution = {'nn.TemporalConvolution(3, 2, 2, 1)', {5, 3}, 'kW dW', {0, 0, 0}},
   TemporalSubSampling = {'nn.TemporalSubSampling(3, 2, 1)', {5, 3}, 'kW dW', {0, 0, 0}},
   SpatialSubSampling = {'nn.SpatialSubSampling(2, 2, 3, 1, 2)', {2, 2, 5, 6}, 'kW kH dW dH', {0, 0, 0}},
   SpatialReflectionPadding = {'nn.SpatialReflectionPadding(1, 2, 0, 1)', {2, 2, 3, 4}, 'pad_l pad_r pad_t pad_b'},
   VolumetricReplicationPadding = {'nn.VolumetricReplicationPadding(1, 2, 0, 1, 1, 0)', {2, 2, 3, 2, 2},
      'pleft pright ptop pbottom pfront pback'},
   SpatialUpSamplingNearest = {'nn.SpatialUpSamplingNearest(2)', {2, 2, 3, 4}, 'scale_factor'},
}

function test.layersInLua(check)
   for name, case in pairs(asked) do
      local layer = assert(load('return ' .. case[1]))()
      local x = torch.rand(torch.LongStorage(case[2]))
      local y = layer:forward(x):clone()
      local g = torch.rand(y:size())
      if layer.gradWeight then layer:zeroGradParameters() end
      local dx = layer:backward(x, g, 0.5):clone()
      local more, buffers = {}, function(n)
         local list = {}
         for i = 1, n do list[i] = torch.Tensor() end
         return list
      end
      for field in case[3]:gmatch('%S+') do more[#more + 1] = layer[field] end
      local function call(kernel, ...)
         local arguments = {}
         for _, list in ipairs {...} do for i = 1, #list do arguments[#arguments + 1] = list[i] end end
         x.THNN[name .. kernel](table.unpack(arguments, 1, #arguments))
      end
      local function same(got, expected, what)
         check.equal(got:isSameSizeAs(expected) and got:dist(expected) < 1e-12, true, name .. what)
      end
      local output, gradInput = torch.Tensor(), torch.Tensor()
      if case[4] then
         local width = layer.inputFrameSize and {layer.inputFrameSize, layer.outputFrameSize} or {}
         local sizes = name:find('^Temporal') and width or {}
         call('_updateOutput', {x, output, layer.weight, layer.bias}, buffers(case[4][1]), more, sizes)
         call('_updateGradInput', {x, g, gradInput, layer.weight}, buffers(case[4][2]), more)
         local gradWeight, gradBias = layer.gradWeight:clone():zero(), layer.gradBias:clone():zero()
         call('_accGradParameters', {x, g, gradWeight, gradBias}, buffers(case[4][3]), more, {0.5})
         same(gradWeight, layer.gradWeight, ': gradWeight')
         same(gradBias, layer.gradBias, ': gradBias')
      else
         local indices = layer.indices and {torch.LongTensor()} or {}
         call('_updateOutput', {x, output}, indices, more)
         call('_updateGradInput', {x, g, gradInput}, indices, more)
      end
      same(output, y, ': output')
      same(gradInput, dx, ': gradInput')
   end
end

return test
