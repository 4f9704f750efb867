--- Fully connected layer without a bias: `y = W·x`.
--
-- The input is one sample of K numbers or a batch of N×K; the output has M in the place of K. `weight` is M×K.
--
-- @classmod nn.LinearNoBias
local LinearNoBias, Linear = torch.class('nn.LinearNoBias', 'nn.Linear')

--- Make a layer.
-- @tparam int inputSize numbers in a sample
-- @tparam int outputSize numbers in its output
function LinearNoBias:__init(inputSize, outputSize) Linear.__init(self, inputSize, outputSize, false) end
