--- In training each channel is dropped as a whole with probability p; in evaluation everything is multiplied by 1 − p.
--
-- The input is C×H×W or a batch N×C×H×W. Neighbours in a picture are much alike, so that dropping elements one by one
-- would change little.
--
--     nn.SpatialDropout(0.2):forward(torch.Tensor(3, 32, 32))
--
-- Arguments: the probability `p` (0.5), and whether evaluation drops channels too (`stochasticInference`, false).
--
-- @classmod nn.SpatialDropout
local SpatialDropout, Module = torch.class('nn.SpatialDropout', 'nn.Module')

require 'nn.planeDropout'(SpatialDropout, Module, 2, 'CxHxW or NxCxHxW')
