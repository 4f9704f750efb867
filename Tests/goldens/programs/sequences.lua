-- Sequences with rnn: which of two marks came first in a sequence of noise; GRU and LSTM in an nn.Sequencer, sequences of
-- different lengths padded with zeros, and a confusion matrix.
require 'rnn'
require 'optim'
torch.manualSeed(5)

local batch, longest, inputs = 6, 7, 3

-- Steps before the sequence begins are 0. The last number of two steps is a mark: 1 and -1, or the other way round.
local function draw()
   local x, target = torch.zeros(longest, batch, inputs), torch.Tensor(batch)
   for n = 1, batch do
      local length = torch.random(4, longest)
      local first = longest - length + torch.random(1, length - 1)
      local second = torch.random(first + 1, longest)
      x:narrow(1, longest - length + 1, length):select(2, n):narrow(2, 1, inputs - 1):uniform(-.5, .5)
      local one = torch.random(1, 2)
      target[n] = one
      x[first][n][inputs], x[second][n][inputs] = 3 - 2 * one, 2 * one - 3
   end
   return x, target
end

for _, kind in ipairs {'FastLSTM', 'GRU', 'LSTM'} do
   local step = nn.Sequential():add(nn[kind](inputs, 8):maskZero(1)):add(nn.MaskZero(nn.Linear(8, 2), 1))
   local net = nn.Sequential():add(nn.Sequencer(step)):add(nn.Select(1, -1)):add(nn.LogSoftMax())
   local criterion = nn.ClassNLLCriterion()
   local parameters, gradients = net:getParameters()
   parameters:uniform(-.2, .2)
   local confusion, state = optim.ConfusionMatrix {'up', 'down'}, {learningRate = .02}
   print(kind .. ': ' .. parameters:nElement() .. ' parameters')
   for i = 1, 60 do
      local x, target = draw()
      local function evaluate()
         gradients:zero()
         local loss = criterion:forward(net:forward(x), target)
         net:backward(x, criterion:backward(net.output, target))
         return loss, gradients
      end
      local _, loss = optim.adam(evaluate, parameters, state)
      if i > 40 then confusion:batchAdd(net.output, target) end
      if i % 10 == 0 then print(('%3d: loss %.6f, norm of the gradient %.5f'):format(i, loss[1], gradients:norm())) end
   end
   print(confusion)
   net:evaluate()
   local x, target = draw()
   print(('evaluated: loss %.6f'):format(criterion:forward(net:forward(x), target)))
   local copy = torch.deserialize(torch.serialize(net:clearState()))
   print(('and from a file: loss %.6f'):format(criterion:forward(copy:forward(x), target)))
end
