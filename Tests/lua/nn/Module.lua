-- nn.Module: what every layer has.
require 'nn'
local test = {}

local function names(object)
   local list = {}
   for name in pairs(object) do list[#list + 1] = name end
   table.sort(list)
   return table.concat(list, ' ')
end

function test.fieldsAreTheOriginals(check)
   check.equal(names(nn.Module()), '_type gradInput output')
   check.equal(names(nn.Linear(2, 2)), '_type bias gradBias gradInput gradWeight output weight')
   check.equal(names(nn.ReLU()), '_type gradInput inplace output threshold val')
   check.equal(names(nn.View(4):setNumInputDims(1)), '_type gradInput numElements numInputDims output size')
   check.equal(names(nn.Reshape(2, true)), '_type batchMode batchsize gradInput nelement output size')
   check.equal(names(nn.Dropout()), '_type gradInput noise output p stochastic_inference train v2')
   check.equal(names(nn.LookupTable(2, 2)), '_type gradInput gradWeight output paddingValue weight')
   check.equal(names(nn.Sequential()), '_type gradInput modules output')
   check.equal(names(nn.Concat(1)), '_type dimension gradInput modules output outputSize')
   check.equal(names(nn.MSECriterion()), 'gradInput output sizeAverage')
   check.equal(names(nn.ClassNLLCriterion()), 'gradInput ignoreIndex output output_tensor sizeAverage target total_weight_tensor')
   check.equal(names(nn.StochasticGradient(nn.Tanh(), nn.MSECriterion())),
      'criterion learningRate learningRateDecay maxIteration module shuffleIndices verbose')
end

function test.layersAreShownAsTheOriginalShowsThem(check)
   for text, layer in pairs {
      ['nn.Module'] = nn.Module(), ['nn.Tanh'] = nn.Tanh(), ['nn.Linear(4 -> 2)'] = nn.Linear(4, 2),
      ['nn.Linear(4 -> 3) without bias'] = nn.Linear(4, 3, false), ['nn.View(2, -1)'] = nn.View(2, -1),
      ['nn.Reshape(2x3)'] = nn.Reshape(2, 3), ['nn.Dropout(0.300000)'] = nn.Dropout(.3), ['nn.Threshold'] = nn.Threshold(),
      ['nn.LookupTable'] = nn.LookupTable(2, 2), ['nn.MSECriterion'] = nn.MSECriterion(),
   } do
      check.equal(tostring(layer), text)
   end
end

function test.modesAndZeroingReturnNothing(check)
   local net = nn.Sequential():add(nn.Linear(2, 2))
   check.equal(select('#', net:evaluate()), 0)
   check.equal(net.train, false)
   check.equal(net.modules[1].train, false)
   check.equal(select('#', net:training()), 0)
   check.equal(net.modules[1].train, true)
   check.equal(select('#', net:zeroGradParameters()), 0)
   check.equal(select('#', net:updateParameters(0)), 0)
end

function test.parametersOfLayersWithoutWeightOrBias(check)
   check.equal(select('#', nn.Tanh():parameters()), 0)
   local layer = nn.Linear(2, 3)
   local parameters, gradients = layer:parameters()
   check.equal(#parameters, 2)
   check.equal(rawequal(gradients[2], layer.gradBias), true)
   check.equal(#nn.Linear(2, 3, false):parameters(), 1)
end

function test.gradientsMayBeMissing(check)
   local layer, x = nn.Linear(2, 2), torch.Tensor(2):fill(1)
   layer.gradWeight = nil
   check.equal(layer:forward(x):dim(), 1)
   check.equal(layer:updateGradInput(x, x):dim(), 1)
   check.raises('nn.Linear: expected gradWeight', layer.backward, layer, x, x)
end

function test.aStepOfItsOwn(check)
   local layer = nn.Linear(1, 1)
   layer.weight:fill(1)
   layer.bias:fill(0)
   layer:zeroGradParameters()
   layer:backwardUpdate(torch.Tensor {2}, torch.Tensor {3}, 0.5)
   check.equal(layer.weight[1][1], 1 - 0.5 * 6)
   check.equal(layer.bias[1], -0.5 * 3)
   check.equal(layer.gradWeight[1][1], 0)
   layer:backward(torch.Tensor {2}, torch.Tensor {1})
   layer:updateParameters(0.25)
   check.equal(layer.weight[1][1], -2 - 0.25 * 2)
   check.raises('nn.Linear: expected a learning rate, got nil', layer.updateParameters, layer)
end

function test.aListOfParametersOfItsOwnIsHeeded(check)
   local Pair, Parent = torch.class('nn.PairForTheTest', 'nn.Module')
   function Pair:__init()
      Parent.__init(self)
      self.a, self.da = torch.Tensor {1}, torch.Tensor {2}
   end
   function Pair:parameters() return {self.a}, {self.da} end
   local pair = nn.PairForTheTest()
   pair:updateParameters(1)
   check.equal(pair.a[1], -1)
   pair:zeroGradParameters()
   check.equal(pair.da[1], 0)
end

function test.callsAreForwardAndBackward(check)
   local x, layer = torch.Tensor {0.5}, nn.Tanh()
   check.near(layer(x)[1], math.tanh and math.tanh(0.5) or 0.46211715726001, 1e-14)
   local output, gradInput = layer(x, torch.Tensor {1})
   check.equal(output, layer.output)
   check.equal(gradInput, layer.gradInput)
   local loss, gradient = nn.MSECriterion()(torch.Tensor {1, 1}, torch.Tensor {0, 0})
   check.equal(loss, 1)
   check.equal(gradient[2], 1)
end

function test.shareLetsFieldsBeViews(check)
   local a, b = nn.Linear(2, 2), nn.Linear(2, 2)
   check.equal(a:share(b, 'weight', 'nothing'), a)
   check.equal(a.weight:storage(), b.weight:storage())
   check.equal(a.bias:storage() == b.bias:storage(), false)
   check.equal(a.shared and b.shared, true)
   -- What is shared is stepped once by each, from gradients of its own.
   local x = torch.Tensor {1, 1}
   a.weight:fill(0)
   a:accUpdateGradParameters(x, x, 1)
   check.equal(b.weight[1][1], -1)
end

function test.modulesAreFoundAndReplaced(check)
   local inner = nn.Concat(1):add(nn.Linear(2, 2)):add(nn.Tanh())
   local net = nn.Sequential():add(nn.Linear(2, 2)):add(inner)
   local found, containers = net:findModules 'nn.Linear'
   check.equal(#found, 2)
   check.equal(rawequal(containers[1], net) and rawequal(containers[2], inner), true)
   found, containers = net:findModules 'nn.Sequential'
   check.equal(rawequal(found[1], net) and rawequal(containers[1], net), true)
   local types = {}
   for i, module in ipairs(net:listModules()) do types[i] = torch.type(module) end
   check.equal(table.concat(types, ' '), 'nn.Sequential nn.Linear nn.Concat nn.Linear nn.Tanh')
   local order = {}
   net:apply(function(module) order[#order + 1] = torch.type(module) end)
   check.equal(table.concat(order, ' '), table.concat(types, ' '))
   net:replace(function(module) return torch.type(module) == 'nn.Tanh' and nn.Sigmoid() or module end)
   check.equal(torch.type(inner.modules[2]), 'nn.Sigmoid')
end

function test.typeConvertsWholeStoragesOnce(check)
   local net = nn.Sequential():add(nn.Linear(2, 2)):add(nn.Dropout())
   local flat = net:getParameters()
   local input = torch.LongTensor {1}
   net.modules[1].numbers = input
   check.equal(net:type(), 'torch.DoubleTensor')
   check.equal(rawequal(net:float(), net), true)
   check.equal(net:type(), 'torch.FloatTensor')
   local layer = net.modules[1]
   check.equal(layer.weight:type(), 'torch.FloatTensor')
   check.equal(layer.numbers:type(), 'torch.FloatTensor')
   check.equal(layer.weight:storage(), layer.bias:storage())
   check.equal(layer.bias:storageOffset(), 5)
   check.equal(net.modules[2].noise:type(), 'torch.FloatTensor')
   check.equal(rawequal(net.modules[1].output, layer.output), true)
   -- The flat tensor from before is left behind.
   check.equal(flat:type(), 'torch.DoubleTensor')
   check.equal(net:double():type(), 'torch.DoubleTensor')
   for _, wrong in ipairs {'torch.Foo', 'Float', 'torch.FloatStorage'} do
      check.raises("nn.Module.type: expected the name of a tensor type, such as 'torch.FloatTensor', got " .. wrong, net.type, net, wrong)
   end
   check.raises('nn.MSECriterion: expected a type to convert to, got nil', nn.MSECriterion().type, nn.MSECriterion())
end

function test.clearStateDropsWhatCallsLeave(check)
   local net = nn.Sequential():add(nn.Linear(2, 2)):add(nn.Dropout())
   net:forward(torch.Tensor(3, 2):fill(1))
   check.equal(rawequal(net:clearState(), net), true)
   check.equal(net.output:dim() + net.modules[1].output:dim() + net.modules[2].noise:dim(), 0)
   check.equal(net.output == net.modules[2].output, false)
end

return test
