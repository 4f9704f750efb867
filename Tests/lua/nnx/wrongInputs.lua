-- What nnx adds, with wrong inputs, gradients and targets.
require 'nnx'
local play = dofile 'Tests/goldens/nn/play.lua'
return dofile 'Tests/goldens/nn/refused.lua'(play.family 'nnx')
