--- Additions to `torch`: concatenation, searching, grouping, drawing from categories.
-- @module torchx
require 'torch'

torchx = {version = 1}
for name, f in pairs(require 'torchx.recursive') do torchx[name] = f end
require 'torchx.tensors'
require 'torchx.AliasMultinomial'

return torchx
