-- Modules for sequences as older versions saved them, without a field, of both packages of this name; see
-- Tests/goldens/nn/without.lua.
require 'rnn'
local play = dofile 'Tests/goldens/rnn/play.lua'
local without = dofile 'Tests/goldens/nn/without.lua'
local test = {}

-- Without a dimension the original turns nothing round.
local function isKept(class, field) return class == 'SeqReverseSequence' and field == 'dim' end

for name, path in pairs {rnn = 'lacking.t7', torchrnn = 'lackingSuccessor.t7'} do
   local recorded = torch.load('Tests/goldens/rnn/recorded/' .. path)
   for _, case in ipairs(play.recordings[name].cases) do
      local lacking = recorded[case[1]]
      if lacking then
         test[case[1] .. (name == 'rnn' and '' or ', torch/rnn')] = function(check)
            without.try(check, case[1], lacking, lacking.numbers:totable(), function(field)
               local module, numbers = torch.deserialize(lacking.bytes), {}
               module[field] = nil
               play.play(case, function(_, values)
                  for _, value in ipairs(values) do numbers[#numbers + 1] = value end
               end, torch.deserialize(torch.serialize(module)))
               return numbers, 1e-12
            end, isKept)
         end
      end
   end
end

return test
