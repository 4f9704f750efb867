-- Linear and logistic regression on a small table, by samples and by batches: SGD, L-BFGS with a line search, conjugate
-- gradients. Functions to be minimized read the parameters of the network, whatever they are given.
require 'nn'
require 'optim'
torch.manualSeed(1)

local data = torch.Tensor {
   {40, 6, 4}, {44, 10, 4}, {46, 12, 5}, {48, 14, 7}, {52, 16, 9},
   {58, 18, 12}, {60, 22, 14}, {68, 24, 20}, {74, 26, 21}, {80, 32, 24},
}

print 'linear'
local linear, squares = nn.Sequential():add(nn.Linear(2, 1)), nn.MSECriterion()
local x, gradient = linear:getParameters()
local sample = 0
local function next(new)
   if x ~= new then x:copy(new) end
   sample = sample % data:size(1) + 1
   local input, target = data[sample]:narrow(1, 2, 2), data[sample]:narrow(1, 1, 1)
   gradient:zero()
   local loss = squares:forward(linear:forward(input), target)
   linear:backward(input, squares:backward(linear.output, target))
   return loss, gradient
end
local state = {learningRate = 1e-3, weightDecay = 0, momentum = 0, learningRateDecay = 1e-4}
for epoch = 1, 40 do
   local sum = 0
   for _ = 1, data:size(1) do
      local _, loss = optim.sgd(next, x, state)
      sum = sum + loss[1]
   end
   if epoch % 8 == 0 then print(('%3d: mean loss %.6f'):format(epoch, sum / data:size(1))) end
end
for i = 1, 3 do
   local found = linear:forward(data[i]:narrow(1, 2, 2))[1]
   print(('%d: %.4f, found %.4f'):format(i, data[i][1], found))
end

print 'logistic'
local names = {'low', 'middle', 'high'}
local targets = torch.Tensor(data:size(1))
for i = 1, data:size(1) do targets[i] = data[i][1] < 48 and 1 or data[i][1] < 65 and 2 or 3 end
local points = data:narrow(2, 2, 2):clone():div(10)
for _, method in ipairs {'lbfgs', 'cg'} do
   local net, criterion = nn.Sequential():add(nn.Linear(2, 3)):add(nn.LogSoftMax()), nn.ClassNLLCriterion()
   local parameters, gradients = net:getParameters()
   local count = 0
   local function all()
      count = count + 1
      gradients:zero()
      local loss = criterion:forward(net:forward(points), targets)
      net:backward(points, criterion:backward(net.output, targets))
      return loss, gradients
   end
   local options = {maxIter = 12, lineSearch = method == 'lbfgs' and optim.lswolfe or nil}
   local _, losses = optim[method](all, parameters, options)
   print(('%s: %d evaluations, loss %.6f, then %.6f'):format(method, count, losses[1], losses[#losses]))
   local _, best = net:forward(points):max(2)
   local found = {}
   for i = 1, best:size(1) do found[i] = names[best[i][1]] end
   print(table.concat(found, ' '))
end
