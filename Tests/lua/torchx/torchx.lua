-- torchx: concatenation, searching, grouping, and functions on nested tables of tensors.
require 'torchx'
local test = {}

local function shown(t) return table.concat(t, ' ') end

function test.find(check)
   local t = torch.Tensor {{1, 2, 3, 4, 5}, {5, 6, .6, 0, 2}}
   check.equal(shown(torch.find(torch.Tensor {1, 2, 3, 1, 1, 2}, 1)), '1 4 5')
   check.equal(shown(torch.find(t, 2)), '2 10')
   check.equal(shown(t:t():find(2)), '3 10')
   local rows = torch.find(t:t(), 2, 2)
   check.equal(#rows, 5)
   check.equal(shown(rows[2]) .. ',' .. shown(rows[5]), '1,2')
   check.raises('torch.find: expected a matrix and dimension 2, got 2x5', torch.find, t, 2, 1)
   check.raises('torch.find: expected a tensor, got nil', torch.find)
end

function test.concat(check)
   local a, b = torch.ones(2, 1), torch.zeros(2, 2)
   check.equal(shown(torch.concat({a, b}, 2):view(-1):totable()), '1 0 0 1 0 0')
   local result = torch.Tensor()
   check.equal(result:concat({a, a}, 1):size(1), 4)
   check.equal(result:size(1), 4)
   check.raises('torch.concat: expected a table of tensors, got table', torch.concat, {})
end

function test.group(check)
   local groups, val, idx = torch.group(torch.Tensor {5, 3, 4, 5, 3, 5})
   check.equal(shown(val:totable()), '3 3 4 5 5 5')
   check.equal(idx:size(1), 6)
   check.equal(groups[5].idx:size(1), 3)
   check.equal(groups[4].val[1], 4)
   local near = torch.group(torch.Tensor {1, 1.1, 2}, function(first, value) return value - first < .5 end)
   check.equal(near[1].idx:size(1), 2)
end

function test.treemax(check)
   local value, index = torch.treemax(torch.Tensor {0, 0, 0, 0, 0, 13, 1, 1, 1, 1, 1, 10, 0, 6, 2, 5, 7, 5}, {3, 3, 2})
   check.equal(value, 7)
   check.equal(index, 17)
   check.raises('torch.treemax: expected a vector of size 4, got 3', torch.treemax, torch.Tensor(3), {2, 2})
end

function test.remap(check)
   local a, b = {torch.ones(2), {torch.ones(3)}}, {torch.ones(2), {torch.ones(3)}}
   torch.remap(a, b, function(x, y) x:add(y) end)
   check.equal(a[2][1]:sum(), 6)
   local _, made = torch.remap(a, nil, function(x, y) y:resizeAs(x):copy(x) end)
   check.equal(made[1]:sum(), 4)
end

function test.nestedTables(check)
   local from = {torch.ones(2), {torch.ones(3)}}
   local copy = torchx.recursiveCopy(nil, from)
   check.equal(copy[2][1]:sum(), 3)
   torchx.recursiveAdd(copy, from)
   check.equal(torchx.recursiveSum(copy), 10)
   check.equal(torchx.recursiveTensorEq(copy, from), false)
   check.equal(torchx.recursiveTensorEq(from, {torch.ones(2), {torch.ones(3)}}), true)
   check.equal(torchx.recursiveBatchSize(from), 2)
   check.equal(torchx.recursiveNew(from)[2][1]:nElement(), 0)
   check.equal(torchx.recursiveFill(from, 3)[1][1], 3)
   check.raises('torchx.recursiveAdd: expected a tensor or a table of tensors, got number', torchx.recursiveAdd, 1, 2)
end

return test
