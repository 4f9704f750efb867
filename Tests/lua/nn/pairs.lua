-- Criterions that compare two tensors, beyond their numbers (goldens.lua, differences.lua).
require 'nn'
local test = {}

local a, b = torch.Tensor {1, 2, 3}, torch.Tensor {2, 1, -1}

-- Recorded from the original.
function test.cosines(check)
   local criterion = nn.CosineEmbeddingCriterion()
   check.near(criterion:forward({a, b}, 1), 0.89089105488202, 1e-13)
   check.near(criterion:backward({a, b}, 1)[1][1], -0.210424, 1e-6)
   check.near(criterion:forward({a, b}, -1), 0.10910894511798, 1e-13)
   check.near(criterion:forward({a, b}, torch.LongTensor {-1}), 0.10910894511798, 1e-13)
   check.equal(criterion._y[1], -1)
   check.near(criterion.w22[1][1], 1 / 14, 1e-12)
   check.near(criterion._outputs[1], criterion.output, 0)
   -- Neither 1 nor -1 is the cosine itself.
   check.near(criterion:forward({a, b}, 0), 0.10910894511798, 1e-13)
   -- A margin that is met exactly costs nothing, and moves nothing.
   local apart = {torch.Tensor {1, 0}, torch.Tensor {0, 1}}
   check.equal(criterion:forward(apart, -1), 0)
   check.equal(criterion:backward(apart, -1)[1]:norm(), 0)
   -- A vector of zeros has a direction of its own.
   check.equal(criterion:forward({torch.zeros(2), torch.Tensor {1, 0}}, 1), 1)
   check.near(criterion:backward({torch.zeros(2), torch.Tensor {1, 0}}, 1)[1][1], -1e6, 1)
   criterion:float()
   check.equal(torch.type(criterion._idx), 'torch.ByteTensor')
   check.equal(torch.type(criterion.gradInput[2]), 'torch.FloatTensor')
   check.near(criterion:forward({a:float(), b:float()}, 1), 0.890891, 1e-6)
   -- The halves of a tensor are two inputs.
   check.near(nn.CosineEmbeddingCriterion():forward(torch.Tensor {{1, 2, 3}, {4, 5, 6}}, 1), 0.025368153802965, 1e-13)
end

-- Recorded from the original, odd labels too: they count as both, and are the gradient.
function test.hinges(check)
   local criterion, x = nn.HingeEmbeddingCriterion(2), torch.Tensor {.3, 2.1, 1.8, 0}
   check.near(criterion:forward(x, torch.Tensor {1, -1, -1, 1}), 0.125, 1e-15)
   check.near(criterion.buffer[3], 0.2, 1e-15)
   check.near(criterion:forward(x, torch.Tensor {1, 2, 0, 1}), 1.1, 1e-15)
   check.equal(criterion:backward(x, torch.Tensor {1, 2, 0, 1})[2], 0.5)
   check.equal(criterion:backward(torch.Tensor {2}, -1)[1], -1)
   check.equal(criterion.ty[1], -1)
   -- Files of older versions say nothing of averages.
   criterion.sizeAverage = nil
   check.near(criterion:forward(x, torch.Tensor {1, -1, -1, 1}), 0.125, 1e-15)
end

-- Where elements are equal the original draws a direction.
function test.equalElementsAreDrawn(check)
   torch.manualSeed(3)
   local gradInput = nn.L1HingeEmbeddingCriterion(2):backward({a, a}, 1)
   check.equal(table.concat(gradInput[1]:totable(), ' '), '-1 -1 1')
   check.equal(table.concat(gradInput[2]:totable(), ' '), '1 1 -1')
   check.equal(torch.random(2), 2)
   local x, y = torch.Tensor {3}, torch.Tensor {1}
   check.equal(nn.L1HingeEmbeddingCriterion(2):backward({x, y}, -1)[1][1], -1)
   check.equal(nn.L1HingeEmbeddingCriterion(1.9):backward({x, y}, -1)[1][1], 0)
   check.equal(nn.L1HingeEmbeddingCriterion(5):forward({x, y}, torch.Tensor {-1}), 3)
end

