-- JustElement, JustTable, ModuleFromCriterion; what is nested.
require 'nngraph'
local nesting = require 'nngraph.nesting'
local utils = require 'nngraph.utils'
local test = {}

function test.justElement(check)
   local module, x = nngraph.JustElement(), torch.ones(2)
   check.equal(module:forward {x}, x)
   check.equal(module:backward({x}, x)[1], x)
   check.raises('nngraph.JustElement: expected a table of one element, got 2', module.forward, module, x)
   check.raises('nngraph.JustElement: expected a table of one element, got table', module.forward, module, {x, x})
   check.raises('nngraph.JustElement: expected a table of one element, got table', module.forward, module, {})
   check.equal(tostring(module), 'nngraph.JustElement')
end

function test.justTable(check)
   local module, x = nngraph.JustTable(), torch.ones(2)
   check.equal(module:forward(x)[1], x)
   check.equal(module:backward(x, {x}), x)
   check.raises('nngraph.JustTable: expected an input, got nil', module.forward, module)
   check.raises('nngraph.JustTable: expected a table of one gradient, got 2', module.backward, module, x, x)
end

function test.moduleFromCriterion(check)
   local module = nn.ModuleFromCriterion(nn.MSECriterion())
   local input = {torch.Tensor {1, 2}, torch.Tensor {3, 5}}
   local output = module:forward(input)
   check.equal(torch.type(output), 'torch.DoubleTensor')
   check.equal(output[1], 6.5)
   local gradient = module:backward(input, torch.Tensor {2})
   check.equal(gradient[1][1], -4)
   check.equal(gradient[1][2], -6)
   check.equal(gradient[2]:abs():sum(), 0)
   -- The criterion's own gradient stays what it was.
   check.equal(module.criterion.gradInput[1], -2)
   local float = {input[1]:float(), input[2]:float()}
   module:float()
   check.equal(module:forward(float)[1], 6.5)
   check.equal(torch.type(module:backward(float, torch.FloatTensor {1})[1]), 'torch.FloatTensor')
   check.equal(module:clone():forward(float)[1], 6.5)
end

function test.moduleFromCriterionRefuses(check)
   check.raises('nn.ModuleFromCriterion: expected a criterion, got nil', nn.ModuleFromCriterion)
   check.raises('nn.ModuleFromCriterion: expected a criterion, got nn.Tanh', nn.ModuleFromCriterion, nn.Tanh())
   local module, x = nn.ModuleFromCriterion(nn.MSECriterion()), torch.ones(2)
   local pair = 'nn.ModuleFromCriterion: expected a table of an input and its target, got '
   check.raises(pair .. '2', module.forward, module, x)
   check.raises(pair .. 'table', module.forward, module, {x})
   module:forward {x, x}
   check.raises('nn.ModuleFromCriterion: expected a tensor as gradOutput, got 1', module.backward, module, {x, x}, 1)
   check.raises('nn.ModuleFromCriterion: size mismatch: expected gradOutput of one element, got 2', module.backward,
      module, {x, x}, x)
end

function test.nestedTablesAreCopied(check)
   local from = {torch.ones(2), {torch.ones(1), a = torch.ones(3)}}
   local clone = nesting.cloneNested(from)
   check.equal(nesting.fillNested(clone, 7), clone)
   check.equal(clone[2].a[3] + from[2].a[3], 8)
   check.equal(nesting.copyNested(clone, from), clone)
   check.equal(clone[2][1][1], 1)
   check.equal(nesting.addNestedTo(clone, from), clone)
   check.equal(clone[2].a[1], 2)
end

function test.nestedTablesAreResized(check)
   local to = nesting.resizeNestedAs(nil, {torch.ones(2), {torch.FloatTensor(3, 1)}})
   check.equal(to[1]:size(1), 2)
   check.equal(torch.type(to[2][1]), 'torch.FloatTensor')
   local first = to[1]
   check.equal(nesting.resizeNestedAs(to, {torch.ones(4)}), to)
   check.equal(to[1], first)
   check.equal(to[1]:size(1), 4)
   check.equal(to[2], nil)
   check.equal(nesting.resizeNestedAs({to}, torch.ones(5)):size(1), 5)
   check.equal(#nesting.resizeNestedAs(torch.ones(5), {to[1]}), 1)
end

function test.otherShapesAreRefused(check)
   local one, two = {torch.ones(1)}, {torch.ones(1), torch.ones(1)}
   check.raises('nngraph.nesting.copyNested: expected output with a key 2, as input has, got nil', nesting.copyNested, one, two)
   check.raises('nngraph.nesting.addNestedTo: expected input with a key 2, as output has, got nil', nesting.addNestedTo, two, one)
   check.raises('nngraph.nesting.copyNested: expected tensors in the same places of both, got 1', nesting.copyNested, one, one[1])
   local refused = ': expected a tensor or a table of tensors, got '
   check.raises('nngraph.nesting.cloneNested' .. refused .. 'nil', nesting.cloneNested)
   check.raises('nngraph.nesting.fillNested' .. refused .. '3', nesting.fillNested, {3}, 7)
   check.raises('nngraph.nesting.resizeNestedAs' .. refused .. 'nn.Tanh', nesting.resizeNestedAs, one, nn.Tanh())
   check.raises('nngraph.nesting.addNestedTo' .. refused .. 'x', nesting.addNestedTo, one, 'x')
end

function test.utilities(check)
   check.equal(utils.istable {}, true)
   check.equal(utils.istable(nn.Tanh()), false)
   check.equal(utils.istorchclass(nn.Tanh()), 'nn.Tanh')
   check.equal(utils.istorchclass(torch.ones(1)), false)
   check.equal(utils.tableMaxN {1, 2, nil, 4}, 4)
   check.equal(utils.tableMaxN {}, 0)
   check.equal(utils.expectingNodeErrorMessage(3, 'foo', 2), 'foo[2] should be an nngraph.Node but is of type number')
end

return test
