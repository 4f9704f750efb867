--- `nn.LogSoftMax` along the channels of pictures: C×H×W or N×C×H×W; also of C or N×C.
-- @classmod nn.SpatialLogSoftMax
local SpatialLogSoftMax = torch.class('nn.SpatialLogSoftMax', 'nn.Module')

SpatialLogSoftMax.updateOutput, SpatialLogSoftMax.updateGradInput =
   nn.LogSoftMax.updateOutput, nn.LogSoftMax.updateGradInput
