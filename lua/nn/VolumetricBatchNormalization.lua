--- Batch normalisation of volumes: N×C×T×H×W, each of the C planes on its own.
--
-- As `nn.BatchNormalization`, with the statistics over N, T, H and W.
--
-- @classmod nn.VolumetricBatchNormalization
local VolumetricBatchNormalization = torch.class('nn.VolumetricBatchNormalization', 'nn.BatchNormalization')

VolumetricBatchNormalization.nDim = 5
