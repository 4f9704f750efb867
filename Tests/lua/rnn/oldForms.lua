-- Modules in the forms that older versions of the original saved load and compute what they computed.
require 'rnn'
return dofile 'Tests/goldens/nn/older.lua' 'Tests/goldens/rnn/recorded/old.t7'
