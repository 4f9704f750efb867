-- Criterions and the trainer, beyond their numbers (goldens.lua).
require 'nn'
local test = {}

function test.aClassAlone(check)
   local criterion, x = nn.ClassNLLCriterion(), torch.Tensor {-1, -2, -3}
   local loss, weight = criterion:forward(x, 2)
   check.equal(loss, 2)
   check.equal(weight, 1)
   check.equal(criterion.output, 2)
   check.equal(criterion.output_tensor[1], 2)
   check.equal(criterion.target[1], 2)
   check.equal(torch.type(criterion.target), 'torch.LongTensor')
   check.equal(criterion:backward(x, 2)[2], -1)
   check.equal(criterion:forward(torch.Tensor {{-1, -2, -3}}, 3), 3)
   check.equal(criterion:float():forward(x:float(), 2.7), 2)
   check.equal(torch.type(criterion.target), 'torch.LongTensor')
end

function test.ignoredTargetsDoNotCount(check)
   local criterion, x = nn.ClassNLLCriterion(), torch.Tensor {{-1, -2}, {-3, -4}}
   local loss, weight = criterion:forward(x, torch.Tensor {-100, 1})
   check.equal(loss, 3)
   check.equal(weight, 1)
   check.equal(criterion:backward(x, torch.Tensor {-100, 1})[2][1], -1)
   loss, weight = criterion:forward(x, torch.Tensor {-100, -100})
   check.equal(loss, 0)
   check.equal(weight, 0)
   check.equal(criterion:backward(x, torch.Tensor {-100, -100}):sum(), 0)
end

function test.classesAreCounted(check)
   check.equal((#nn.ClassNLLCriterion(torch.Tensor {1, 2}))[1], 2)  -- as the length of a tensor: its sizes
   check.equal(#nn.ClassNLLCriterion(), 0)
end

function test.wrongTargets(check)
   local criterion = nn.ClassNLLCriterion()
   for _, call in ipairs {
      {'expected a target from 1 to 4, got 5', {4}, 5},
      {'expected a target from 1 to 4, got 0', {4}, 0},
      {'size mismatch: expected target of size 2, got 3', {2, 4}, torch.Tensor {1, 2, 3}},
      {'size mismatch: expected target of size 2, got 1', {2, 4}, 3},
      {'size mismatch: expected target of size 1, got 1x1', {1, 4}, torch.LongTensor {{1}}},
      {'size mismatch: expected input of size C, NxC or NxCxHxW, got 1x2x3', {1, 2, 3}, 1},
      {'expected a class or a tensor of classes, got nil', {4}, nil},
      {'expected a class or a tensor of classes, got x', {4}, 'x'},
   } do
      local x = torch.Tensor(table.unpack(call[2]))
      check.raises('nn.ClassNLLCriterion: ' .. call[1], criterion.forward, criterion, x, call[3])
      check.raises('nn.ClassNLLCriterion: ' .. call[1], criterion.backward, criterion, x, call[3])
   end
   check.raises('nn.ClassNLLCriterion: expected input', criterion.forward, criterion, nil, 1)
   criterion = nn.ClassNLLCriterion(torch.Tensor {1, 2, 3})
   check.raises('nn.ClassNLLCriterion: size mismatch: expected weights of size 4, got 3', criterion.forward, criterion, torch.Tensor(4), 1)
   check.raises('nn.ClassNLLCriterion: expected a vector of weights, got 1', nn.ClassNLLCriterion, 1)
end

function test.meanSquaredErrors(check)
   local criterion = nn.MSECriterion()
   check.equal(criterion:forward(torch.Tensor {{1, 2}, {3, 4}}, torch.Tensor {1, 2, 3, 2}), 1)
   check.equal(criterion.output_tensor[1], 1)
   check.equal(criterion:forward(torch.Tensor(), torch.Tensor()), 0)
   check.raises('nn.MSECriterion: size mismatch: expected target of size 4, got 3',
      criterion.forward, criterion, torch.Tensor(4), torch.Tensor(3))
   check.raises('nn.MSECriterion: expected target (DoubleTensor), got number', criterion.forward, criterion, torch.Tensor(1), 3)
end

-- Recorded from the original: the same draws, the same steps, the same hooks in the same order.
function test.trainingIsTheOriginals(check)
   torch.manualSeed(3)
   local layer, said = nn.Linear(1, 1), {}
   local trainer = nn.StochasticGradient(layer, nn.MSECriterion())
   trainer.maxIteration, trainer.verbose = 2, false
   local data = {size = function() return 3 end}
   for i = 1, 3 do data[i] = {torch.Tensor {i}, torch.Tensor {2 * i}} end
   function trainer.hookExample(self, example) said[#said + 1] = ('%d'):format(example[1][1]) end
   function trainer.hookIteration(self, iteration, err) said[#said + 1] = ('(%d %.12g)'):format(iteration, err) end
   local print_ = print
   print = function(text) said[#said + 1] = text end
   local ok, err = pcall(trainer.train, trainer, data)
   print = print_
   check.equal(ok, true, err)
   check.equal(table.concat(said, '\n'), [[
# StochasticGradient: training
2
3
1
(1 20.1760114203)
2
3
1
(2 9.78424728594)
# StochasticGradient: you have reached the maximum number of iterations
# training error = 9.7842472859406]])
   check.near(layer.weight[1][1], 1.0862380180003, 1e-13)
   check.near(layer.bias[1], -0.43224486268211, 1e-13)
   check.equal(torch.random(100), 61)
end

return test
