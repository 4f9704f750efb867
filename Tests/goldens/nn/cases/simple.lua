-- Layers with parameters or noise, and arithmetic.
return {
   Dropout = {{'nn.Dropout(0.3)', {6}, {2, 3}}, {'nn.Dropout(0.6, true)', {6}},
      {'nn.Dropout(0.6, true)', {6}, evaluate = true}, {'nn.Dropout(0.5, false, true, true)', {7}, evaluate = true}},
   Identity = {{'nn.Identity()', {3}, {{2}, {{3}}}}},
   Linear = {{'nn.Linear(5, 3)', {5}, {4, 5}, {1, 5}}, {'nn.Linear(3, 2, false)', {3}, {2, 3}}, {'nn.Linear(13, 9)', {7, 13}}},
   LookupTable = {{'nn.LookupTable(5, 3)', {4, index = 5}, {2, 3, index = 5}}, {'nn.LookupTable(4, 2, 2, 1.2, 1)', {6, index = 4}},
      {'nn.LookupTable(4, 2):scaleGradByFreq()', {6, index = 4}}},
}
