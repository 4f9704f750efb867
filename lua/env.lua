--- `require 'env'`: what an interactive Torch loads. All of it is there anyway in `th`, and here for other hosts.
-- @module env
for _, name in ipairs {'torch', 'paths', 'sys', 'xlua'} do require(name) end
return true
