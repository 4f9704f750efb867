-- Trains a network of the package rnn, steps through a Sequencer and whole sequences at once: sequencer.lua SEED STEPS
require 'rnn'
require 'optim'
torch.manualSeed(tonumber(arg[1]))
local steps, batch, words, size = 5, 4, 10, 8

local net = nn.Sequential()
   :add(nn.LookupTable(words, size))
   :add(nn.SeqLSTM(size, size))
   :add(nn.SplitTable(1))
   :add(nn.Sequencer(nn.Sequential():add(nn.FastLSTM(size, size)):add(nn.Dropout(0.2)):add(nn.GRU(size, size))))
   :add(nn.Sequencer(nn.Sequential():add(nn.Linear(size, words)):add(nn.LogSoftMax())))
net:remember 'both'
local criterion = nn.SequencerCriterion(nn.ClassNLLCriterion())
local parameters, gradient = net:getParameters()
local config = {learningRate = 0.01}

for _ = 1, tonumber(arg[2]) do
   local first = torch.LongTensor(1, batch):random(1, words)
   local input = torch.LongTensor(steps + 1, batch)
   for t = 1, steps + 1 do input[t]:copy(first[1]):add(t):apply(function(word) return (word - 1) % words + 1 end) end
   local targets = nn.SplitTable(1):forward(input:narrow(1, 2, steps))
   optim.adam(function()
      gradient:zero()
      local output = net:forward(input:narrow(1, 1, steps))
      local loss = criterion:forward(output, targets)
      net:backward(input:narrow(1, 1, steps), criterion:backward(output, targets))
      gradient:clamp(-1, 1)
      return loss, gradient
   end, parameters, config)
end
