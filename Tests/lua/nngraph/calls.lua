-- Making nodes: calls, signs, splits, nests, and what is refused.
require 'nngraph'
local test = {}

local function node() return nn.Identity()() end

-- The modules that a node is fed from, as a text.
local function drawn(n)
   local parts = {}
   for i, child in ipairs(n.children) do parts[i] = drawn(child) end
   local data = n.data
   local name = data.module and torch.type(data.module):gsub('^.*%.', '') or data.selectindex or 'split'
   return #parts > 0 and name .. '(' .. table.concat(parts, ',') .. ')' or tostring(name)
end

function test.callsMakeNodes(check)
   local module, x, y = nn.CAddTable(), node(), node()
   local n = module {x, y}
   check.equal(torch.type(n), 'nngraph.Node')
   check.equal(torch.isTypeOf(n, 'graph.Node'), true)
   check.equal(n.data.module, module)
   check.equal(drawn(n), 'CAddTable(Identity,Identity)')
   check.equal(n.data.mapindex[2], y.data)
   check.equal(n.data.mapindex[y.data], 2)
   check.equal(x.data.reverseMap[n], true)
   check.equal(drawn(nn.Tanh()(n)), 'Tanh(CAddTable(Identity,Identity))')
   check.equal(drawn(nn.MSECriterion() {node(), node()}), 'ModuleFromCriterion(Identity,Identity)')
   check.equal(drawn(nn.Tanh()()), 'Tanh')
end

function test.signsMakeNodes(check)
   check.equal(drawn(- nn.Linear(2, 2) - nn.Tanh()), 'Tanh(Linear)')
   check.equal(drawn({node(), - nn.Tanh()} - nn.CAddTable() - nn.Sigmoid()), 'Sigmoid(CAddTable(Identity,Tanh))')
   check.equal(drawn({node(), node()} - nn.MSECriterion()), 'ModuleFromCriterion(Identity,Identity)')
end

function test.splitsMakeNodes(check)
   local x = node()
   local a, b = x:split(2)
   check.equal(drawn(a), '1(split(Identity))')
   check.equal(a.data.selectindex, 1)
   check.equal(b.data.selectindex, 2)
   check.equal(a.children[1], b.children[1])
   check.equal(a.children[1].data.nSplitOutputs, 2)
   check.equal(drawn(node():split(1)), 'JustElement(Identity)')
   check.equal(select('#', node():split(5)), 5)
   check.equal(select('#', node():split(2.9)), 2)
   for _, wrong in ipairs {0, -1, 0.5, 'x', 0 / 0, math.huge} do
      check.raises('nngraph.Node.split: expected a number of outputs, got ' .. tostring(wrong), x.split, x, wrong)
   end
   check.raises('nngraph.Node.split: expected a number of outputs, got nil', x.split, x)
end

function test.nestsMakeNodes(check)
   local x = node()
   check.equal(nngraph.nest(x), x)
   check.equal(drawn(nngraph.nest {x, {node()}, {node(), node()}}),
      'Identity(Identity,JustTable(Identity),Identity(Identity,Identity))')
   check.raises('nngraph.nest: Pass an input.', nngraph.nest)
   check.raises('nngraph.nest: Use {input1, input2} to pass multiple inputs.', nngraph.nest, x, x)
   local refused = 'nngraph.nest: expected a node or a table of nodes, got '
   check.raises(refused .. 'number', nngraph.nest, {x, 3})
   check.raises(refused .. 'an empty table', nngraph.nest, {{}})
   check.raises(refused .. 'nn.Tanh', nngraph.nest, {x, nn.Tanh()})
end

local forgotten = ' is an nn.Module, specifically a nn.Tanh, but the only valid thing to pass is an instance of '
   .. 'nngraph.Node. Did you forget a second set of parens, which convert a nn.Module to a nngraph.Node?'

function test.otherInputsAreRefused(check)
   local function call(...) return nn.CAddTable()(...) end
   check.raises('inputs[1] is nil (typo / bad index?)', call, nil)
   check.raises('inputs[1] should be an nngraph.Node but is of type number', call, 3)
   check.raises('inputs[1] should be an nngraph.Node but is of type torch.DoubleTensor', call, torch.ones(2))
   check.raises('inputs[2] should be an nngraph.Node but is of type table', call, {node(), {node()}})
   check.raises('inputs[1]' .. forgotten, call, nn.Tanh())
   check.raises('inputs[2]' .. forgotten, call, {node(), nn.Tanh()})
   check.raises('inputs[2] is nil (typo / bad index?)', call, {node(), nil, node()})
   check.raises('inputs[1] is nil (typo / bad index?)', call, {[1e300] = node()})
   check.raises('inputs[1] is nil (typo / bad index?)', call, {a = node()})
   check.raises('cannot pass an empty table of inputs. To indicate no incoming connections, leave the second set of '
      .. 'parens blank.', call, {})
   check.raises('Use {input1, input2} to pass multiple inputs.', call, node(), node())
   local x = node()
   check.raises("Don't pass the same input twice.", call, {x, x})
   check.raises('nngraph: expected a module behind the -, got number', function() return node() - 3 end)
   check.raises('nngraph: expected a module behind the -, got nngraph.Node', function() return nn.Tanh() - node() end)
   check.raises('inputs[1]' .. forgotten, function() return nn.Tanh() - nn.Tanh() end)
   check.raises('nngraph.Node does not define __unm__', function() return - node() end)
end

function test.nodesAreMadeOfTables(check)
   check.raises("nngraph.Node: expected a table of the node's data, got nil", nngraph.Node)
   check.raises("nngraph.Node: expected a table of the node's data, got 3", nngraph.Node, 3)
   check.raises("nngraph.Node: expected a table of the node's data, got nn.Tanh", nngraph.Node, nn.Tanh())
   local x = node()
   check.raises('nngraph.Node: expected an nngraph.Node, got 3', x.add, x, 3, true)
   check.raises('nngraph.Node: expected an nngraph.Node, got graph.Node', x.add, x, graph.Node(1), true)
end

-- Errors blame the script's line.
function test.whereErrorsWere(check)
   local ok, message = pcall(function() return nn.Tanh()(3) end)
   check.equal(ok, false)
   check.equal(message:match('^(.-):%d+: '), debug.getinfo(1, 'S').short_src)
end

return test
