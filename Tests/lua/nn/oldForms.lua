-- Layers in the forms that older versions of the original saved load and compute what they computed.
require 'nn'
return dofile 'Tests/goldens/nn/older.lua' 'Tests/goldens/nn/old.t7'
