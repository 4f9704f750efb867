-- Layers that treat whole planes, and functions of single elements that are made of others, beyond their numbers.
require 'nn'
local test = {}

-- Recorded from the original: the same draws drop the same channels.
function test.channelsAreDroppedWhole(check)
   for name, size in pairs {SpatialDropout = {3, 1, 2}, VolumetricDropout = {3, 1, 1, 2}} do
      local layer, x = nn[name](.3), torch.Tensor(table.unpack(size)):fill(1)
      torch.manualSeed(1)
      check.equal(table.concat(layer:forward(x):view(-1):totable(), ' '), '1 1 0 0 0 0')
      check.equal(table.concat(layer:backward(x, x):view(-1):totable(), ' '), '1 1 0 0 0 0')
      check.equal(layer.noise:nElement(), 3)
      check.equal(layer.noise:dim(), x:dim())
      layer:evaluate()
      check.equal(layer:forward(x):min(), .7)
      check.raises(('nn.%s: expected training mode for backward, got evaluation'):format(name), layer.backward, layer, x, x)
      check.equal(tostring(layer), ('nn.%s(0.300000)'):format(name))
      check.equal(layer:clearState().noise:nElement(), 0)
      layer = nn[name](.5, true)
      layer:evaluate()
      check.equal(layer.stochastic_inference, true)
      torch.manualSeed(1)
      check.equal(layer:forward(x):min(), 0)
      layer:setp(0)
      check.equal(layer:forward(x):min(), 1)
      for _, p in ipairs {-1, 2, 0 / 0, 'x'} do
         check.raises(('nn.%s: expected a probability from 0 to 1'):format(name), nn[name], p)
         check.raises(('nn.%s: expected a probability from 0 to 1'):format(name), layer.setp, layer, p)
      end
      check.raises(('nn.%s: size mismatch: expected input of size C'):format(name), layer.forward, layer, torch.Tensor(2, 2))
      check.raises(('nn.%s: expected input (DoubleTensor), got FloatTensor'):format(name), layer.forward, layer, x:float())
      layer = nn[name]()
      check.raises(('nn.%s: expected updateOutput before backward'):format(name), layer.backward, layer, x, x)
   end
end

function test.zerosAroundAndCuts(check)
   local x = torch.range(1, 6):resize(1, 2, 3)
   local layer = nn.SpatialZeroPadding(1, 2, 0, -1)
   check.equal(table.concat(layer:forward(x):view(-1):totable(), ' '), '0 1 2 3 0 0')
   check.equal(table.concat(layer:backward(x, torch.range(1, 6):resize(1, 1, 6)):view(-1):totable(), ' '), '2 3 4 0 0 0')
   check.equal(tostring(layer), 'nn.SpatialZeroPadding(l=1, r=2, t=0, b=-1)')
   check.equal(tostring(nn.SpatialZeroPadding(1, nil, 2)), 'nn.SpatialZeroPadding(l=1, r=1, t=2, b=1)')
   check.equal(layer.pad_b, -1)
   check.raises('nn.SpatialZeroPadding: size mismatch: expected input of more than 3 in dimension 3, got 1x2x3',
      nn.SpatialZeroPadding(-1, -2, 0, 0).forward, nn.SpatialZeroPadding(-1, -2, 0, 0), x)
   check.raises('nn.SpatialZeroPadding: size mismatch: expected input of size CxHxW or NxCxHxW, got 2',
      layer.forward, layer, torch.Tensor(2))
   check.raises('nn.SpatialZeroPadding: size mismatch: expected gradOutput of size 1x1x6, got 1x2x3', layer.backward, layer, x, x)
   check.raises('nn.SpatialZeroPadding: expected a number as pad_l, got nil', nn.SpatialZeroPadding)
   check.raises('nn.SpatialZeroPadding: expected a number as pad_t, got inf', nn.SpatialZeroPadding, 1, 1, 1 / 0)
end

function test.squashes(check)
   local x = torch.Tensor {{1, -2}, {3, 0}}
   local layer = nn.SoftSign()
   check.near(layer:forward(x)[1][2], -2 / 3, 1e-15)
   check.equal(layer:backward(x, torch.ones(2, 2))[2][1], 1 / 16)
   check.equal(layer.temp[2][1], 4)
   check.equal(layer.tempgrad[2][1], 16)
   check.equal(layer:clearState().temp:dim(), 0)
   layer = nn.TanhShrink()
   check.near(layer:forward(x)[1][1], 1 - 0.76159415595576, 1e-13)
   check.equal(layer.tanh.output:dim(), 2)
   check.equal(layer:float().tanh:type(), 'torch.FloatTensor')
   for _, name in ipairs {'SoftSign', 'TanhShrink'} do
      layer = nn[name]()
      check.raises(('nn.%s: expected a tensor as input, got nil'):format(name), layer.forward, layer)
      check.raises(('nn.%s: size mismatch: expected gradOutput of size 2x2, got 2'):format(name), layer.backward, layer, x, torch.Tensor(2))
   end
end

