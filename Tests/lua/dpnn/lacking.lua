-- Layers of dpnn as older versions saved them, without a field; see Tests/goldens/nn/without.lua.
require 'dpnn'
local play = dofile 'Tests/goldens/nn/play.lua'
local without = dofile 'Tests/goldens/nn/without.lua'
return without.classes('Tests/goldens/nn/lacking.dpnn.t7', (play.family 'dpnn'))
