--- The largest elements along a dimension, which goes.
--
--     nn.Max(2):forward(torch.Tensor(4, 3, 2))      -- 4×2
--
-- `nn.Max(dimension, nInputDims)`: a negative dimension counts from the last; inputs with one more than `nInputDims`
-- dimensions are batches.
--
-- @classmod nn.Max
local Max = torch.class('nn.Max', 'nn.Module')
require 'nn.extreme'(Max, 'max')
