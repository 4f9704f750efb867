-- What dpnn and nnx add to modules, with what it cannot take; what an error must not lose.
require 'dpnn'
require 'nnx'
local test = {}

function test.methods(check)
   local net = nn.Sequential():add(nn.Linear(2, 2))
   check.raises('nn.Sequential: expected a visitor with a method visit, got nil', net.accept, net)
   check.raises('nn.Sequential: expected a number of dimensions, got table', net.weightDecay, net, .1, {})
   check.raises('nn.Sequential: expected a table as list of names, got 3', net.serialMode, net, 3)
   check.raises('nn.SpatialClassifier: expected a classifier that is a container, got nn.Linear', function()
      nn.SpatialClassifier(nn.Linear(2, 2)):add(nn.Tanh())
   end)
   check.raises('nn.SpatialLinear: expected a part to decay by, got nil', function() nn.SpatialLinear(2, 2):decayParameters() end)
end

-- A conversion that fails leaves out nothing of what it sets apart.
function test.typesThatAreNone(check)
   local trees = nn.SoftMaxTree(3, {torch.IntTensor {2, 3}, torch.IntTensor {4, 5}}, 1)
   check.raises("expected the name of a tensor type, such as 'torch.FloatTensor', got torch.NoTensor", trees.type, trees,
      'torch.NoTensor')
   check.equal(torch.type(trees.parentIds), 'torch.IntTensor')
   check.raises('nn.SoftMaxTree: expected a learning rate, got nil', trees.updateParameters, trees)
   local reward = nn.VRClassReward(nn.Reinforce())
   check.raises('expected the name of a tensor type', reward.type, reward, 'torch.NoTensor')
   check.equal(torch.type(reward.module), 'nn.Reinforce')
   local pooling = nn.SpatialMaxPooling(2, 2)
   pooling:forward(torch.rand(1, 4, 4))
   check.raises('expected a table as the cache', pooling.type, pooling, 'torch.FloatTensor', 3)
   check.equal(torch.type(pooling.indices), 'torch.LongTensor')
   local noise = nn.NCEModule(3, 5, 2, torch.ones(5))
   check.raises('expected the name of a tensor type', noise.type, noise, 'torch.NoTensor')
   check.equal(noise.unigrams:size(1), 5)
end

function test.backwardsBeforeAForward(check)
   local noise = nn.NCEModule(3, 5, 2, torch.ones(5))
   local input = {torch.randn(4, 3), torch.LongTensor(4):random(5)}
   local output = noise:forward(input)
   noise._weight = nil
   check.raises('nn.NCEModule: expected a forward before backward, got none', noise.backward, noise, input, output)
end

return test
