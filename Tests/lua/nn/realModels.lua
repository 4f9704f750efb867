-- Models that others trained and saved (Tests/goldens/nn/real.lua) compute what they compute in the original; so do their
-- copies, and what is saved of them anew.
local real = dofile 'Tests/goldens/nn/real.lua'
local recorded = torch.load 'Tests/goldens/nn/real.t7'
local test = {}

local function checkNumbers(check, what, model, case)
   local numbers = recorded[case[1]]
   local got = real.play(model, case[2], case[3])
   check.equal(#got, numbers:nElement(), what .. ': numbers')
   -- Sums of 243 products, in another order.
   local isFloat = model:parameters()[1]:type() == 'torch.FloatTensor'
   for i, number in ipairs(numbers:totable()) do
      check.near(got[i], number, (isFloat and 4e-6 or 1e-12) * math.max(1, math.abs(number)), what .. ', number ' .. i)
   end
end

for _, case in ipairs(real.models) do
   local name = case[1]
   test[name] = function(check)
      if not io.open(real.folder .. name) then
         return print(name .. ': not tested, since ../shared is not there')
      end
      local function load() return torch.load(real.folder .. name) end
      checkNumbers(check, name, load(), case)
      checkNumbers(check, name .. ' as a copy', load():clone(), case)
      checkNumbers(check, name .. ' saved anew', torch.deserialize(torch.serialize(load())), case)
      checkNumbers(check, name .. ' saved anew as text', torch.deserialize(torch.serialize(load(), 'ascii'), 'ascii'), case)
   end
end

return test
