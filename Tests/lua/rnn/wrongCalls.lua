-- Methods and functions of rnn, beside forward and backward, with what they cannot take.
require 'rnn'
local test = {}

function test.methods(check)
   local module = nn.LSTM(3, 2)
   check.raises('nn.LSTM: expected a number of steps, got true', module.forget, module, true)
   check.raises('nn.LSTM: expected a number of steps, got nan', module.forget, module, 0 / 0)
   check.raises('nn.LSTM: expected the number of a step, from 1 on, got x', module.setOutputStep, module, 'x')
   check.raises('nn.LSTM: expected a function to call, got nil', module.includingSharedClones, module)
   check.raises("nn.LSTM: expected a number of a sample's dimensions, got nil", module.trimZero, module)
   local net = nn.Sequential():add(module)
   check.raises('nn.Sequential: expected a table of a state for each module within, got 3', net.setHiddenState, net, 1, 3)
   local expand = nn.ExpandAs()
   expand:forward {torch.ones(4, 3), torch.ones(1, 3)}
   check.raises('nn.ExpandAs: expected a table of 2 tensors, got 3', expand.backward, expand, 3, expand.output)
end

-- A table that is its own first part has no first tensor.
function test.tablesWithinThemselves(check)
   local endless = {}
   endless[1] = endless
   check.raises('nn.utils.recursiveGetFirst: expected a tensor or a table of tensors, got table',
      nn.utils.recursiveGetFirst, endless)
   check.raises('torchx.recursiveBatchSize: expected a tensor or a table of tensors', torchx.recursiveBatchSize, endless)
   local masked = nn.MaskZero(nn.Linear(3, 2), 1)
   check.raises('nn.MaskZero: expected a tensor as input, got table', masked.forward, masked, endless)
   local step = nn.LinearRNN(3, 2)
   check.raises('nn.LinearRNN: expected a tensor as input of step 1, got table', step.forward, step, endless)
end

function test.bytesAreCompared(check)
   local a, b = torch.ByteTensor {0, 1}, torch.ByteTensor {1, 0}
   check.equal(nn.utils.recursiveTensorEq({a}, {a:clone()}), true)
   check.equal(nn.utils.recursiveTensorEq(a, b), false)
   check.equal(nn.utils.recursiveTensorEq(b, a), false)
end

function test.runsOfWords(check)
   local utils = nn.utils
   check.raises('nn.utils.get_ngrams: expected a table of words or a tensor of their numbers, got nil', utils.get_ngrams)
   check.raises('nn.utils.get_ngrams: expected a number of words, got nil', utils.get_ngrams, {'a'})
   check.raises('nn.utils.get_ngrams: expected words or numbers in the table, got true', utils.get_ngrams, {true}, 2)
   check.raises('nn.utils.get_ngram_prec: expected a number of words, got inf', utils.get_ngram_prec, {'a'}, {'a'}, 1 / 0)
   check.raises('nn.utils.get_ngram_recall: expected a number of words', utils.get_ngram_recall, {'a'}, {'a'}, 2 ^ 40)
   check.raises('nn.utils.get_skip_bigrams: expected a table of words, got 3', utils.get_skip_bigrams, {'a'}, 3, true, 1)
   check.raises('nn.get_rougeS: expected a number of words, got x', nn.get_rougeS, {'a'}, {'b'}, 1, 'x')
   check.raises('nn.utils.setZeroMask: expected modules and criterions, got 3', utils.setZeroMask, {3}, false)
   check.raises('torchx.recursiveNormal: expected tensors of floats or doubles, got torch.LongTensor',
      torchx.recursiveNormal, torch.LongTensor(2))
end

return test
