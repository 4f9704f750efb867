-- Layers over planes: convolution and pooling.
return {
   SpatialAveragePooling = {{'nn.SpatialAveragePooling(2, 3)', {2, 6, 4}, {2, 1, 6, 4}},
      {'nn.SpatialAveragePooling(3, 2, 2, 1, 1, 1):ceil()', {1, 4, 6}},
      {'nn.SpatialAveragePooling(3, 2, 2, 1, 1, 1):setCountExcludePad()', {2, 1, 4, 5}}},
   SpatialConvolution = {{'nn.SpatialConvolution(2, 3, 2, 3)', {2, 4, 5}, {2, 2, 4, 5}, gapless = true},
      {'nn.SpatialConvolution(1, 2, 3, 2, 2, 1, 1, 2)', {1, 4, 5}, gapless = true},
      {'nn.SpatialConvolution(2, 2, 2, 2):noBias()', {2, 3, 3}, gapless = true}},
   SpatialMaxPooling = {{'nn.SpatialMaxPooling(2, 3)', {2, 6, 4}, {2, 1, 6, 4}},
      {'nn.SpatialMaxPooling(3, 2, 2, 1, 1, 1):ceil()', {1, 4, 6}}, {'nn.SpatialMaxPooling(2, 2, 1, 1)', {1, 3, 4}}},
   SpatialDropout = {{'nn.SpatialDropout()', {4, 2, 3}, {2, 4, 2, 3}}, {'nn.SpatialDropout(0.2)', {4, 2, 3}},
      {'nn.SpatialDropout(0.3)', {4, 2, 3}, evaluate = true, forward = true},
      {'nn.SpatialDropout(0.3, true)', {4, 2, 3}, evaluate = true, forward = true}},
   SpatialZeroPadding = {{'nn.SpatialZeroPadding(2)', {2, 3, 4}, {2, 1, 3, 4}}, {'nn.SpatialZeroPadding(1, 2, 0, 3)', {2, 3, 4}},
      {'nn.SpatialZeroPadding(1, -2, -1, 3)', {2, 3, 4}, {2, 1, 3, 4}}, {'nn.SpatialZeroPadding(-1, -1, 0, -1)', {2, 3, 4}}},
   VolumetricDropout = {{'nn.VolumetricDropout()', {4, 2, 2, 3}, {2, 4, 2, 2, 3}}, {'nn.VolumetricDropout(0.2)', {4, 1, 2, 3}},
      {'nn.VolumetricDropout(0.3)', {4, 2, 1, 3}, evaluate = true, forward = true},
      {'nn.VolumetricDropout(0.3, true)', {4, 2, 1, 3}, evaluate = true, forward = true}},
}
