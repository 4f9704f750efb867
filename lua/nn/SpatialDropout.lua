--- In training each channel is dropped as a whole with probability p; in evaluation everything is multiplied by 1 − p.
--
-- The input is C×H×W or a batch N×C×H×W. Neighbours in a picture are much alike, so that dropping elements one by one
-- would change little.
--
--     nn.SpatialDropout(0.2):forward(torch.Tensor(3, 32, 32))
--
-- @classmod nn.SpatialDropout
local planeDropout = require 'nn.planeDropout'
local SpatialDropout, Module = torch.class('nn.SpatialDropout', 'nn.Module')

--- Make a layer.
-- @function SpatialDropout:__init
-- @tparam[opt=0.5] number p the probability with which a channel is dropped
-- @tparam[opt=false] boolean stochasticInference whether evaluation drops channels too
planeDropout(SpatialDropout, Module, 2, 'CxHxW or NxCxHxW')
