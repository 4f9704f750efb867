-- Records what the original's rnn computes: th Tests/goldens/make/rnn.lua, with the original's th. With torch/rnn in the
-- place of Element-Research's: th Tests/goldens/make/rnn.lua torchrnn.
require 'rnn'
local play = dofile 'Tests/goldens/rnn/play.lua'
local recording = play.recordings[arg[1] or 'rnn']

local function numbersOf(case)
   local numbers = {}
   local module = play.play(case, function(_, values)
      for _, value in ipairs(values) do numbers[#numbers + 1] = value end
   end)
   return {numbers, module}
end

local recorded = {numbers = {}, floats = {}, modules = {}}
for _, case in ipairs(recording.cases) do
   local numbers, module = unpack(numbersOf(case))
   recorded.numbers[case[1]] = torch.DoubleTensor(numbers)
   -- The original has doubles of its own in some modules.
   local ok, floats = pcall(play.as, 'torch.FloatTensor', numbersOf, case)
   if ok then recorded.floats[case[1]] = torch.FloatTensor(floats[1]) else print(case[1], 'no floats') end
   if case.saved then
      module:clearState()
      recorded.modules[case[1]] = module
   end
   print(case[1], #numbers)
end
torch.save(recording.path, recorded)