function test.ranks(check)
   local criterion, x = nn.MarginRankingCriterion(.1), torch.Tensor {1, .5}
   check.near(criterion:forward({x, torch.Tensor {2, 0}}, torch.Tensor {1, -1}), 0.85, 1e-15)
   check.near(criterion._output[1], 1.1, 1e-15)
   check.equal(criterion:backward({x, torch.Tensor {2, 0}}, torch.Tensor {1, -1})[1][2], .5)
   check.equal(criterion.mask:sum(), 2)
   -- On the edge there is a gradient.
   criterion = nn.MarginRankingCriterion(0)
   check.equal(criterion:forward({x, x}, torch.Tensor {1, -1}), 0)
   check.equal(criterion:backward({x, x}, torch.Tensor {1, -1})[1][1], -.5)
   -- A smaller input makes the gradients smaller.
   check.equal(criterion:backward({torch.Tensor {1}, torch.Tensor {2}}, 1)[2]:size(1), 1)
end

function test.distances(check)
   local criterion = nn.DistanceRatioCriterion()
   local x, y = torch.Tensor {{1}, {.5}}, torch.Tensor {{2}, {0}}
   check.near(criterion:forward {x, y}, 0.64366933584916, 1e-13)
   check.near(criterion:backward {x, y}[1][1][1], 0.134471, 1e-6)
   check.equal(criterion.output, criterion:forward {x, y})
   check.equal(criterion:float().dX, nil)
   check.near(criterion:forward {x:float(), y:float()}, 0.643669, 1e-6)
   check.equal(torch.type(criterion:backward {x:float(), y:float()}[2]), 'torch.FloatTensor')
end

function test.pairsAreRefused(check)
   for name, calls in pairs {
      CosineEmbeddingCriterion = {
         {'expected a table of two tensors, got nil', nil, 1}, {'expected a table of two tensors, got 3', a, 1},
         {'expected the first input (DoubleTensor), got FloatTensor', {a:float(), b}, 1},
         {'expected a tensor as the second input, got 3', {a, 3}, 1},
         {'size mismatch: expected the second input of as many elements as 3, got 2', {a, torch.Tensor(2)}, 1},
         {'expected an input with elements, got no elements', {torch.Tensor(), torch.Tensor()}, 1},
         {'size mismatch: expected inputs of size D or NxD, got 1x1x1', {torch.Tensor(1, 1, 1), torch.Tensor(1, 1, 1)}, 1},
         {'size mismatch: expected two inputs of one size, got 3x1', {torch.Tensor(1, 3), torch.Tensor(3, 1)}, 1},
         {'expected a label or a tensor of labels, got nil', {a, b}},
         {'size mismatch: expected 2 labels, got 1', {torch.Tensor(2, 2), torch.Tensor(2, 2)}, 1},
      },
      HingeEmbeddingCriterion = {
         {'expected a tensor as input, got nil', nil, 1}, {'size mismatch: expected 3 labels, got 1', a, 1},
         {'expected an input with elements, got no elements', torch.Tensor(), 1},
         {'expected a label or a tensor of labels, got x', a, 'x'},
      },
      L1HingeEmbeddingCriterion = {
         {'expected a table of two tensors, got table', {a}, 1}, {'expected a label, got 2x1', {a, b}, torch.Tensor(2, 1)},
         {'expected a label, got table', {a, b}, {}},
      },
      MarginRankingCriterion = {
         {'size mismatch: expected 3 labels, got 1', {a, b}, 1}, {'expected a label or a tensor of labels, got true', {a, b}, true},
      },
      DistanceRatioCriterion = {
         {'expected a table of two tensors of distances, got table', {a, b, a}},
         {'size mismatch: expected the second distances of size 3, got 1x3', {a, torch.Tensor(1, 3)}},
         {'expected the first distances (DoubleTensor), got LongTensor', {a:long(), b}},
      },
   } do
      for _, call in ipairs(calls) do
         local criterion = nn[name]()
         check.raises(('nn.%s: %s'):format(name, call[1]), criterion.forward, criterion, call[2], call[3])
         check.raises(('nn.%s: %s'):format(name, call[1]), criterion.backward, criterion, call[2], call[3])
      end
   end
   for _, name in ipairs {'CosineEmbeddingCriterion', 'DistanceRatioCriterion'} do
      check.raises(('nn.%s: expected updateOutput before backward'):format(name), nn[name]().backward, nn[name](), {a, b}, 1)
   end
   for _, name in ipairs {'CosineEmbedding', 'HingeEmbedding', 'L1HingeEmbedding', 'MarginRanking'} do
      check.raises(('nn.%sCriterion: expected a margin, got x'):format(name), nn[name .. 'Criterion'], 'x')
   end
end

return test
