-- Networks in the forms that older versions of the original saved load and compute what they computed.
require 'nngraph'
return dofile 'Tests/goldens/nn/older.lua' 'Tests/goldens/nngraph/old.t7'
