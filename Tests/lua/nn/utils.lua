-- nn.utils.
require 'nn'
local test, utils = {}, nn.utils

local function ones(n) return torch.Tensor(n):fill(1) end

function test.recursiveTypeKeepsSharing(check)
   local x = ones(4)
   local values = {x, x:narrow(1, 2, 2), part = {x}, n = 3}
   check.equal(rawequal(utils.recursiveType(values, 'torch.FloatTensor'), values), true)
   check.equal(torch.type(values[1]), 'torch.FloatTensor')
   check.equal(values[1]:storage(), values[2]:storage())
   check.equal(rawequal(values.part[1], values[1]), true)
   check.equal(values[2]:storageOffset(), 2)
   check.equal(values[2]:storage():size(), 4)
   check.equal(values.n, 3)
   check.equal(rawequal(utils.recursiveType(x, 'torch.DoubleTensor'), x), true)
   local cache = {}
   check.equal(rawequal(utils.recursiveType(x, 'torch.FloatTensor', cache), utils.recursiveType(x, 'torch.FloatTensor', cache)), true)
   check.equal(utils.recursiveType(torch.Tensor(), 'torch.LongTensor'):dim(), 0)
end

function test.whatContainsItselfIsServedOnce(check)
   local values = {ones(2)}
   values.itself = values
   check.equal(torch.type(utils.recursiveType(values, 'torch.FloatTensor')[1]), 'torch.FloatTensor')
   local net = nn.Sequential():add(nn.Linear(2, 2))
   net.modules[1].parent = net
   check.equal(net:float().modules[1].weight:type(), 'torch.FloatTensor')
   check.raises("expected the name of a tensor type, such as 'torch.FloatTensor', got torch.CudaTensor", net.cuda, net)
end

function test.recursiveAddFillCopyResize(check)
   local a, b = {ones(2), {ones(3)}}, {ones(2), {ones(3)}}
   local same, other = utils.recursiveAdd(a, b)
   check.equal(rawequal(same, a) and rawequal(other, b), true)
   check.equal(a[2][1][3], 2)
   utils.recursiveAdd(a, 3, b)
   check.equal(a[1][1], 5)
   check.equal(utils.recursiveFill(a, 7)[2][1][2], 7)
   local copy = utils.recursiveCopy(nil, b)
   check.equal(copy[2][1][3], 1)
   check.equal(utils.recursiveCopy(ones(5), ones(2)):size(1), 2)
   local resized = utils.recursiveResizeAs({ones(1), ones(1), ones(1)}, {ones(2)})
   check.equal(#resized, 1)
   check.equal(resized[1]:size(1), 2)
   check.equal(utils.recursiveResizeAs({ones(1)}, ones(2)):size(1), 2)
   check.raises('nn.utils.recursiveAdd: expected tensors in the same places of both, got number', utils.recursiveAdd, ones(2), {1})
   check.raises('nn.utils.recursiveFill: expected a tensor or a table of tensors, got number', utils.recursiveFill, 3, 3)
   check.raises('nn.utils.recursiveCopy: expected a tensor or a table of tensors, got nil', utils.recursiveCopy, a)
   check.raises('nn.utils.recursiveResizeAs: expected a tensor or a table of tensors, got number', utils.recursiveResizeAs, a, 5)
end

function test.singletonDimensions(check)
   local x = torch.Tensor {1, 2, 3}
   local view = utils.addSingletonDimension(x, 2)
   check.equal(view:size(1) * 10 + view:size(2), 31)
   check.equal(view:storage(), x:storage())
   check.equal(utils.addSingletonDimension(torch.Tensor(2, 3)):size(1), 1)
   local result = torch.Tensor()
   check.equal(rawequal(utils.addSingletonDimension(result, x, 1), result), true)
   check.raises('nn.utils.addSingletonDimension: expected a dimension from 1 to 2, got 3', utils.addSingletonDimension, x, 3)
   check.raises('nn.utils.addSingletonDimension: expected a tensor, got nil', utils.addSingletonDimension)
   check.raises('nn.utils.addSingletonDimension: expected a tensor for the result, got nil', utils.addSingletonDimension, nil, x, 2)
end

function test.contiguousViews(check)
   local x = torch.Tensor {{1, 2, 3}, {4, 5, 6}}
   check.equal(utils.contiguousView(nil, x, 6):storage(), x:storage())
   local view = utils.contiguousView(x:t(), 6)
   check.equal(view[2], 4)
   check.equal(view:storage() == x:storage(), false)
end

function test.clearing(check)
   local object = {a = ones(2), b = {ones(2)}, c = 3, d = 'x'}
   check.equal(rawequal(utils.clear(object, 'a', 'b', 'none'), object), true)
   check.equal(object.a:dim(), 0)
   check.equal(#object.b, 0)
   utils.clear(object, {'c', 'd'})
   check.equal(object.c, nil)
   check.equal(object.d, nil)
end

return test
