-- nn.gModule: what it is made of, its methods.
require 'nngraph'
local test = {}

local function node() return nn.Identity()() end

-- {x, y} to {tanh(x + y), x + y}
local function pair()
   local x, y = node(), node()
   local sum = nn.CAddTable() {x, y}
   local net = nn.gModule({x, y}, {nn.Tanh()(sum), sum})
   return net, {torch.Tensor {1, 2}, torch.Tensor {3, 4}}, {torch.ones(2), torch.ones(2)}, sum
end

local function names(modules)
   local list = {}
   for i, module in ipairs(modules) do list[i] = torch.type(module):gsub('^.*%.', '') end
   return table.concat(list, ' ')
end

function test.fields(check)
   local net, input, gradOutput, sum = pair()
   check.equal(torch.isTypeOf(net, 'nn.Container'), true)
   check.equal(tostring(net), 'nn.gModule')
   check.equal(names(net.modules), 'Identity Identity CAddTable Tanh')
   check.equal(net.nInputs, 2)
   check.equal(net.verbose, false)
   check.equal(#net.forwardnodes, 9)
   check.equal(#net.backwardnodes, 9)
   check.equal(net.forwardnodes[1], net.innode)
   check.equal(net.backwardnodes[1], net.outnode)
   check.equal(net.forwardnodes[7].data, sum.data)
   check.equal(sum.data.forwardNodeId, net.forwardnodes[7].id)
   check.equal(net.output, net.outnode.data.input)
   check.equal(net.gradInput, nil)
   local output = net:forward(input)
   check.equal(output, net.output)
   check.equal(net:forward(input), output)
   check.equal(output[2], sum.data.module.output)
   local gradInput = net:backward(input, gradOutput)
   check.equal(gradInput, net.gradInput)
   check.equal(#sum.data.gradOutput, 2)
   check.equal(torch.isTensor(sum.data.gradOutputBuffer), true)
   check.equal(net:clearState(), net)
   for _, n in ipairs(net.forwardnodes) do
      check.equal(n.data.input or n.data.gradOutput or n.data.gradOutputBuffer, nil)
   end
   check.equal(#net.output, 0)
   check.equal(net:forward(input)[2][2], 6)
end

-- One input and one output are no tables.
function test.oneInputOneOutput(check)
   local x = node()
   local net = nn.gModule({x}, {nn.MulConstant(2)(x)})
   local input = torch.ones(2)
   check.equal(net:forward(input)[1], 2)
   check.equal(net:backward(input, input)[2], 2)
   check.equal(net.innode.data.input[1], input)
   local same = node()
   net = nn.gModule({same}, {same})
   check.equal(net:forward(input), input)
   check.equal(net:forward {input}[1], input)
end

function test.methodsOfContainers(check)
   local net, input = pair()
   check.equal(net:size(), 4)
   check.equal(torch.type(net:get(4)), 'nn.Tanh')
   net:evaluate()
   check.equal(net.train or net.modules[1].train, false)
   net:training()
   check.equal(net.train and net.modules[4].train, true)
   local seen = {}
   net:apply(function(module) seen[#seen + 1] = module end)
   check.equal(names(seen), 'gModule Identity Identity CAddTable Tanh')
   check.equal(#net:findModules 'nn.Identity', 2)
   check.equal(net:float(), net)
   check.equal(net:type(), 'torch.FloatTensor')
   check.equal(torch.type(net:forward {input[1]:float(), input[2]:float()}[1]), 'torch.FloatTensor')
end

function test.oneModuleOfTwoNodes(check)
   local shared, x = nn.Linear(2, 2), node()
   local net = nn.gModule({x}, {shared(shared(x))})
   check.equal(#net.modules, 3)
   check.equal(#net:parameters(), 4)
   check.equal(net:getParameters():nElement(), 6)
   net:replace(function(module) return torch.type(module) == 'nn.Linear' and nn.Linear(2, 2) or module end)
   check.equal(net.modules[2], net.modules[3])
end

function test.replace(check)
   local net, input = pair()
   check.equal(net:replace(function(module) return torch.type(module) == 'nn.Tanh' and nn.Sigmoid() or module end), net)
   check.equal(names(net.modules), 'Identity Identity CAddTable Sigmoid')
   check.near(net:forward(input)[1][1], 1 / (1 + math.exp(-4)), 1e-12)
   check.equal(torch.type(net:replace(function() return nn.Tanh() end)), 'nn.Tanh')
end

function test.map(check)
   local net = pair()
   local clone, pairs = net:clone(), 0
   net:map(clone, function(mine, theirs)
      check.equal(torch.type(mine), torch.type(theirs))
      check.equal(rawequal(mine, theirs), false)
      pairs = pairs + 1
   end)
   check.equal(pairs, 4)
   local x = node()
   local other = nn.gModule({x}, {nn.Tanh()(x)})
   check.raises('trying to map another gModule with a different structure: expected 9 nodes, got 4', net.map, net, other, print)
   check.raises('nn.gModule.map: expected a gModule, got nn.Tanh', net.map, net, nn.Tanh(), print)
   check.raises('nn.gModule.map: expected a function, got nil', net.map, net, clone)
end

function test.forwardFunctions(check)
   local net, input = pair()
   local seen = {}
   local output = net:runForwardFunction(function(module, value)
      seen[#seen + 1] = module
      return torch.isTensor(value) and value or value[1]
   end, input)
   check.equal(names(seen), 'Identity Identity CAddTable Tanh')
   check.equal(output[1], input[1])
   check.equal(net:runForwardFunction('updateOutput', input)[2][1], 4)
   check.raises('nn.Identity: expected a method bogus, got nil', net.runForwardFunction, net, 'bogus', input)
   check.raises('nn.gModule.runForwardFunction: expected a function or the name of one, got nil', net.runForwardFunction, net)
end

-- A module whose gradInput is turned off ends the way back.
function test.gradientsMayEnd(check)
   local x, layer = node(), nn.Linear(2, 2)
   layer.gradInput = nil
   local net = nn.gModule({x}, {layer(nn.Tanh()(x))})
   local input = torch.ones(2)
   net:forward(input)
   net:zeroGradParameters()
   check.equal(net:backward(input, input), nil)
   check.equal(layer.gradBias[1], 1)
   -- What lies behind a split gets zeros for the part without a gradient.
   local state, linear = node(), nn.Linear(2, 2)
   linear.gradInput = nil
   local a, b = state:split(2)
   net = nn.gModule({state}, {nn.CAddTable() {linear(a), b}})
   net:forward {input, input}
   local gradient = net:backward({input, input}, input)
   check.equal(gradient[1]:sum(), 0)
   check.equal(gradient[2]:sum(), 2)
end

function test.stepsOfSingleSamples(check)
   local x = node()
   local net = nn.gModule({x}, {nn.Linear(2, 1)(x)})
   local weight, before = net.modules[2].weight, net.modules[2].weight:clone()
   local input = torch.Tensor {1, 2}
   net:forward(input)
   net:backwardUpdate(input, torch.ones(1), 0.5)
   check.near(weight[1][2], before[1][2] - 1, 1e-12)
end

function test.networksInNetworks(check)
   local inner = pair()
   local x, y = node(), node()
   local a, b = inner {x, y}:split(2)
   local net = nn.gModule({x, y}, {nn.Sequential():add(nn.MulConstant(3))(b), a})
   local input = {torch.ones(2), torch.ones(2)}
   check.equal(net:forward(input)[1][1], 6)
   check.equal(net:backward(input, {torch.ones(2), torch.zeros(2)})[2][1], 3)
   check.equal(net:clone():forward(input)[1][1], 6)
end

-- Neither a deep graph nor networks within networks come to Lua's limit of 200 calls through C.
function test.deepNetworks(check)
   local x = node()
   local last = x
   for _ = 1, 1000 do last = nn.Identity()(last) end
   local net, input = nn.gModule({x}, {last}), torch.ones(2)
   check.equal(net:clone():forward(input), input)
   check.equal(torch.deserialize(torch.serialize(net, 'ascii'), 'ascii'):forward(input), input)
   check.equal(net:float():clearState(), net)
   local module = nn.MulConstant(1)
   for _ = 1, 150 do
      local y = node()
      module = nn.gModule({y}, {module(y)})
   end
   check.equal(module:clone():forward(input)[1], 1)
end

-- Files written before networks had a list of their modules.
function test.oldFiles(check)
   local net, input = pair()
   net.modules = nil
   local again = torch.deserialize(torch.serialize(net))
   check.equal(names(again.modules), 'Identity Identity CAddTable Tanh')
   check.equal(again:forward(input)[2][1], 4)
   net.forwardnodes = 3
   check.raises('nn.gModule: expected a table of nodes as forwardnodes, got 3', torch.deserialize, torch.serialize(net))
end

return test
