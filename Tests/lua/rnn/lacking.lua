-- Layers of rnn as older versions saved them, without a field; see Tests/goldens/nn/without.lua.
require 'rnn'
local play = dofile 'Tests/goldens/nn/play.lua'
local without = dofile 'Tests/goldens/nn/without.lua'
return without.classes('Tests/goldens/nn/lacking.rnn.t7', (play.family 'rnn'))
