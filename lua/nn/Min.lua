--- The smallest elements along a dimension, which goes.
--
--     nn.Min(2):forward(torch.Tensor(4, 3, 2))      -- 4×2
--
-- `nn.Min(dimension, nInputDims)`: a negative dimension counts from the last; inputs with one more than `nInputDims`
-- dimensions are batches.
--
-- @classmod nn.Min
local Min = torch.class('nn.Min', 'nn.Module')
require 'nn.extreme'(Min, 'min')
