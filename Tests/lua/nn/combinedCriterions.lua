-- Criterions made of others, and those that take more or less than an input and its target, beyond their numbers.
require 'nn'
local test = {}

local a, b = torch.Tensor {1, 2, 3}, torch.Tensor {2, 2, 2}

function test.weightedSums(check)
   local criterion = nn.MultiCriterion()
   check.equal(criterion:add(nn.MSECriterion(), .5), criterion)
   criterion:add(nn.MSECriterion())
   check.near(criterion:forward(a, b), 1, 1e-15)
   check.equal(torch.type(criterion.weights), 'torch.DoubleStorage')
   check.equal(criterion.weights[1], .5)
   check.near(criterion:backward(a, b)[1], -1, 1e-15)
   check.equal(torch.type(criterion:float():forward(a:float(), b:float())), 'number')
   check.equal(torch.type(criterion:backward(a:float(), b:float())), 'torch.FloatTensor')
   check.equal(nn.MultiCriterion():forward(a, b), 0)
   check.equal(nn.MultiCriterion():backward(a, b):sum(), 0)
   -- Of a table the gradient is a table.
   criterion = nn.MultiCriterion():add(nn.ParallelCriterion():add(nn.MSECriterion()))
   check.near(criterion:backward({a}, {b})[1][1], -2 / 3, 1e-15)
end

