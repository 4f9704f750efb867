-- What dpnn adds, with wrong inputs, gradients and targets.
require 'dpnn'
local play = dofile 'Tests/goldens/nn/play.lua'
return dofile 'Tests/goldens/nn/refused.lua'(play.family 'dpnn')
