-- net:summary: layers, sizes, parameters and memory.
require 'nn'
local test = {}

local function net()
   return nn.Sequential():add(nn.SpatialConvolution(3, 6, 5, 5)):add(nn.ReLU(true)):add(nn.SpatialMaxPooling(2, 2))
      :add(nn.View(-1):setNumInputDims(3)):add(nn.Linear(1176, 10)):add(nn.ConcatTable():add(nn.Identity()):add(nn.Tanh()))
end

function test.aTable(check)
   check.equal(tostring(net():summary {3, 32, 32}), [[
layer                                     output    parameters  memory
nn.Sequential                             {10, 10}           0     0 B
  (1) nn.SpatialConvolution(3 -> 6, 5x5)  6x28x28          456   45 KB
  (2) nn.ReLU                             6x28x28            0     0 B
  (3) nn.SpatialMaxPooling(2x2, 2,2)      6x14x14            0  9.4 KB
  (4) nn.View(-1)                         1176               0     0 B
  (5) nn.Linear(1176 -> 10)               10             11770  188 KB
  (6) nn.ConcatTable                      {10, 10}           0     0 B
    (6.1) nn.Identity                     10                 0     0 B
    (6.2) nn.Tanh                         10                 0    80 B
total                                                    12226  243 KB]])
end

function test.numbersOfIt(check)
   local summary = net():float():summary(torch.LongStorage {8, 3, 32, 32})
   check.equal(#summary.layers, 9)
   local row = summary.layers[2]
   check.equal(row.place .. ' ' .. row.output .. ' ' .. row.name, '1 8x6x28x28 nn.SpatialConvolution(3 -> 6, 5x5)')
   check.equal(row.memory, 4 * (2 * 456 + 8 * 6 * 28 * 28))
   check.equal(summary.layers[9].depth, 2)
   check.equal(summary.parameters, 12226)
end

function test.inputsOfAllKinds(check)
   local layer = nn.ParallelTable():add(nn.Tanh()):add(nn.LookupTable(10, 4))
   check.equal(layer:summary({{3}, {2, 5}}).layers[1].output, '{3, 2x5x4}')
   check.equal(nn.Tanh():summary(4).layers[1].output, '4')
   check.equal(nn.LookupTable(3, 2):summary(torch.LongTensor {3, 1}).layers[1].output, '2x2')
   check.equal(nn.Identity():summary({{2}, {{3}, {1}}}).layers[1].output, '{2, {3, 1}}')
end

function test.sharedParametersCountOnce(check)
   local layer = nn.Linear(2, 2)
   local summary = nn.Sequential():add(layer):add(layer):add(layer:clone('weight', 'bias')):summary {2}
   check.equal(summary.parameters, 6)
   check.equal(summary.layers[2].parameters, 6)
   check.equal(summary.layers[4].parameters, 0)
end

function test.theNetworkStaysAsItWas(check)
   local layer = nn.Sequential():add(nn.Dropout()):add(nn.BatchNormalization(3))
   local output = layer:forward(torch.ones(2, 3))
   torch.manualSeed(5)
   local first = torch.random()
   torch.manualSeed(5)
   layer:summary {4, 3}
   check.equal(torch.random(), first)
   check.equal(rawequal(layer.output, output), true)
   check.equal(output:size(1), 2)
   check.equal(layer.modules[1].train, true)
   check.equal(rawget(layer.modules[1], 'updateOutput'), nil)
end

function test.wrongSizes(check)
   check.raises('nn.Sequential: expected the size of an input, a tensor, or a table of them, got nil', net().summary, net())
   check.raises('nn.Sequential: expected the size of an input, a tensor, or a table of them, got table', net().summary, net(), {})
   check.raises('nn.Sequential: expected sizes of 1 or more, got -1', net().summary, net(), {3, -1})
   check.raises('nn.Sequential: expected sizes of 1 or more, got 2', net().summary, net(), {{1}, 2})
   check.raises('In 1 module of nn.Sequential:', net().summary, net(), {3, 4, 4})
end

return test
