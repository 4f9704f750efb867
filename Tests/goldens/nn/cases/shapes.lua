-- Layers that move elements: sizes, parts, order.
return {
   Reshape = {{'nn.Reshape(2, 3)', {6}, {4, 6}, {1, 6}}, {'nn.Reshape(6, false)', {2, 3}}, {'nn.Reshape(3, true)', {1, 3}}},
   View = {{'nn.View(2, 3)', {6}, {4, 6}, {2, 3, 2}, gapless = true}, {'nn.View(-1, 2)', {4}, {3, 4}, gapless = true},
      {'nn.View(6):setNumInputDims(2)', {1, 2, 3}, {2, 3}, gapless = true}},
}
