-- What rnn adds for single steps, and its criterions, with wrong inputs, gradients and targets.
require 'rnn'
local play = dofile 'Tests/goldens/nn/play.lua'
return dofile 'Tests/goldens/nn/refused.lua'(play.family 'rnn')
