-- Functions of single elements, and soft maxima.
return {
   LogSoftMax = {{'nn.LogSoftMax()', {4}, {3, 4}, {2, 3, 2}, {2, 2, 3, 2}}, {'nn.LogSoftMax()', {2, 19}}},
   ReLU = {{'nn.ReLU()', {5}, {2, 3, 2}}, {'nn.ReLU(true)', {5}}},
   Sigmoid = {{'nn.Sigmoid()', {5}, {2, 3, 2}}},
   SoftMax = {{'nn.SoftMax()', {4}, {3, 4}, {2, 3, 2}, {2, 2, 3, 2}}, {'nn.SoftMax()', {2, 19}}},
   SoftSign = {{'nn.SoftSign()', {5}, {2, 3, 2}}},
   Tanh = {{'nn.Tanh()', {5}, {2, 3, 2}}},
   TanhShrink = {{'nn.TanhShrink()', {5}, {2, 3, 2, from = -4, to = 4}}},
   Threshold = {{'nn.Threshold(0.3, -0.5)', {4}, {2, 3}}, {'nn.Threshold()', {3}}, {'nn.Threshold(0.1, -2, true)', {4}}},
}
