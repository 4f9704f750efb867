-- How recurrent modules go through steps: clones, memory, hidden states, files.
require 'rnn'
local moses = require 'moses'
local test = {}

function test.clonesShareTheirParameters(check)
   local lstm = nn.LSTM(3, 2)
   for _ = 1, 3 do lstm:forward(torch.randn(4, 3)) end
   check.equal(#lstm.sharedClones, 3)
   local first, last = lstm.sharedClones[1]:parameters(), lstm.sharedClones[3]:parameters()
   for i = 1, #first do check.equal(first[i]:storage() == last[i]:storage(), true) end
   local flat = lstm:getParameters()
   flat:fill(.25)
   check.equal(lstm.sharedClones[3]:parameters()[1][1][1], .25)
end

function test.memoryIsBoundedByRho(check)
   local lstm = nn.LSTM(3, 2, 3)
   for _ = 1, 20 do lstm:forward(torch.randn(4, 3)) end
   check.equal(#moses.keys(lstm.sharedClones), 4)
   check.equal(#moses.keys(lstm.outputs) <= 4, true)
   check.equal(#moses.keys(lstm.cells) <= 4, true)
   lstm:forget()
   check.equal(#lstm.sharedClones, 4)
   check.equal(lstm.step, 1)
   lstm:evaluate()
   for _ = 1, 20 do lstm:forward(torch.randn(4, 3)) end
   check.equal(#moses.keys(lstm.outputs), 1)
end

function test.statesGoFromOneToAnother(check)
   local from = nn.FastLSTM(3, 2)
   local to = from:sharedClone()
   local x = torch.randn(5, 4, 3)
   for step = 1, 2 do from:forward(x[step]) end
   to:setHiddenState(0, from:getHiddenState(2))
   for step = 3, 5 do
      check.equal((from:forward(x[step]) - to:forward(x[step])):abs():max(), 0)
   end
end

function test.rememberedSequencesGoOn(check)
   local net = nn.Sequencer(nn.LSTM(3, 2))
   local x = torch.randn(6, 4, 3)
   local whole = net:forward(x):clone()
   net:remember 'both'
   net:forget()
   local first, second = net:forward(x:narrow(1, 1, 2)):clone(), net:forward(x:narrow(1, 3, 4))
   check.equal((whole:narrow(1, 1, 2) - first):abs():max(), 0)
   check.equal((whole:narrow(1, 3, 4) - second):abs():max(), 0)
end

function test.savedAndLoaded(check)
   for _, make in ipairs {'nn.LSTM(3, 2)', 'nn.GRU(3, 2)', 'nn.Sequencer(nn.FastLSTM(3, 2))'} do
      local module = load('return ' .. make)()
      local x = torch.isTypeOf(module, 'nn.Sequencer') and torch.randn(5, 4, 3) or torch.randn(4, 3)
      local output = module:forward(x):clone()
      local again = torch.deserialize(torch.serialize(module))
      again:forget()
      check.equal((again:forward(x) - output):abs():max(), 0)
      module:float()
      module:forget()
      check.equal(torch.type(module:forward(x:float())), 'torch.FloatTensor')
   end
end

return test
