-- Layers that normalise their input.
return {
   BatchNormalization = {{'nn.BatchNormalization(3)', {4, 3}, {5, 3}}, {'nn.BatchNormalization(3)', {4, 3}, {1, 3}}, {'nn.BatchNormalization(2, 1e-2, 0.3)', {4, 2}},
      {'nn.BatchNormalization(2, 1e-3, 0.2, false)', {70, 2}}, {'nn.BatchNormalization(3)', {4, 3}, {3}, evaluate = true}},
   SpatialBatchNormalization = {{'nn.SpatialBatchNormalization(2)', {3, 2, 2, 3}, {2, 2, 5, 7}},
      {'nn.SpatialBatchNormalization(2, 1e-2, 0.3, false)', {3, 2, 2, 3}}, {'nn.SpatialBatchNormalization(2)', {2, 2, 2, 3}, {2, 2, 2}, evaluate = true}},
   VolumetricBatchNormalization = {{'nn.VolumetricBatchNormalization(2)', {3, 2, 2, 2, 3}}, {'nn.VolumetricBatchNormalization(2, 1e-2, 0.3, false)', {2, 2, 2, 1, 3}},
      {'nn.VolumetricBatchNormalization(2)', {2, 2, 2, 3, 1}, evaluate = true}},
}
