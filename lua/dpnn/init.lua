--- More of `nn`: clones that share parameters, constraints on parameters and gradients, momentum, layers for
-- classification by noise-contrastive estimation and for REINFORCE.
--
-- Its classes and methods are those of `nn`: `require 'dpnn'` adds them there.
--
-- @module dpnn
require 'nn'

dpnn = {version = 2}
table.insert(require('torch.lateFolders').nn, 'dpnn')

require 'dpnn.fields'
require 'dpnn.sharing'
require 'dpnn.updates'
require 'dpnn.batches'
require 'dpnn.modes'

return dpnn
