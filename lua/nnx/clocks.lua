--- The clocks that `nn.Tic` starts, by name.
-- @module nnx.clocks
return {}
