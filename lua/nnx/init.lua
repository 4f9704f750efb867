--- More layers and criteria, older than `dpnn` and `rnn`, which use some of them.
--
-- Its classes are those of `nn`: `require 'nnx'` adds them there.
--
-- @module nnx
require 'nn'

nnx = {}
table.insert(require('torch.lateFolders').nn, 'nnx')

return nnx
