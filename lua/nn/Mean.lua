--- The mean along a dimension, which goes.
--
--     nn.Mean(2):forward(torch.Tensor(4, 3, 2))      -- 4×2
--
-- @classmod nn.Mean
local Mean, Sum = torch.class('nn.Mean', 'nn.Sum')

--- Make a layer.
-- @tparam[opt=1] int dimension along which to average; a negative one counts from the last
-- @tparam[opt] int nInputDims how many dimensions a sample has: with one more, the first is the batch
function Mean:__init(dimension, nInputDims) Sum.__init(self, dimension, nInputDims, true) end
