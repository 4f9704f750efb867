-- What nnx adds, against what the original computed.
require 'nnx'
local play = dofile 'Tests/goldens/nn/play.lua'
return dofile 'Tests/goldens/nn/compared.lua'(play.family 'nnx')
