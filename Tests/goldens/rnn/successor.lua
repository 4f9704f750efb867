-- What is recorded of torch/rnn; play.lua says how a case is written.
return {
   {'RecLSTM', 'nn.RecLSTM(3, 2)', {4, 3}, saved = true},
   {'RecLSTM, projected', 'nn.RecLSTM(3, 4, 2)', {4, 3}},
   {'RecLSTM, masked', 'nn.RecLSTM(3, 2):maskZero(true)', {4, 3}, mask = true},
   {'RecGRU', 'nn.RecGRU(3, 2)', {4, 3}, saved = true},
   {'RecGRU, masked', 'nn.RecGRU(3, 2):maskZero(true)', {4, 3}, mask = true},
   {'LinearRNN', 'nn.LinearRNN(3, 2)', {4, 3}, saved = true},
   {'LinearRNN with another transfer', 'nn.LinearRNN(3, 2, nn.Tanh())', {4, 3}},
   {'LinearRNN, masked', 'nn.LinearRNN(3, 2):maskZero(true)', {4, 3}, mask = true},
   {'LookupRNN', 'nn.Sequencer(nn.LookupRNN(5, 3))', {4}, whole = 'table', index = 5, saved = true},
   {'Sequencer of steps', 'nn.Sequencer(nn.Sequential():add(nn.RecGRU(3, 4)):add(nn.RecLSTM(4, 2)))', {4, 3}, whole = 'tensor'},
   {'Sequencer that remembers', 'nn.Sequencer(nn.RecLSTM(3, 2))', {4, 3}, whole = 'tensor', remember = 'both'},
   {'Recurrence of a StepGRU', 'nn.Recurrence(nn.StepGRU(3, 2), 2, 1)', {4, 3}},
   {'Recurrence with a RecLSTM in it', 'nn.Recurrence(nn.Sequential():add(nn.CSubTable()):add(nn.RecLSTM(3, 3))' ..
      ':add(nn.Linear(3, 3)), 3, 1)', {4, 3}},
   {'SeqBLSTM', 'nn.SeqBLSTM(3, 2)', {4, 3}, whole = 'tensor'},
   {'SeqBLSTM, joined', 'nn.SeqBLSTM(3, 2, nn.JoinTable(3))', {4, 3}, whole = 'tensor'},
   {'SeqBGRU', 'nn.SeqBGRU(3, 2)', {4, 3}, whole = 'tensor'},
   {'BiSequencer of steps', 'nn.BiSequencer(nn.RecLSTM(3, 2), nn.RecGRU(3, 2))', {4, 3}, whole = 'tensor'},
   {'ReverseSequence', 'nn.ReverseSequence()', {4, 3}, whole = 'tensor'},
   {'MaskZero', 'nn.Recursor(nn.MaskZero(nn.Linear(3, 2), true))', {4, 3}, mask = true},
}
