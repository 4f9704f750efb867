-- The order of gates in the weights of LSTMs, which scripts that set them rely on.
require 'rnn'
local test = {}

-- The order of gates in the weights of a step: input, candidate, forget, output; over a sequence input, forget, output,
-- candidate.
function test.gatesHaveTheirOrder(check)
   local K, M = 2, 3
   local x, sigmoid = torch.rand(1, K), torch.sigmoid
   local step = nn.FastLSTM(K, M)
   local z = torch.mm(x, step.i2g.weight:t()):add(step.i2g.bias:view(1, -1)):view(4, M)
   local cell = torch.cmul(sigmoid(z[1]), torch.tanh(z[2]))
   check.near(step:forward(x):dist(torch.tanh(cell):cmul(sigmoid(z[4])):view(1, M)), 0, 1e-12)
   local sequence = nn.SeqLSTM(K, M)
   z = torch.mm(x, sequence.weight:narrow(1, 1, K)):add(sequence.bias:view(1, -1)):view(4, M)
   cell = torch.cmul(sigmoid(z[1]), torch.tanh(z[4]))
   check.near(sequence:forward(x:view(1, 1, K)):dist(torch.tanh(cell):cmul(sigmoid(z[3])):view(1, 1, M)), 0, 1e-12)
end

return test
