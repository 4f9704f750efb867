-- A checkpoint of char-rnn's, saved on a GPU (Tests/goldens/make/gpu.lua), goes on on the processor.
require 'nngraph'
local recorded = torch.load 'Tests/goldens/nngraph/gpu.t7'
local test = {}

-- Three steps that feed on each other, of an LSTM of two layers.
local function checkSteps(check, rnn, type)
   local state = {}
   for i = 1, 4 do state[i] = torch.zeros(2, 3):type(type) end
   for step = 1, 3 do
      local x = torch.zeros(2, 4):type(type)
      x[1][step], x[2][5 - step] = 1, 1
      local result = rnn:forward {x, table.unpack(state)}
      for i = 1, 4 do state[i] = result[i]:clone() end
      check.near(result[5]:clone():double():csub(recorded.outputs[step]:double()):abs():max(), 0, 1e-6, 'step ' .. step)
   end
end

function test.checkpoint(check)
   local checkpoint = torch.deserialize(recorded.bytes)
   local rnn = checkpoint.protos.rnn
   check.equal(rnn:type(), 'torch.FloatTensor')
   check.equal(checkpoint.vocab.d, 4)
   rnn:evaluate()
   checkSteps(check, rnn, 'torch.FloatTensor')
   -- As such scripts convert them.
   for _, module in pairs(checkpoint.protos) do module:double() end
   checkSteps(check, rnn, 'torch.DoubleTensor')
   local parameters = rnn:getParameters()
   check.equal(parameters:nElement(), 4 * 3 * (4 + 3 + 2) + 4 * 3 * (3 + 3 + 2) + 4 * 3 + 4)
end

return test
