--- Recurrent networks: modules for which each call of `forward` is a step of a sequence, and modules that take whole
-- sequences.
--
-- Its classes and methods are those of `nn`: `require 'rnn'` adds them there. (Léonard, Waghmare, Wang, Kim:
-- rnn: Recurrent Library for Torch, 2015, arXiv:1511.07889.)
--
--     net = nn.Sequencer(nn.Sequential():add(nn.FastLSTM(10, 20)):add(nn.Linear(20, 5)))
--     net:forward(torch.randn(7, 4, 10))      -- 7 steps of a batch of 4: 7×4×5
--
-- @module rnn
require 'dpnn'
require 'torchx'

rnn = {version = 2}
nn.rnn = rnn
for _, name in ipairs {'recursiveResizeAs', 'recursiveSet', 'recursiveCopy', 'recursiveAdd', 'recursiveTensorEq',
      'recursiveNormal', 'recursiveFill', 'recursiveType', 'recursiveSum', 'recursiveNew'} do
   rnn[name] = torchx[name]
end
table.insert(require('torch.lateFolders').nn, 'rnn')

require 'rnn.steps'
require 'rnn.dropout'
require 'rnn.utilities'
require 'rnn.scores'
require 'rnn.packing'
require 'rnn.stepFunctions'

return rnn
