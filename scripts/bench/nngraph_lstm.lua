-- usage: nngraph_lstm.lua [nthreads]. A step of an LSTM of two layers made with nngraph: small, where the graph itself
-- costs, and of a usual size.
require 'nngraph'
torch.setnumthreads(tonumber(arg and arg[1]) or 1)
local play = dofile 'Tests/goldens/nngraph/play.lua'

for _, case in ipairs {{'small', 5, 3, 2, 3000}, {'usual', 65, 128, 50, 20}} do
   local name, inputs, units, batch, times = case[1], case[2], case[3], case[4], case[5]
   local net, x, gradOutput = play.lstm(inputs, units, 2), play.data(inputs, units, 2, batch)
   local function time(what, f)
      f()
      local timer = torch.Timer()
      for _ = 1, times do f() end
      print(('RES nngraph_lstm_%s_%s_us %.1f'):format(name, what, timer:time().real / times * 1e6))
   end
   time('forward', function() net:forward(x) end)
   time('backward', function() net:backward(x, gradOutput) end)
end
