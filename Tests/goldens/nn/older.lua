-- Compares whole layers, in the forms that older versions of the original saved (Tests/goldens/make/old.lua), with what its
-- last version computes with them.
local play = dofile 'Tests/goldens/nn/play.lua'
local type = play.types[1]

local function checkNumbers(check, what, case, module, numbers)
   local got = {}
   play.play(case, type, function(_, value) play.flat(value, got) end, nil, module)
   check.equal(#got, #numbers, what .. ': numbers')
   for i, number in ipairs(numbers) do
      check.near(got[i], number, 1e-12 * math.max(1, math.abs(number)), what .. ', number ' .. i)
   end
end

--- A test for each layer in a file of them.
return function(path)
   local test = {}
   for i, old in ipairs(torch.load(path)) do
      local what = ('%d %s'):format(i, old.case[1])
      test[what] = function(check)
         local numbers = old.numbers:totable()
         checkNumbers(check, what, old.case, torch.deserialize(old.bytes), numbers)
         -- Saved before it was used, and as a copy.
         local module = torch.deserialize(old.bytes)
         checkNumbers(check, what .. ' saved again', old.case, torch.deserialize(torch.serialize(module)), numbers)
         checkNumbers(check, what .. ' as a copy', old.case, module:clone(), numbers)
      end
   end
   return test
end
