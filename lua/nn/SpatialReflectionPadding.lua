--- Pads pictures with their mirror image: what lies n outside is what lies n inside.
--
-- The input is C×H×W or a batch N×C×H×W. Negative numbers cut off.
--
-- @classmod nn.SpatialReflectionPadding
local bordered = require 'nn.bordered'

--- Make a layer.
-- @function __init
-- @tparam[opt=1] int pad_l columns on the left
-- @tparam[opt=pad_l] int pad_r columns on the right
-- @tparam[opt=pad_l] int pad_t rows above
-- @tparam[opt=pad_l] int pad_b rows below
bordered.picture(torch.class('nn.SpatialReflectionPadding', 'nn.Module'), bordered.mirrored)
