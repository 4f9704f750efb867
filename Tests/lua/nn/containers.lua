-- Containers: Sequential, Concat, ConcatTable, ParallelTable.
require 'nn'
local test = {}

function test.sequentialStandsForItsEnds(check)
   local first, last = nn.Tanh(), nn.Linear(2, 3)
   local net = nn.Sequential():add(first):add(last)
   check.equal(#net, 2)
   check.equal(net:size(), 2)
   check.equal(rawequal(net:get(2), last), true)
   local x = torch.Tensor {1, 2}
   local output = net:forward(x)
   check.equal(output, last.output)
   check.equal(rawequal(net.output, last.output), true)
   check.equal(rawequal(net:forward(x), output), true)
   check.equal(rawequal(net:backward(x, output), first.gradInput), true)
   check.equal(rawequal(net.gradInput, first.gradInput), true)
end

function test.sequentialInsertsAndRemoves(check)
   local net = nn.Sequential():add(nn.Tanh()):add(nn.Linear(2, 2))
   net:remove()
   net:insert(nn.Sigmoid(), 1)
   net:insert(nn.ReLU())
   check.equal(tostring(net), [[
nn.Sequential {
  [input -> (1) -> (2) -> (3) -> output]
  (1): nn.Sigmoid
  (2): nn.Tanh
  (3): nn.ReLU
}]])
   check.equal(rawequal(net.output, net.modules[3].output), true)
   check.raises('nn.Sequential: expected an index from 1 to 4, got 6', net.insert, net, nn.Tanh(), 6)
   check.raises('nn.Sequential: expected an index from 1 to 3, got 0', net.remove, net, 0)
   check.raises('nn.Sequential: expected a module, got nil', net.add, net)
end

function test.nilIsNoModuleOfOthers(check)
   for _, class in ipairs {'Container', 'ConcatTable', 'ParallelTable'} do
      local net = nn[class]()
      check.equal(net:add(nil), net)
      check.equal(net:size(), 0)
      check.raises(('nn.%s: expected a module, got 3'):format(class), net.add, net, 3)
   end
end

function test.emptyOnesHandOn(check)
   local x = torch.Tensor {1}
   check.equal(nn.Sequential():forward(x), x)
   check.equal(nn.Sequential():backward(x, x), x)
   check.equal(tostring(nn.Sequential()), 'nn.Sequential {\n  [input -> output]\n}')
end

function test.treesAreDrawn(check)
   local pair = nn.ParallelTable():add(nn.Sequential()):add(nn.ConcatTable())
   check.equal(tostring(nn.Sequential():add(pair)), [[
nn.Sequential {
  [input -> (1) -> output]
  (1): nn.ParallelTable {
    input
      |`-> (1): nn.Sequential {
      |      [input -> output]
      |    }
       `-> (2): nn.ConcatTable {
             input
                ... -> output
           }
       ... -> output
  }
}]])
end

function test.errorsSayWhereTheyHappened(check)
   local net = nn.Sequential():add(nn.Tanh()):add(nn.Sequential():add(nn.Linear(3, 2)))
   local ok, message = pcall(function() net:forward(torch.Tensor(4)) end)
   check.equal(ok, false)
   check.equal(message:match('containers.lua:%d+: \n(.-)\nstack traceback:'),
      'In 2 module of nn.Sequential:\nIn 1 module of nn.Sequential:\n'
      .. 'nn.Linear: size mismatch: expected input of size 3 or Nx3, got 4')
   check.raises('In 1 module of nn.ParallelTable:\nnn.Tanh: expected input',
      function() nn.ParallelTable():add(nn.Tanh()):forward {} end)
   for _, method in ipairs {'updateGradInput', 'backward', 'accUpdateGradParameters'} do
      check.raises('In 2 module of nn.Sequential:\nIn 1 module of nn.Sequential:\nnn.Linear: ',
         function() net[method](net, torch.Tensor(4), torch.Tensor(5), 1) end)
   end
end

function test.depthIsNoLimit(check)
   local net = nn.Linear(2, 2)
   for _ = 1, 1000 do net = nn.Sequential():add(net) end
   local x = torch.Tensor {1, 2}
   check.equal(net:forward(x):size(1), 2)
   check.equal(net:backward(x, x):size(1), 2)
   check.equal(select(2, tostring(net):gsub('nn.Sequential', '')), 1000)
   local _, message = pcall(net.forward, net, torch.Tensor(3))
   check.equal(select(2, message:gsub('In 1 module of nn.Sequential:\n', '')), 1000)
   check.equal(message:find('nn.Linear: size mismatch', 1, true) ~= nil, true)
   check.equal(net:forward(x):size(1), 2)
end

function test.whatIsNoTextIsRaisedAsItIs(check)
   local layer, problem = nn.Tanh(), {}
   function layer.updateOutput() error(problem) end
   local _, got = pcall(nn.Sequential():add(layer).forward, nn.Sequential():add(layer), 1)
   check.equal(rawequal(got, problem), true)
end

function test.rethrowErrorsServesOtherContainers(check)
   local layer = nn.Tanh()
   local net = nn.Container():add(layer)
   function layer.updateOutput(_, ...) return select('#', ...), ... end
   local n, a, b = net:rethrowErrors(layer, 1, 'updateOutput', 4, nil)
   check.equal(n, 2)
   check.equal(a, 4)
   check.equal(b, nil)
   function layer.updateOutput() error 'no' end
   check.raises('In 1 module of nn.Container:\n', net.rethrowErrors, net, layer, 1, 'updateOutput')
   check.raises('nn.Container: expected a module that is number 2 of its modules', net.rethrowErrors, net, layer, 2, 'updateOutput')
end

function test.concatJoins(check)
   local net = nn.Concat(2):add(nn.Linear(3, 2)):add(nn.Linear(3, 4))
   local x = torch.Tensor(2, 3):fill(1)
   local output = net:forward(x)
   check.equal(output:size(2), 6)
   check.equal(output[2][3], net.modules[2].output[2][1])
   check.equal(net.outputSize[2], 6)
   local g = torch.Tensor(2, 6):fill(1)
   local gradInput = net:backward(x, g)
   local sum = net.modules[1].gradInput[1][3] + net.modules[2].gradInput[1][3]
   check.near(gradInput[1][3], sum, 1e-15)
   check.raises('nn.Concat: expected gradOutput of size 2x6, got 2x5', net.backward, net, x, torch.Tensor(2, 5))
   check.raises('nn.Concat: expected a dimension from 1 to 1, got 2', net.forward, net, torch.Tensor(3))
   check.raises('nn.Concat: expected outputs of one size but for dimension 1, as the first of 2x2, got 2x4', function()
      nn.Concat(1):add(nn.Linear(3, 2)):add(nn.Linear(3, 4)):forward(x)
   end)
   check.raises('nn.Concat: expected a dimension from 1 to 2, got nil', function()
      nn.Concat():add(nn.Linear(3, 2)):forward(x)
   end)
end

function test.concatTableAddsGradients(check)
   local net = nn.ConcatTable():add(nn.Identity()):add(nn.Identity())
   local x = torch.Tensor {1, 2}
   local output = net:forward(x)
   check.equal(rawequal(output, net:forward(x)), true)
   check.equal(output[2], x)
   check.equal(net:backward(x, {torch.Tensor {1, 1}, torch.Tensor {2, 3}})[2], 4)
   local nested = {torch.Tensor {1}, {torch.Tensor {5}}}
   local gradInput = net:backward(nested, {nested, nested})
   check.equal(gradInput[1][1], 2)
   check.equal(gradInput[2][1][1], 10)
   check.equal(nested[1][1], 1)
   check.raises('nn.ConcatTable: expected a table of gradients', net.backward, net, x, x)
   check.raises('nn.ConcatTable: expected a table of gradients from each layer, got nil', net.backward, net, nested, {nested})
end

function test.parallelTablePairs(check)
   local net = nn.ParallelTable():add(nn.Linear(2, 1)):add(nn.Identity())
   local x = {torch.Tensor {1, 2}, torch.Tensor {3}}
   local output = net:forward(x)
   check.equal(rawequal(output, net:forward(x)), true)
   check.equal(output[2][1], 3)
   local gradInput = net:backward(x, {torch.Tensor {1}, torch.Tensor {7}})
   check.equal(gradInput[1][2], net.modules[1].weight[1][2])
   check.equal(gradInput[2][1], 7)
   check.raises('nn.ParallelTable: expected a table of inputs', net.forward, net, x[1])
end

return test
