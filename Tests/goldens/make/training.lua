-- Twenty losses of a model of characters, as the host of this program trains it, one a line:
-- th Tests/goldens/make/training.lua >Tests/goldens/nngraph/training.txt
local characters = dofile 'scripts/bench/characters.lua'
torch.manualSeed(123)
local opt = {vocabulary = 11, units = 24, layers = 2, steps = 12, batch = 6, rate = 0.01}
-- Characters that hang on the one before.
local text = torch.LongTensor(1000)
text[1] = 1
for i = 2, 1000 do text[i] = (3 * text[i - 1] + torch.random(0, 2)) % opt.vocabulary + 1 end
local training, batch = characters.training(opt), characters.batches(text, opt)
for i = 1, 20 do
   io.write(('%.17g\n'):format(training.step(batch(i))))
   if i == 8 and arg[1] then
      -- Stop, and go on from a file.
      torch.save(arg[1], training.state())
      training = characters.training(opt, torch.load(arg[1]))
   end
end
