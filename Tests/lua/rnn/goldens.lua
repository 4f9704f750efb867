-- Recurrent modules against what the original computed (Tests/goldens/rnn/play.lua): parameters as drawn, outputs,
-- gradients and steps over two sequences, evaluation, in doubles and in floats; modules that the original saved, and those
-- that are saved here.
require 'rnn'
local play = dofile 'Tests/goldens/rnn/play.lua'
local test = {}

-- Compares with recorded numbers, from one on.
local function comparison(check, recorded, case, at, floats)
   local numbers, tolerance = recorded.numbers[case[1]], 1e-12
   if floats then numbers, tolerance = recorded.floats[case[1]], 2e-6 end
   return function(what, values)
      for _, value in ipairs(values) do
         at = at + 1
         check.equal(at <= numbers:size(1), true, what .. ': numbers')
         check.near(value, numbers[at], tolerance * math.max(1, math.abs(numbers[at])), what)
      end
   end, function() check.equal(at, numbers:size(1), case[1] .. ': numbers') end
end

-- The last numbers are those of evaluation.
local function evaluated(check, recorded, case, module)
   local count = 0
   play.evaluate(case, module, function(_, value) count = count + #play.flat(value, {}) end)
   local compare, finish = comparison(check, recorded, case, recorded.numbers[case[1]]:size(1) - count)
   play.evaluate(case, module, function(what, value) compare(what, play.flat(value, {})) end)
   finish()
end

for name, recording in pairs(play.recordings) do
   local recorded = torch.load(recording.path)
   local prefix = name == 'rnn' and '' or name .. ', '
   for _, case in ipairs(recording.cases) do
      test[prefix .. case[1]] = function(check)
         local compare, finish = comparison(check, recorded, case, 0)
         local module = play.play(case, compare)
         finish()
         evaluated(check, recorded, case, module:clone())
      end
      if recorded.floats and recorded.floats[case[1]] then
         test[prefix .. case[1] .. ', floats'] = function(check)
            local compare, finish = comparison(check, recorded, case, 0, true)
            play.as('torch.FloatTensor', play.play, case, compare)
            finish()
         end
      end
      if case.saved then
         test[prefix .. case[1] .. ', saved by the original'] = function(check)
            local module = recorded.modules[case[1]]
            evaluated(check, recorded, case, module)
            module:training()
            play.play(case, function() end, module)
         end
      end
   end
end

return test
