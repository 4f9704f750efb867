-- What dpnn adds, against what the original computed.
require 'dpnn'
local play = dofile 'Tests/goldens/nn/play.lua'
return dofile 'Tests/goldens/nn/compared.lua'(play.family 'dpnn')
