-- Layers made of layers.
return {
   Concat = {{'nn.Concat(1):add(nn.Linear(3, 2)):add(nn.Linear(3, 4))', {3}},
      {'nn.Concat(2):add(nn.Linear(3, 2)):add(nn.Tanh())', {2, 3}}, {'nn.Concat(3):add(nn.Identity()):add(nn.ReLU())', {2, 3, 2}}},
   ConcatTable = {{'nn.ConcatTable():add(nn.Linear(3, 2)):add(nn.Identity())', {3}, {2, 3}},
      {'nn.ConcatTable():add(nn.Identity()):add(nn.Identity())', {{2}, {{3}, {1}}}},
      {'nn.ConcatTable():add(nn.ParallelTable():add(nn.Tanh()):add(nn.Sigmoid())):add(nn.Identity())', {{2}, {3}}}},
   ParallelTable = {{'nn.ParallelTable():add(nn.Linear(3, 2)):add(nn.Tanh())', {{3}, {2}}, {{2, 3}, {2, 2}}},
      {'nn.ParallelTable():add(nn.Identity())', {{2}}}, {'nn.ParallelTable():add(nn.ReLU()):add(nn.ConcatTable():add(nn.Tanh()))', {{2}, {3}}}},
   Sequential = {{'nn.Sequential():add(nn.Linear(3, 2)):add(nn.Tanh()):add(nn.Linear(2, 2, false))', {3}, {4, 3}},
      {'nn.Sequential():add(nn.Identity())', {3}},
      {'nn.Sequential():add(nn.Sequential():add(nn.Linear(3, 2))):add(nn.LogSoftMax())', {2, 3}}},
}
