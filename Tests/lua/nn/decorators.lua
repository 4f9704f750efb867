-- Modules around modules, and what only watches.
require 'nn'
local test = {}

local function tensor(...) return torch.Tensor {...} end

-- What a function prints.
local function printed(f, ...)
   local lines, original = {}, print
   print = function(...)
      local parts = table.pack(...)
      for i = 1, parts.n do parts[i] = tostring(parts[i]) end
      lines[#lines + 1] = table.concat(parts, '\t')
   end
   local ok, message = pcall(f, ...)
   print = original
   if not ok then error(message, 0) end
   return table.concat(lines, '\n')
end

function test.decoratorsHandOn(check)
   local linear = nn.Linear(3, 2)
   local layer, x = nn.Decorator(linear), tensor(1, 2, 3)
   check.equal(rawequal(layer:forward(x), linear.output), true)
   layer:zeroGradParameters()
   check.equal(rawequal(layer:backward(x, tensor(1, 1)), linear.gradInput), true)
   check.equal(linear.gradBias[1], 1)
   layer:accUpdateGradParameters(x, tensor(1, 1), 1)
   check.equal(#layer:parameters(), 2)
   check.equal(tostring(layer), 'nn.Decorator @ nn.Linear(3 -> 2)')
   check.raises('nn.Decorator: expected a module, got nil', nn.Decorator)
   local class = torch.class('nn.DecoratedForTheTest', 'nn.Container')
   nn.Decorator.decorate(class)
   function class:__init() nn.Container.__init(self); self.modules[1] = linear end
   check.equal(rawequal(nn.DecoratedForTheTest():forward(x), linear.output), true)
   nn.DecoratedForTheTest = nil
end

function test.typesAreKept(check)
   local layer = nn.DontCast(nn.Linear(2, 1):float(), true):double()
   check.equal(layer.modules[1].weight:type(), 'torch.FloatTensor')
   check.equal(layer.moduleType, 'torch.FloatTensor')
   check.equal(layer:forward(tensor(1, 2)):type(), 'torch.DoubleTensor')
   check.equal(layer:backward(tensor(1, 2), tensor(1)):type(), 'torch.DoubleTensor')
   check.equal(layer:float():forward(torch.FloatTensor {1, 2}):type(), 'torch.FloatTensor')
   check.equal(layer:type(), 'torch.FloatTensor')
   local plain = nn.DontCast(nn.Linear(2, 1):float()):double()
   check.equal(plain:forward(torch.FloatTensor {1, 2}):type(), 'torch.FloatTensor')
   local inside = nn.DontCast(nn.Linear(2, 1):float(), true, false)
   check.equal(inside:forward(tensor(1, 2)):type(), 'torch.FloatTensor')
   check.equal(inside:backward(tensor(1, 2), torch.FloatTensor {1}):type(), 'torch.DoubleTensor')
   local nested = nn.DontCast(nn.Identity():float(), true, nil, 'torch.FloatTensor')
   check.equal(nested:forward({tensor(1), {tensor(2)}})[2][1]:type(), 'torch.DoubleTensor')
   check.equal(nested.modules[1].output[2][1]:type(), 'torch.FloatTensor')
end

function test.copiesChangeTheType(check)
   local layer = nn.Copy('torch.DoubleTensor', 'torch.FloatTensor', false, true)
   check.equal(layer:forward(tensor(1.5))[1], 1.5)
   check.equal(layer.output:type(), 'torch.FloatTensor')
   check.equal(layer:backward(tensor(1.5), torch.FloatTensor {2}):type(), 'torch.DoubleTensor')
   check.equal(layer:double().output:type(), 'torch.FloatTensor')
   local same, x = nn.Copy(), tensor(1)
   check.equal(rawequal(same:forward(x), x), true)
   check.equal(nn.Copy('torch.DoubleTensor', 'torch.DoubleTensor', true):forward(x):storage() == x:storage(), false)
   check.raises("nn.Copy: expected the name of a tensor type, such as 'torch.FloatTensor', got a", nn.Copy, 'a')
end

function test.nanIsFound(check)
   local nan, x = 0 / 0, tensor(1, 2)
   local linear = nn.Linear(2, 1)
   local layer = nn.NaN(linear, 5)
   layer:zeroGradParameters()
   layer:forward(x)
   layer:backward(x, tensor(1))
   local function raises(what, f, ...) check.raises(('NaN found in %s of module :\nnn.NaN(5) @ nn.Linear(2 -> 1)'):format(what), f, ...) end
   raises('input', layer.forward, layer, tensor(1, nan))
   raises('gradOutput', layer.backward, layer, x, tensor(nan))
   linear.gradBias[1] = nan
   raises('gradParameters', layer.accGradParameters, layer, x, tensor(1))
   linear.bias[1] = nan
   raises('parameters', layer.forward, layer, x)
   check.raises('NaN found in output of module :\nnn.NaN(7) @ nn.Log', function() nn.NaN(nn.Log(), 7):forward(tensor(-1)) end)
   -- Infinities of both signs have a sum that is none of them.
   nn.NaN(nn.Identity()):forward(tensor(1 / 0, -1 / 0))
   check.equal(nn.NaN(nn.Identity()).id + 1, nn.NaN(nn.Identity()).id)
end

function test.passesAreTimed(check)
   local layer = nn.Profile(nn.Tanh(), 2, 'bob')
   local text = printed(function()
      for _ = 1, 4 do layer:forward(tensor(1)) end
      for _ = 1, 2 do layer:backward(tensor(1), tensor(1)) end
   end)
   check.equal((text:gsub('%d%.%d%d%d', 'T')), [[
bob took T seconds for 2 forward passes
bob took T seconds for 2 forward passes
bob took T seconds for 2 backward passes]])
   check.equal(nn.Profile(nn.Tanh()).print_interval, 100)
   check.equal(nn.Profile(nn.Tanh()).name, 'nn.Tanh')
   check.raises('nn.Profile: expected a number of passes, got 0', nn.Profile, nn.Tanh(), 0)
end

-- Recorded from the original.
function test.sizesArePrinted(check)
   local layer, x = nn.PrintSize 'x', torch.Tensor(3, 2)
   check.equal(printed(layer.forward, layer, x), 'x:input\n\t 3\n 2\n[torch.LongStorage of size 2]\n')
   check.equal(printed(layer.backward, layer, x, x), 'x:gradOutput\n\t 3\n 2\n[torch.LongStorage of size 2]\n')
   check.equal(rawequal(layer.output, x) and rawequal(layer.gradInput, x), true)
   check.equal(nn.PrintSize().prefix, 'PrintSize')
end

function test.devicesPass(check)
   local layer = nn.GPU(nn.Linear(2, 1), 3)
   check.equal(layer.outdevice, 3)
   check.equal(tostring(layer), 'nn.GPU(3) @ nn.Linear(2 -> 1)')
   local output = layer:forward(tensor(1, 2))
   check.equal(layer:clone():forward(tensor(1, 2))[1], output[1])
   check.equal(layer:setDevice(1).device, 1)
   check.equal(layer:float():forward(torch.FloatTensor {1, 2}):type(), 'torch.FloatTensor')
   check.raises('nn.GPU: expected the number of a device, got nil', nn.GPU, nn.Tanh())
   check.raises('nn.GPU: expected a module, got 1', nn.GPU, 1, 2)
end

function test.bottlesTakeMoreDimensions(check)
   local layer = nn.Bottle(nn.Linear(3, 2))
   check.equal(layer:forward(torch.Tensor(4, 5, 3)):dim(), 3)
   check.equal(rawequal(layer:forward(torch.Tensor(4, 5, 3)), layer.output), true)
   check.equal(layer:forward(tensor(1, 2, 3)):dim(), 1)
   layer:zeroGradParameters()
   layer:backward(torch.Tensor(4, 5, 3):fill(1), torch.Tensor(4, 5, 2):fill(1))
   check.equal(layer.modules[1].gradBias[1], 20)
   layer:accUpdateGradParameters(torch.Tensor(4, 5, 3):fill(1), torch.Tensor(4, 5, 2):fill(1), 1)
   check.raises('nn.Bottle: size mismatch: expected output of 3 dimensions, got 20x2',
      function() nn.Bottle(nn.Linear(3, 2), 2, 3):forward(torch.Tensor(4, 5, 3)) end)
   check.raises('nn.Bottle: expected a number of dimensions, got 0', nn.Bottle, nn.Tanh(), 0)
end

function test.mapsCloneAsTheyNeed(check)
   local map = nn.MapTable(nn.Linear(2, 1))
   map:forward {tensor(1, 2), tensor(3, 4), tensor(5, 6)}
   check.equal(#map.modules, 3)
   check.equal(map.modules[3].weight:storage(), map.module.weight:storage())
   check.equal(#map:forward {tensor(1, 2)}, 1)
   check.equal(#map.modules, 3)
   map:resize(2)
   check.equal(#map.modules, 2)
   map:zeroGradParameters()
   map:forward {tensor(1, 2), tensor(1, 2)}
   map:backward({tensor(1, 2), tensor(1, 2)}, {tensor(1), tensor(1)})
   check.equal(map.module.gradBias[1], 2)
   local before = map.module.bias[1]
   map:updateParameters(1)
   check.near(map.module.bias[1], before - 2, 1e-15)
   check.equal(#map:clearState().modules, 1)
   local apart = nn.MapTable(nn.Linear(2, 1), false)
   apart:resize(2)
   check.equal(apart.modules[2].weight:storage() == apart.module.weight:storage(), false)
   check.equal(tostring(nn.MapTable()), 'nn.MapTable { }')
   check.equal(tostring(nn.MapTable(nn.Tanh())), 'nn.MapTable {\n  nn.Tanh\n}')
   check.raises('nn.MapTable: expected one module alone, got nn.Tanh', map.add, map, nn.Tanh())
   check.raises('In 2 module of nn.MapTable:\nnn.Linear: size mismatch', map.forward, map, {tensor(1, 2), tensor(1)})
   check.raises('nn.MapTable: expected a module, got nil', function() nn.MapTable():forward {tensor(1)} end)
end

function test.slicesHaveTheirLayers(check)
   local net = nn.Parallel(1, 1):add(nn.Linear(2, 1)):add(nn.Linear(2, 3))
   local x = torch.Tensor {{1, 2}, {3, 4}}
   check.equal(net:forward(x):size(1), 4)
   check.equal(net.totalOutputSize[1], 4)
   check.equal(net:backward(x, torch.Tensor(4):fill(1)):size(2), 2)
   check.equal(tostring(net), [[
nn.Parallel {
  input
    |`-> (1): nn.Linear(2 -> 1)
     `-> (2): nn.Linear(2 -> 3)
     ... -> output
}]])
   check.raises('nn.Parallel: expected an input of at most 2 slices, got 3x2', net.forward, net, torch.Tensor(3, 2))
   check.raises('nn.Parallel: size mismatch: expected gradOutput of size 4, got 3', net.backward, net, x, torch.Tensor(3))
   check.raises('In 1 module of nn.Parallel:\nnn.Linear: size mismatch', net.forward, net, torch.Tensor(2, 3))
end

function test.depthsAreCentered(check)
   local net = nn.DepthConcat(1):add(nn.Identity()):add(nn.Narrow(2, 2, 2))
   local x = torch.range(1, 4):view(1, 4, 1)
   local output = net:forward(x)
   check.equal(table.concat(output:view(-1):totable(), ' '), '1 2 3 4 0 2 3 0')
   check.equal(net.outputSize[1], 2)
   check.equal(net:backward(x, output:clone():fill(1))[1][2][1], 2)
end

return test
