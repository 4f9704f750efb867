-- What cannot be a network, and what networks refuse.
require 'nngraph'
local test = {}

local file = debug.getinfo(1, 'S').short_src
local function node() return nn.Identity()() end
local function line(offset) return ('[%s]:%d_'):format(file, debug.getinfo(2, 'l').currentline + (offset or 0)) end

function test.listsOfNodes(check)
   local x = node()
   check.raises('nngraph: expected a table of nodes as outputs, got nil', nn.gModule)
   check.raises('nngraph: expected a table of nodes as inputs, got string', nn.gModule, 'x', {x})
   check.raises('nngraph: expected a table of nodes as outputs, got nngraph.Node', nn.gModule, {x}, x)
   check.raises('nn.gModule: no inputs are not supported', nn.gModule, {}, {x})
   check.raises('nn.gModule: no outputs are not supported', nn.gModule, {x}, {})
   check.raises('inputs[1] should be an nngraph.Node but is of type number', nn.gModule, {3}, {x})
   check.raises('outputs[2] is nil (typo / bad index?)', nn.gModule, {x}, {x, nil, x})
   check.raises('outputs[1] is an nn.Module, specifically a nn.Tanh', nn.gModule, {x}, {nn.Tanh()})
   check.raises("Don't pass the same input twice.", nn.gModule, {x}, {x, x})
end

function test.nodesThatLeadNowhere(check)
   local x = node(); local unused = node(); local at = line()
   check.raises(('nn.gModule: inputs[2], the node declared on %s, does not connect to gmodule output'):format(at),
      nn.gModule, {x, unused}, {nn.Tanh()(x)})
   local y = node()
   local _ = nn.Sigmoid()(y); at = line()
   check.raises(('nn.gModule: node declared on %s does not connect to gmodule output'):format(at),
      nn.gModule, {y}, {nn.Tanh()(y)})
   local z = node(); at = line()
   local a = z:split(3); local where = line():gsub('_$', '')
   check.raises(('2 of split(3) outputs from the node declared at %s split at %s-mnode are unused'):format(at, where),
      nn.gModule, {z}, {a})
end

function test.nodesWithoutInput(check)
   local x = node()
   local bare = nn.Tanh()(); local at = line()
   check.raises(('nn.gModule: node declared on %s, nn.Tanh, has no input and is not among the inputs'):format(at),
      nn.gModule, {x}, {nn.CAddTable() {x, bare}})
   local y = node()
   nn.gModule({y}, {y})
   check.raises('nn.gModule: one of the nodes is a part of another gModule already', nn.gModule, {y}, {nn.Tanh()(y)})
end

function test.cycles(check)
   local x = node()
   local a = nn.CAddTable()(x)
   local b = nn.Tanh()(a)
   a:add(b, true)
   check.raises('Graph has cycles', nn.gModule, {x}, {b})
end

local function pair()
   local x, y = node(), node()
   local sum = nn.CAddTable() {x, y}; local at = line()
   local a, b = nn.SplitTable(1)(sum):split(2)
   return nn.gModule({x, y}, {a, b}), at
end
local function matrices(...)
   local list = {}
   for i, rows in ipairs {...} do list[i] = torch.ones(rows, 3) end
   return list
end

function test.inputs(check)
   local net = pair()
   local two = 'nn.gModule: expecting table of 2 inputs, got '
   check.raises(two .. 'nil', net.forward, net)
   check.raises(two .. 'number', net.forward, net, 3)
   check.raises(two .. 'torch.DoubleTensor', net.forward, net, torch.ones(2))
   check.raises('nn.gModule: Got 1 inputs instead of 2', net.forward, net, matrices(2))
   check.raises('nn.gModule: Got 3 inputs instead of 2', net.forward, net, matrices(2, 2, 2))
   check.raises('nn.gModule: split(2) cannot split 3 outputs', net.forward, net, matrices(3, 3))
   local x = node()
   check.raises('nn.gModule: Got 0 inputs instead of 1', function() nn.gModule({x}, {nn.Tanh()(x)}):forward() end)
   local state = node()
   local one = nn.gModule({state}, {state:split(2)})
   check.raises('nn.gModule: split(2) cannot split torch.DoubleTensor outputs', one.forward, one, torch.ones(2))
   check.raises('nn.gModule: split(2) cannot split 0 outputs', one.forward, one, {})
   -- After an error the network is as good as before.
   check.equal(net:forward(matrices(2, 2))[1][1], 2)
end

function test.gradients(check)
   local net = pair()
   local input = matrices(2, 2)
   net:forward(input)
   check.raises('nn.gModule: expected a gradient of the output, got nil', net.backward, net, input)
   check.raises('nn.gModule: Got 1 gradOutputs instead of 2', net.backward, net, input, {torch.ones(3)})
   check.raises('nn.gModule: Got torch.DoubleTensor gradOutputs instead of 2', net.backward, net, input, torch.ones(3))
   check.equal(net:backward(input, {torch.ones(3), torch.ones(3)})[1][1][1], 1)
end

function test.orderOfCalls(check)
   local net = pair()
   local gradients = {torch.ones(3), torch.ones(3)}
   check.raises('nn.gModule: updateGradInput before updateOutput', net.updateGradInput, net, nil, gradients)
   local x = node()
   local other = nn.gModule({x}, {nn.Linear(2, 2)(x)})
   check.raises('nn.gModule: accGradParameters before updateGradInput', other.accGradParameters, other, nil, gradients)
   other:forward(torch.ones(2))
   other:clearState()
   check.raises('nn.gModule: updateGradInput before updateOutput', other.updateGradInput, other, nil, torch.ones(2))
end

-- An error says in which module, and where that was put into the network.
function test.whichNode(check)
   local net, at = pair()
   local ok, message = pcall(net.forward, net, {torch.ones(2, 3), torch.ones(2, 4)})
   check.equal(ok, false)
   check.equal(message:match '^[^\n]*\n(.-)\nstack traceback', ('In nn.CAddTable declared on %s of nn.gModule:\n'
      .. 'nn.CAddTable: size mismatch: expected input of as many elements as 2x3, got 2x4'):format(at))
   local outer = nn.Sequential():add(nn.Identity()):add(net)
   ok, message = pcall(outer.forward, outer, {torch.ones(2, 3), torch.ones(2, 4)})
   check.equal(ok, false)
   check.equal(message:match '^[^\n]*\n(.-)\nnn%.CAddTable: ',
      ('In 2 module of nn.Sequential:\nIn nn.CAddTable declared on %s of nn.gModule:'):format(at))
end

-- As in Torch7: a module that is called makes a node.
function test.callsAreNoForward(check)
   check.raises('inputs[1] should be an nngraph.Node but is of type torch.DoubleTensor', pair(), torch.ones(2))
end

return test
