-- kthvalue, median and topk, and sort of what no chance made: all against a stable sort in Lua.
local test = {}

local names = {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double'}

-- Ways in which elements can lie that ask for more than a random order does.
local patterns = {
   rising = function(i) return i end,
   falling = function(i, n) return n - i end,
   equal = function() return 3 end,
   twoValues = function(i) return i % 3 == 0 and 5 or 2 end,
   sawtooth = function(i) return i % 100 end,
   mountain = function(i, n) return math.min(i, n - i) end,
   negative = function(i) return -(i * 7919 % 101) end,
   chance = function() return torch.random(1, 100) - 50 end,
}

-- What the type makes of the numbers, and where each stands in a stable order.
local function order(t, descending)
   local numbers, places = t:totable(), {}
   for i = 1, #numbers do places[i] = i end
   table.sort(places, function(a, b)
      local x, y = numbers[a], numbers[b]
      if x == y then return a < b end
      if descending then return x > y end
      return x < y
   end)
   return numbers, places
end

-- The first results are the elements that the order names.
local function compare(check, values, indices, numbers, places, from, count, what)
   check.equal(values:nElement(), count, what)
   for i = 1, count do
      local place = places[from + i - 1]
      if indices[i] ~= place then check.equal(indices[i], place, ('%s, place %d'):format(what, i)) end
      if values[i] ~= numbers[place] then check.equal(values[i], numbers[place], ('%s, value %d'):format(what, i)) end
   end
end

function test.everyTypePatternAndLength(check)
   torch.manualSeed(3)
   for _, name in ipairs(names) do
      for label, pattern in pairs(patterns) do
         for _, n in ipairs {1, 17, 300, 5000} do
            local t = torch.DoubleTensor(n)
            for i = 1, n do t[i] = pattern(i, n) end
            t = t:type('torch.' .. name .. 'Tensor')
            local what = ('%s, %s, %d'):format(name, label, n)
            local numbers, up = order(t, false)
            local _, down = order(t, true)
            for _, k in ipairs {1, math.ceil(n / 2), math.ceil(n / 3), n} do
               local value, index = t:kthvalue(k)
               compare(check, value, index, numbers, up, k, 1, what .. ', kthvalue')
               value, index = t:topk(k, 1, false, true)
               compare(check, value, index, numbers, up, 1, k, what .. ', topk')
               value, index = t:topk(k, 1, true, true)
               compare(check, value, index, numbers, down, 1, k, what .. ', largest')
            end
            local value, index = t:median()
            compare(check, value, index, numbers, up, math.floor((n + 1) / 2), 1, what .. ', median')
            value, index = t:sort()
            compare(check, value, index, numbers, up, 1, n, what .. ', sort')
            value, index = t:sort(true)
            compare(check, value, index, numbers, down, 1, n, what .. ', sort down')
         end
      end
   end
end

-- Keys that only their lowest bits tell apart, of one sign and of both, and an outlier that widens the range.
function test.doublesThatDifferLittle(check)
   torch.manualSeed(4)
   for _, n in ipairs {300, 5000, 20000} do
      for _, base in ipairs {0, 1, -1, 2 ^ 40} do
         local t = torch.DoubleTensor(n):random(1, 1000):mul(2 ^ -50):add(base)
         t[n / 2], t[n / 3] = 1e300, -1e300
         local numbers, up = order(t, false)
         local values, indices = t:sort()
         compare(check, values, indices, numbers, up, 1, n, ('%d from %g'):format(n, base))
         values, indices = t:kthvalue(n / 4)
         compare(check, values, indices, numbers, up, n / 4, 1, ('kthvalue of %d from %g'):format(n, base))
      end
   end
   local long = torch.LongTensor(20000):random(1, 2 ^ 31)
   long[1], long[2] = -2 ^ 63, 2 ^ 62
   local numbers, up = order(long, false)
   local values, indices = long:sort()
   compare(check, values, indices, numbers, up, 1, 20000, 'long')
end

function test.alongEitherDimension(check)
   torch.manualSeed(5)
   local t = torch.FloatTensor(70, 90):random(1, 30)
   for dim = 1, 2 do
      local sorted, where = t:sort(dim)
      local middle, at = t:median(dim)
      for i = 1, t:size(3 - dim) do
         local line = t:select(3 - dim, i)
         local numbers, up = order(line, false)
         compare(check, sorted:select(3 - dim, i), where:select(3 - dim, i), numbers, up, 1, line:size(1), 'sort')
         compare(check, middle:select(3 - dim, i), at:select(3 - dim, i), numbers, up,
            math.floor((line:size(1) + 1) / 2), 1, 'median')
      end
   end
end

return test
