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
   check.raises('nn.SpatialZeroPadding: size mismatch: expected input of size CxHxW or NxCxHxW, got 2', layer.forward, layer, torch.Tensor(2))
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

return test
