-- Layers of nnx as older versions saved them, without a field; see Tests/goldens/nn/without.lua.
require 'nnx'
local play = dofile 'Tests/goldens/nn/play.lua'
local without = dofile 'Tests/goldens/nn/without.lua'

-- The original computes nonsense, with what an earlier call has left; ours is refused, or right.
local nonsense = {SoftMaxTree = 'gradInput', Balance = 'train'}
-- Tables are pushed and pulled within an nn.Sequential.
local function isKept(class, field, isNeeded)
   return nonsense[class] == field or isNeeded and field == 'modules'
end

return without.classes('Tests/goldens/nn/lacking.nnx.t7', (play.family 'nnx'), isKept)
