-- Steps of training a model of characters (characters.lua). usage: char_rnn.lua [nthreads]
torch.setnumthreads(tonumber(arg and arg[1]) or 1); torch.manualSeed(1)
local characters = dofile 'scripts/bench/characters.lua'

for _, case in ipairs{{'128', 128, 2, 50, 50}, {'256', 256, 2, 50, 50}} do
   for _, kind in ipairs{'Double', 'Float'} do
      torch.setdefaulttensortype('torch.' .. kind .. 'Tensor')
      local opt = {vocabulary = 65, units = case[2], layers = case[3], steps = case[4], batch = case[5], rate = 2e-3}
      local text = torch.LongTensor(50001):random(1, opt.vocabulary)
      local training, batch = characters.training(opt), characters.batches(text, opt)
      training.step(batch(1))
      local repeats, timer = 4, torch.Timer()
      for i = 1, repeats do training.step(batch(i + 1)) end
      print(('RES char_rnn_%s_%s_ms %.2f'):format(case[1], kind:lower(), timer:time().real / repeats * 1e3))
   end
end
