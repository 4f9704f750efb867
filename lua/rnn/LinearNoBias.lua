--- Fully connected layer without a bias: `y = W·x`.
-- @classmod nn.LinearNoBias
local LinearNoBias, Linear = torch.class('nn.LinearNoBias', 'nn.Linear')

--- Make a layer.
-- @tparam int inputSize numbers in a sample
-- @tparam int outputSize numbers in its output
function LinearNoBias:__init(inputSize, outputSize) Linear.__init(self, inputSize, outputSize, false) end
