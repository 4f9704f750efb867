-- getParameters and nn.Module.flatten: parameters as views of one tensor.
require 'nn'
local test = {}

function test.parametersBecomeViews(check)
   local net = nn.Sequential():add(nn.Linear(2, 2)):add(nn.Linear(2, 1))
   local first = net.modules[1].weight[2][1]
   local p, g = net:getParameters()
   check.equal(p:nElement(), 9)
   check.equal(g:nElement(), 9)
   check.equal(p[3], first)
   check.equal(net.modules[2].weight:storageOffset(), 7)
   check.equal(net.modules[1].gradBias:storageOffset(), 5)
   p:fill(3)
   check.equal(net.modules[2].bias[1], 3)
   g:fill(4)
   net:zeroGradParameters()
   check.equal(g:sum(), 0)
end

function test.aSecondPairOrphansTheFirst(check)
   local net = nn.Linear(2, 2)
   local p = net:getParameters()
   local q = net:getParameters()
   check.equal(p:storage() == q:storage(), false)
   check.equal(net.weight:storage(), q:storage())
end

function test.sharedParametersComeOnce(check)
   local layer = nn.Linear(2, 2)
   local other = nn.Linear(2, 2):share(layer, 'weight', 'gradWeight')
   local net = nn.Sequential():add(layer):add(layer):add(other)
   local p, g = net:getParameters()
   check.equal(p:nElement(), 8)
   check.equal(g:nElement(), 8)
   check.equal(other.weight:storage(), layer.weight:storage())
   check.equal(other.weight:storageOffset(), layer.weight:storageOffset())
   p:fill(2)
   check.equal(other.weight[2][2] + other.bias[2], 4)
end

function test.viewsOfViewsKeepTheirPlaces(check)
   local big, small = nn.Linear(2, 4), nn.Linear(2, 2)
   small.weight:set(big.weight:narrow(1, 2, 2))
   small.gradWeight:set(big.gradWeight:narrow(1, 2, 2))
   local p = nn.Sequential():add(big):add(small):getParameters()
   check.equal(p:nElement(), 14)
   check.equal(small.weight:storageOffset(), 3)
   -- Halves that interleave make a whole.
   local whole = torch.Tensor {{1, 2}, {3, 4}}
   local left, right = whole:narrow(2, 1, 1), whole:narrow(2, 2, 1)
   local flat = nn.Module.flatten {left, right}
   check.equal(flat:nElement(), 4)
   flat:fill(9)
   check.equal(left[2][1] + right[1][1], 18)
   check.equal(whole[1][1], 1)
end

function test.layoutsStay(check)
   local layer = nn.Linear(2, 4)
   layer.weight = torch.Tensor {{1, 2, 3, 4}, {5, 6, 7, 8}}:t()
   local p = layer:getParameters()
   check.equal(p:nElement(), 12)
   check.equal(layer.weight[2][1], 2)
   check.equal(layer.weight:stride(1), 1)
   p[2] = 70
   check.equal(layer.weight[2][1], 70)
end

function test.nothingAndWrongThings(check)
   local p, g = nn.Tanh():getParameters()
   check.equal(p:nElement() + g:nElement(), 0)
   local layer = nn.Linear(2, 2)
   layer.weight = torch.Tensor(2, 3):narrow(2, 1, 2)
   check.raises('nn.Module.flatten: expected tensors without gaps between their elements, got 2x2', layer.getParameters, layer)
   layer = nn.Linear(2, 2)
   check.raises('nn.Sequential: expected gradients shared as their parameters are',
      function() nn.Sequential():add(layer):add(nn.Linear(2, 2):share(layer, 'weight')):getParameters() end)
   layer.weight = layer.weight:float()
   check.raises('nn.Module.flatten: expected tensors of one type', layer.getParameters, layer)
   layer = nn.Linear(2, 2)
   layer.gradWeight = nil
   check.raises('nn.Linear: expected a gradient for each parameter, got nil', layer.getParameters, layer)
end

return test
