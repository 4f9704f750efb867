-- nnx: what no recording holds.
require 'nnx'
local test = {}

function test.sumsOfCriteria(check)
   local sum = nn.SuperCriterion()
   sum:add(nn.MSECriterion(), .5)
   sum:add(nn.AbsCriterion())
   local a, b = torch.Tensor {1, 3}, torch.Tensor {2}
   check.near(sum:forward({a, b}, {torch.zeros(2), torch.zeros(1)}), .5 * 5 + 2, 1e-12)
   local gradient = sum:backward({a, b}, {torch.zeros(2), torch.zeros(1)})
   check.equal(gradient[1][2], 1.5)
   check.equal(gradient[2][1], 1)
   check.near(sum:forward({b, b}, torch.zeros(1)), .5 * 4 + 2, 1e-12)
   check.raises('nn.SuperCriterion: expected a table of 2 inputs, got 2', sum.forward, sum, a, b)
   check.raises('nn.SuperCriterion: expected a criterion, got nil', sum.add, sum)
end

function test.chancesOfALeafOfATree(check)
   local tree = {[1] = torch.IntTensor {2, 3}, [2] = torch.IntTensor {4, 5}}
   local layer = nn.SoftMaxTree(3, tree, 1)
   local x = torch.randn(1, 3)
   local sum = 0
   for _, leaf in ipairs {3, 4, 5} do sum = sum + math.exp(layer:forward({x, torch.IntTensor {leaf}})[1]) end
   check.near(sum, 1, 1e-12)
   layer:zeroGradParameters()
   layer:backward({x, torch.IntTensor {3}}, torch.ones(1))
   check.equal(layer:parameters()[1]:size(1), 2)
   check.equal(layer:parameters()[2], nil)
   check.equal(layer.updates[1], 1)
   check.raises('nn.SoftMaxTree: expected targets that are nodes below the root, got 1', layer.forward, layer,
      {x, torch.IntTensor {1}})
   check.raises('nn.SoftMaxTree: expected an IntTensor of 1 targets, got 1', layer.forward, layer, {x, torch.ones(1)})
   check.raises('nn.SoftMaxTree: expected a tree in which the root has children, got 7', nn.SoftMaxTree, 3, tree, 7)
   check.raises('nn.SoftMaxTree: expected a way from node 9 to the root 1, got none', nn.SoftMaxTree, 3,
      {[1] = torch.IntTensor {2}, [9] = torch.IntTensor {3}}, 1)
   check.raises('nn.SoftMaxTree: expected a tree, in which nodes have one way to the root, got a cycle', nn.SoftMaxTree, 3,
      {[1] = torch.IntTensor {2}, [3] = torch.IntTensor {4}, [4] = torch.IntTensor {3}}, 1)
end

function test.clocksAndProbes(check)
   local printed, print = {}, _G.print
   _G.print = function(text) printed[#printed + 1] = text end
   local net = nn.Sequential():add(nn.Tic 'a'):add(nn.Probe 'here'):add(nn.Toc('a', 'done'))
   local ok, output = pcall(net.forward, net, torch.Tensor {1, 3})
   _G.print = print
   check.equal(ok, true)
   check.equal(output[2], 3)
   check.equal(printed[1], '\n<here>.output')
   check.equal(table.concat(printed, ' '):match 'size = 2   %+ mean = 2', 'size = 2   + mean = 2')
   check.equal(printed[#printed]:match "^Toc 'a' %(done%) : %d" ~= nil, true)
   check.raises("nn.Toc: expected an nn.Tic of the name 'b', got none", function() nn.Toc 'b':forward(torch.ones(1)) end)
end

function test.argumentsByName(check)
   check.raises('nn.SpatialUpSampling: expected dW and dH of 1 or more, got nil and nil', nn.SpatialUpSampling)
   check.raises('nn.SpatialReSampling: expected a number as owidth, got x', nn.SpatialReSampling, {owidth = 'x'})
   check.raises("nn.SpatialReSamplingEx: expected 'simple', 'average' or 'bilinear', got best", nn.SpatialReSamplingEx,
      {mode = 'best'})
   local layer = nn.SpatialReSamplingEx {owidth = 2, oheight = 9}
   check.raises('nn.SpatialReSamplingEx: expected rows and columns that both grow or both shrink, got 9x2 for 4x4',
      layer.forward, layer, torch.rand(1, 4, 4))
end

return test
