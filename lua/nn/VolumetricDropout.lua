--- In training each channel is dropped as a whole with probability p; in evaluation everything is multiplied by 1 − p.
--
-- The input is C×T×H×W or a batch N×C×T×H×W.
--
--     nn.VolumetricDropout(0.2):forward(torch.Tensor(3, 8, 32, 32))
--
-- @classmod nn.VolumetricDropout
local planeDropout = require 'nn.planeDropout'
local VolumetricDropout, Module = torch.class('nn.VolumetricDropout', 'nn.Module')

--- Make a layer.
-- @function VolumetricDropout:__init
-- @tparam[opt=0.5] number p the probability with which a channel is dropped
-- @tparam[opt=false] boolean stochasticInference whether evaluation drops channels too
planeDropout(VolumetricDropout, Module, 3, 'CxTxHxW or NxCxTxHxW')
