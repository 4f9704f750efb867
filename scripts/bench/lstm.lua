-- usage: lstm.lua [nthreads]. Forward and backward of recurrent layers: a sequence at a call, and step by step. A usual
-- size, and a large one.
require 'rnn'
torch.setnumthreads(tonumber(arg and arg[1]) or 1)
torch.manualSeed(1)
torch.setdefaulttensortype 'torch.FloatTensor'

for _, case in ipairs {{20, 10, 200, 200, 20}, {50, 64, 128, 512, 2}} do
   local steps, batch, inputs, units, times = case[1], case[2], case[3], case[4], case[5]
   local x, gradOutput = torch.randn(steps, batch, inputs), torch.randn(steps, batch, units)
   local function time(name, net)
      local function run()
         net:zeroGradParameters()
         net:forward(x)
         net:backward(x, gradOutput)
      end
      run()
      local timer = torch.Timer()
      for _ = 1, times do run() end
      local ms = timer:time().real / times * 1e3
      print(('RES %s_T%d_B%d_I%d_H%d_ms %.3f'):format(name, steps, batch, inputs, units, ms))
   end
   time('seqlstm', nn.SeqLSTM(inputs, units))
   time('seqgru', nn.SeqGRU(inputs, units))
   time('fastlstm', nn.Sequencer(nn.FastLSTM(inputs, units)))
   time('gru', nn.Sequencer(nn.GRU(inputs, units)))
   time('lstm', nn.Sequencer(nn.LSTM(inputs, units)))
end
