-- Records what the original's rnn computes: th Tests/goldens/make/rnn.lua, with the original's th.
require 'rnn'
local play = dofile 'Tests/goldens/rnn/play.lua'

local recorded = {numbers = {}, modules = {}}
for _, case in ipairs(play.cases) do
   local numbers = {}
   local module = play.play(case, function(_, values)
      for _, value in ipairs(values) do numbers[#numbers + 1] = value end
   end)
   recorded.numbers[case[1]] = torch.DoubleTensor(numbers)
   if case.saved then
      module:clearState()
      recorded.modules[case[1]] = module
   end
   print(case[1], #numbers)
end
torch.save(play.path, recorded)