-- Recorded from the original: connections and what is drawn for them.
function test.connections(check)
   local function text(t) return table.concat(t:view(-1):totable(), ' ') end
   check.equal(text(nn.tables.full(2, 3)), '1 1 2 1 1 2 2 2 1 3 2 3')
   check.equal(text(nn.tables.oneToOne(3)), '1 1 2 2 3 3')
   torch.manualSeed(1)
   check.equal(text(nn.tables.random(4, 3, 2)), '2 1 4 1 3 2 1 2 1 3 3 3')
   torch.manualSeed(1)
   local layer = nn.SpatialConvolutionMap(torch.Tensor {{1, 1}, {2, 1}, {1, 3}, {2, 3}, {1, 2}}, 2, 2, 1, 2)
   check.near(layer.weight[5][1][1], -0.103233, 1e-6)
   check.near(layer.bias[2], -0.186726, 1e-6)
   check.equal(layer.nOutputPlane, 3)
   -- A connection that comes twice counts twice; planes that are connected to nothing pass by.
   layer = nn.SpatialConvolutionMap(torch.Tensor {{1, 1}, {1, 1}}, 1, 1)
   layer.weight:fill(1)
   layer.bias:fill(0)
   check.equal(layer:forward(torch.ones(2, 1, 1))[1][1][1], 2)
   check.equal(layer:backward(torch.ones(2, 1, 1), torch.ones(1, 1, 1))[2][1][1], 0)
   layer:decayParameters(.5)
   check.equal(layer.weight[1][1][1], .5)
   check.equal(nn.SpatialConvolutionMap(torch.Tensor {{1, 2}}, 1, 1).bias[1], 0)
   for _, call in ipairs {{'full', 'a number of input planes, got 0', 0, 1}, {'full', 'a number of output planes, got nil', 1},
      {'oneToOne', 'a number of planes, got x', 'x'}, {'random', 'a number of connections from 1 to 2, got 3', 2, 1, 3}} do
      check.raises(('nn.tables.%s: expected %s'):format(call[1], call[2]), nn.tables[call[1]], table.unpack(call, 3))
   end
   for _, wrong in ipairs {3, torch.Tensor(2), torch.Tensor(2, 3), torch.Tensor {{1, 0}}} do
      check.raises('nn.SpatialConvolutionMap: expected a table of connections, Nx2, from 1 on', nn.SpatialConvolutionMap, wrong, 1, 1)
   end
   check.raises('nn.SpatialConvolutionMap: expected kH of 1 or more, got nil', nn.SpatialConvolutionMap, nn.tables.full(1, 1), 1)
   check.raises('nn.SpatialConvolutionMap: size mismatch: expected input of size 1xHxW or Nx1xHxW, or with more planes, got 1x1',
      layer.forward, layer, torch.Tensor(1, 1))
end

-- Recorded from the original: the same weights in the order of a matrix.
function test.weightsAsMatrices(check)
   torch.manualSeed(1)
   local layer = nn.SpatialConvolutionMM(2, 3, 2, 2, 2, 1, 1, 0)
   check.equal(layer.weight:size(2), 8)
   check.near(layer.weight[1][1], -0.0586743, 1e-7)
   check.near(layer.bias[3], 0.267369, 1e-6)
   check.equal(tostring(layer), 'nn.SpatialConvolutionMM(2 -> 3, 2x2, 2,1, 1,0)')
   check.equal(tostring(layer:noBias()), 'nn.SpatialConvolutionMM(2 -> 3, 2x2, 2,1, 1,0) without bias')
   check.equal(torch.isTypeOf(layer, 'nn.SpatialConvolution'), false)
   layer.padding = 2
   check.equal(layer:forward(torch.ones(2, 4, 4)):size(2), 7)
   check.equal(layer.padH, 2)
   check.equal(layer:float().finput:type(), 'torch.FloatTensor')
   check.raises('nn.SpatialConvolutionMM: expected kW of 1 or more, got nil', nn.SpatialConvolutionMM, 1, 1)
end

-- Recorded from the original, ties too.
function test.theLargestInTheirOrder(check)
   local layer = nn.TemporalDynamicKMaxPooling(3)
   check.equal(table.concat(layer:forward(torch.Tensor {{3}, {1}, {3}, {2}, {3}, {5}, {2}}):view(-1):totable(), ' '), '3 3 5')
   check.equal(table.concat(layer.indices:view(-1):totable(), ' '), '1 3 6')
   check.equal(layer:clearState().indices:dim(), 0)
   check.equal(nn.TemporalDynamicKMaxPooling(2, .7):forward(torch.Tensor(5, 3)):size(1), 4)
   check.raises('nn.TemporalDynamicKMaxPooling: size mismatch: expected input of 3 or more in dimension 2, got 4x2x1',
      layer.forward, layer, torch.Tensor(4, 2, 1))
   check.raises('nn.TemporalDynamicKMaxPooling: expected minK of 1 or more, got 0', nn.TemporalDynamicKMaxPooling, 0)
   check.raises('nn.TemporalDynamicKMaxPooling: expected a factor, got x', nn.TemporalDynamicKMaxPooling, 1, 'x')
end

return test
