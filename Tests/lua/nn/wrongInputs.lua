-- Every module and criterion with wrong inputs, gradients and targets.
require 'nn'
local play = dofile 'Tests/goldens/nn/play.lua'
return dofile 'Tests/goldens/nn/refused.lua'(play.classes())