function test.sideBySide(check)
   local criterion = nn.ParallelCriterion():add(nn.MSECriterion(), .5):add(nn.ClassNLLCriterion())
   check.near(criterion:forward({a, a}, {b, 2}), 1 / 3 - 2, 1e-15)
   local gradInput = criterion:backward({a, a}, {b, 2})
   check.near(gradInput[1][1], -1 / 3, 1e-15)
   check.equal(gradInput[2][2], -1)
   check.equal(criterion.weights[2], 1)
   check.equal(#criterion:float().gradInput, 0)
   criterion = nn.ParallelCriterion(true):add(nn.MSECriterion()):add(nn.MSECriterion(false))
   check.near(criterion:forward({a, a}, b), 2 / 3 + 2, 1e-15)
   -- Inputs that are nobody's have no gradient.
   check.equal(criterion:backward({a, a, a}, b)[3]:sum(), 0)
   check.raises('nn.ParallelCriterion: expected 2 inputs, got 1', criterion.forward, criterion, {a}, b)
   check.raises('nn.ParallelCriterion: expected a table of inputs, got 3', criterion.forward, criterion, a, b)
   check.raises('nn.ParallelCriterion: expected a table of targets, got nil',
      nn.ParallelCriterion().backward, nn.ParallelCriterion(), {a})
end

function test.onlyCriterionsAreAdded(check)
   for _, name in ipairs {'MultiCriterion', 'ParallelCriterion'} do
      check.raises(('nn.%s: expected a criterion, got nil'):format(name), nn[name]().add, nn[name]())
      check.raises(('nn.%s: expected a weight, got x'):format(name), nn[name]().add, nn[name](), nn.MSECriterion(), 'x')
   end
   check.raises('nn.CriterionTable: expected a criterion, got 1', nn.CriterionTable, 1)
   check.raises('nn.ModuleCriterion: expected a criterion, got nil', nn.ModuleCriterion)
   check.raises('nn.ModuleCriterion: expected a module as inputModule, got 1', nn.ModuleCriterion, nn.MSECriterion(), 1)
end

function test.layersInFront(check)
   local criterion = nn.ModuleCriterion(nn.MSECriterion(), nn.Tanh(), nn.Identity())
   check.near(criterion:forward(a, b), 1.2056009458314, 1e-13)
   check.near(criterion:backward(a, b)[1], -0.346732, 1e-6)
   check.equal(criterion.input, criterion.inputModule.output)
   check.equal(rawequal(criterion.target, b), true)
   criterion:float()
   check.equal(criterion.inputModule:type(), 'torch.FloatTensor')
   check.equal(criterion.castTarget, true)
   local said, print_ = {}, print
   print = function(text) said[#said + 1] = text end
   nn.ModuleCriterion(nn.MSECriterion(), nn.Linear(2, 2))
   print = print_
   check.equal(table.concat(said), "Warning: nn.ModuleCriterion doesn't support parameter updates")
end

function test.aCriterionAsALayer(check)
   local layer = nn.CriterionTable(nn.MSECriterion())
   check.equal(torch.isTypeOf(layer, 'nn.Module'), true)
   check.near(layer:forward {a, b}, 2 / 3, 1e-15)
   check.equal(rawequal(layer:backward {a, b}[1], layer.criterion.gradInput), true)
   check.equal(#layer:clearState().gradInput, 0)
   check.raises('nn.CriterionTable: expected a table of an input and its target, got 3', layer.forward, layer, a)
end

function test.eitherSizeAverageMayBeChanged(check)
   local criterion = nn.CrossEntropyCriterion()
   local x, t = torch.zeros(2, 3), torch.Tensor {1, 2}
   check.near(criterion:forward(x, t), math.log(3), 1e-15)
   criterion.sizeAverage = false
   check.near(criterion:forward(x, t), 2 * math.log(3), 1e-15)
   check.equal(criterion.nll.sizeAverage, false)
   criterion.nll.sizeAverage = true
   check.near(criterion:forward(x, t), math.log(3), 1e-15)
   check.equal(criterion.sizeAverage, false)
end

function test.scoresOfOneSampleInManyShapes(check)
   local criterion = nn.CrossEntropyCriterion()
   check.near(criterion:forward(torch.zeros(1, 3), 2), math.log(3), 1e-15)
   check.near(criterion:forward(torch.zeros(1, 3, 1, 1), torch.Tensor {2}), math.log(3), 1e-15)
   local gradInput = criterion:backward(torch.zeros(1, 3, 1, 1), torch.Tensor {2})
   check.equal(gradInput:dim(), 4)
   check.near(gradInput[1][2][1][1], -2 / 3, 1e-15)
   check.equal(criterion:forward(torch.Tensor {5}, 1), 0)
   check.raises('nn.CrossEntropyCriterion: expected a tensor of scores, got nil', criterion.forward, criterion, nil, 1)
   check.raises('nn.CrossEntropyCriterion: expected a class or a tensor of classes, got table',
      criterion.forward, criterion, a, {1})
   check.raises('nn.CrossEntropyCriterion: expected a vector of weights, got 1x2', nn.CrossEntropyCriterion, torch.Tensor(1, 2))
end

function test.manyLabels(check)
   local criterion = nn.MultiLabelSoftMarginCriterion()
   check.near(criterion:forward(torch.Tensor {1000, -1000, 800}, torch.Tensor {0, 1, 1}), 2000 / 3, 1e-12)
   check.near(criterion:backward(torch.Tensor {1000, -1000, 800}, torch.Tensor {0, 1, 1})[2], -1 / 3, 1e-15)
   criterion = nn.MultiLabelSoftMarginCriterion(torch.Tensor {.5, 1, 2})
   check.raises('nn.MultiLabelSoftMarginCriterion: size mismatch: expected input of size C or NxC for 3 weights, got 2',
      criterion.forward, criterion, torch.Tensor(2), torch.Tensor(2))
   check.raises('nn.MultiLabelSoftMarginCriterion: size mismatch: expected target of as many elements as 3, got 2',
      criterion.backward, criterion, a, torch.Tensor(2))
   check.raises('nn.MultiLabelSoftMarginCriterion: expected a tensor as target, got 1', criterion.forward, criterion, a, 1)
   check.raises('nn.MultiLabelSoftMarginCriterion: expected an input with elements, got no elements',
      criterion.forward, criterion, torch.Tensor(), torch.Tensor())
   check.raises('nn.MultiLabelSoftMarginCriterion: expected a vector of weights, got 1', nn.MultiLabelSoftMarginCriterion, 1)
end

-- Recorded from the original; the gradient, which it computes for a target of the input's size alone, is the middle's.
function test.theMiddleOfATargetCounts(check)
   local criterion = nn.SpatialAutoCropMSECriterion()
   check.equal(torch.isTypeOf(criterion, 'nn.MSECriterion'), true)
   local x = torch.Tensor(1, 3, 2):fill(1)
   check.near(criterion:forward(x, torch.range(1, 30):resize(1, 6, 5)), 149.16666666667, 1e-10)
   local y = torch.range(1, 15):resize(1, 3, 5)
   x = torch.Tensor(1, 2, 2):fill(1)
   check.equal(criterion:forward(x, y), 22.5)
   check.equal(criterion:backward(x, y)[1][1][1], (1 - y[1][1][2]) / 2)
   check.raises('nn.SpatialAutoCropMSECriterion: size mismatch: expected input of size CxHxW or NxCxHxW, got 3',
      criterion.forward, criterion, a, a)
   for _, wrong in ipairs {{1, 1, 2}, {2, 2, 2}, {1, 1, 2, 2}} do
      check.raises('nn.SpatialAutoCropMSECriterion: size mismatch: expected target of size 1x2x2, or with more rows and columns, got '
         .. table.concat(wrong, 'x'), criterion.forward, criterion, x, torch.Tensor(table.unpack(wrong)))
   end
end

function test.criterionsAreSavedAndCloned(check)
   local x, t = torch.Tensor {{1, 2, 3}, {3, 1, 2}}, torch.LongTensor {3, 1}
   local criterion = nn.MultiCriterion():add(nn.CrossEntropyCriterion(torch.Tensor {1, 2, 3}), .5)
      :add(nn.ModuleCriterion(nn.ClassNLLCriterion(), nn.LogSoftMax()))
   local loss = criterion:forward(x, t)
   local copy = criterion:clone()
   check.equal(copy:forward(x, t), loss)
   check.equal(copy.criterions[1].nll.weights:storage() == criterion.criterions[1].nll.weights:storage(), false)
   check.equal((copy:backward(x, t) - criterion:backward(x, t)):abs():max(), 0)
end

return test
