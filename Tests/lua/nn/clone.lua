-- Copies of modules and criterions, and what they share.
require 'nn'
local test = {}

function test.aCopySharesNothing(check)
   local net = nn.Sequential():add(nn.Linear(2, 2)):add(nn.Tanh())
   net:forward(torch.Tensor {1, 2})
   local copy = net:clone()
   check.equal(torch.type(copy), 'nn.Sequential')
   check.equal(copy.modules[1].weight[2][1], net.modules[1].weight[2][1])
   check.equal(rawequal(copy.output, copy.modules[2].output), true)
   check.equal(copy.modules[1].weight:storage() == net.modules[1].weight:storage(), false)
   copy.modules[1].weight:fill(7)
   check.equal(net.modules[1].weight[1][1] == 7, false)
   local criterion = nn.ClassNLLCriterion(torch.Tensor {1, 2}):clone()
   check.equal(criterion.weights[2], 2)
end

function test.namedFieldsAreShared(check)
   local net = nn.Sequential():add(nn.Linear(2, 2)):add(nn.Linear(2, 2))
   local copy = net:clone('weight', 'gradWeight')
   for i = 1, 2 do
      check.equal(copy.modules[i].weight:storage(), net.modules[i].weight:storage())
      check.equal(copy.modules[i].gradWeight:storage(), net.modules[i].gradWeight:storage())
      check.equal(copy.modules[i].bias:storage() == net.modules[i].bias:storage(), false)
      check.equal(net.modules[i].weight:dim(), 2)
      check.equal(copy.modules[i].shared and net.modules[i].shared, true)
   end
end

function test.flatParametersStayFlatInTheCopy(check)
   local net = nn.Sequential():add(nn.Linear(2, 2)):add(nn.Linear(2, 1))
   net:getParameters()
   local copy = net:clone()
   check.equal(copy.modules[1].weight:storage(), copy.modules[2].bias:storage())
   check.equal(copy.modules[2].bias:storageOffset(), 9)
end

function test.aLayerTwiceIsOneLayerTwice(check)
   local layer = nn.Linear(2, 2)
   local copy = nn.Sequential():add(layer):add(layer):clone('weight')
   check.equal(rawequal(copy.modules[1], copy.modules[2]), true)
   check.equal(copy.modules[1].weight:storage(), layer.weight:storage())
   check.equal(layer.weight:dim(), 2)
end

function test.depthIsNoLimit(check)
   local net = nn.Tanh()
   for _ = 1, 1000 do net = nn.Sequential():add(net) end
   local copy, depth = net:clone(), 0
   while copy.modules do copy, depth = copy.modules[1], depth + 1 end
   check.equal(depth, 1000)
   check.equal(net:float():type(), 'torch.FloatTensor')
end

function test.whatCannotBeCopiedLeavesTheOriginalWhole(check)
   local net = nn.Sequential():add(nn.Linear(2, 2))
   net.modules[1].field = coroutine.create
   check.raises('Unwritable object <function> at', net.clone, net, 'weight')
   check.equal(net.modules[1].weight:dim(), 2)
end

function test.aWriteOfItsOwnCounts(check)
   local Small, Parent = torch.class('nn.SmallForTheTest', 'nn.Module')
   function Small:__init()
      Parent.__init(self)
      self.cache, self.kept = torch.Tensor(5), 3
   end
   function Small:write(file)
      local cache = self.cache
      self.cache = nil
      Parent.write(self, file)
      self.cache = cache
   end
   function Small:read(file)
      Parent.read(self, file)
      self.cache = torch.Tensor(1)
   end
   local copy = nn.Sequential():add(nn.SmallForTheTest()):clone().modules[1]
   check.equal(copy.kept, 3)
   check.equal(copy.cache:size(1), 1)
end

return test
