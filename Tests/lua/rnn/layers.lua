-- What rnn adds for single steps, and its criterions, against what the original computed.
require 'rnn'
local play = dofile 'Tests/goldens/nn/play.lua'
return dofile 'Tests/goldens/nn/compared.lua'(play.family 'rnn')
