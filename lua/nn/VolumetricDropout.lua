--- In training each channel is dropped as a whole with probability p; in evaluation everything is multiplied by 1 − p.
--
-- The input is C×T×H×W or a batch N×C×T×H×W.
--
--     nn.VolumetricDropout(0.2):forward(torch.Tensor(3, 8, 32, 32))
--
-- Arguments: the probability `p` (0.5), and whether evaluation drops channels too (`stochasticInference`, false).
--
-- @classmod nn.VolumetricDropout
local VolumetricDropout, Module = torch.class('nn.VolumetricDropout', 'nn.Module')

require 'nn.planeDropout'(VolumetricDropout, Module, 3, 'CxTxHxW or NxCxTxHxW')
