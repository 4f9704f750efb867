--- `nn.SoftMax` along the channels of pictures: C×H×W or N×C×H×W; also of C or N×C.
-- @classmod nn.SpatialSoftMax
local SpatialSoftMax = torch.class('nn.SpatialSoftMax', 'nn.Module')

SpatialSoftMax.updateOutput, SpatialSoftMax.updateGradInput = nn.SoftMax.updateOutput, nn.SoftMax.updateGradInput
