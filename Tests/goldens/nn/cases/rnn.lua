-- What rnn adds for single steps, and criterions of sequences; the modules that keep a history: Tests/goldens/rnn/cases.lua.
require 'rnn'

-- Some rows are 0.
local masked = {4, 3, values = {1, -.5, .25, 0, 0, 0, .75, 2, -1, 0, 0, 0}}
local steps = {3, 4, values = {.5, -1, .25, 2, 0, 0, 0, 0, 1, .5, -.75, .125}}
return {
   CopyGrad = {{'nn.CopyGrad()', {3}, {2, 3}}},
   LinearNoBias = {{'nn.LinearNoBias(3, 2)', {3}, {4, 3}}, {'nn.LinearNoBias(1, 4)', {2, 1}}},
   LookupTableMaskZero = {{'nn.LookupTableMaskZero(5, 3)', {4, index = 5}, {2, 3, index = 5}}},
   MaskZero = {{'nn.MaskZero(nn.Linear(3, 2), 1)', masked, {3}, {3, values = {0, 0, 0}}},
      {'nn.MaskZero(nn.Sequential():add(nn.Linear(3, 2)):add(nn.Tanh()), 1, true)', masked}},
   MaskZeroCriterion = {{'nn.MaskZeroCriterion(nn.MSECriterion(), 1)', {masked, {4, 3}}}, {'nn.MaskZeroCriterion(nn.AbsCriterion(), 1)', {steps, {3, 4}}},
      {'nn.MaskZeroCriterion(nn.ClassNLLCriterion(), 1)', {masked, {4, index = 3}}}},
   RepeaterCriterion = {{'nn.RepeaterCriterion(nn.MSECriterion())', {{3, 2, 4}, {2, 4}}, {{{2, 3}, {2, 3}}, {2, 3}}},
      {'nn.RepeaterCriterion(nn.ClassNLLCriterion())', {{2, 4, 3}, {4, index = 3}}}},
   SAdd = {{'nn.SAdd(2.5)', {3}, {2, 3}}, {'nn.SAdd(-1, true)', {3, 2}}},
   SequencerCriterion = {{'nn.SequencerCriterion(nn.MSECriterion())', {{3, 2, 4}, {3, 2, 4}}, {{{2, 3}, {2, 3}}, {{2, 3}, {2, 3}}}},
      {'nn.SequencerCriterion(nn.ClassNLLCriterion(), true)', {{2, 4, 3}, {2, 4, index = 3}}}},
   TrimZero = {{'nn.TrimZero(nn.Linear(3, 2), 1)', masked, forward = true}, {'nn.TrimZero(nn.Linear(3, 2), 1)', {2, 3}},
      {'nn.TrimZero(nn.Sequential():add(nn.Linear(4, 2)):add(nn.Sigmoid()), 1)', steps, forward = true}},
}
