-- Sorting, against table.sort.
local test = {}
local nan, inf = 0 / 0, 1 / 0

local function equal(check, t, expected, what)
   check.equal(t:nElement(), #expected, what)
   for i, x in ipairs(expected) do
      if x ~= x then check.equal(t[i] ~= t[i], true, what) else check.equal(t[i], x, ('%s, %d'):format(what, i)) end
   end
end

-- Numbers in order with where they came from, equal ones in their old order.
local function sorted(numbers, descending)
   local order = {}
   for i = 1, #numbers do order[i] = i end
   table.sort(order, function(a, b)
      local x, y = numbers[a], numbers[b]
      if x == y then return a < b end
      if descending then return x > y end
      return x < y
   end)
   local values = {}
   for i, at in ipairs(order) do values[i] = numbers[at] end
   return values, order
end

function test.everyTypeAndLength(check)
   torch.manualSeed(1)
   for name, range in pairs {Byte = 256, Long = 1000, Float = 500, Double = 2 ^ 31} do
      for _, n in ipairs {1, 2, 3, 15, 16, 17, 33, 100, 1000, 1023, 1024, 5000} do
         local t, numbers = torch[name .. 'Tensor'](n), {}
         for i = 1, n do
            t[i] = torch.random(range) - 1 - (name == 'Byte' and 0 or range / 2)
            numbers[i] = t[i]
         end
         for _, descending in ipairs {false, true} do
            local values, order = sorted(numbers, descending)
            local a, b = t:sort(descending)
            local what = ('%s, %d, %s'):format(name, n, descending)
            equal(check, a, values, what)
            equal(check, b, order, what)
         end
      end
   end
end

function test.layouts(check)
   local t = torch.Tensor {{3, 1, 2}, {1, 3, 2}, {2, 2, 1}}
   local values, indices = t:sort(1)
   for j, expected in ipairs {{1, 2, 3}, {1, 2, 3}, {1, 2, 2}} do equal(check, values:t()[j], expected) end
   for j, expected in ipairs {{2, 3, 1}, {1, 3, 2}, {3, 1, 2}} do equal(check, indices:t()[j], expected) end
   values, indices = t:t():sort(2, true)
   equal(check, values[1], {3, 2, 1})
   equal(check, indices[3], {1, 2, 3})
   values = t:narrow(2, 2, 2):sort()
   equal(check, values[1], {1, 2})
   equal(check, values[3], {1, 2})
end

-- The original leaves numbers unsorted where there is a NaN; here it is the largest, as it is to max.
function test.nanIsTheLargest(check)
   equal(check, (torch.Tensor {3, nan, -inf, nan, inf}:sort()), {-inf, 3, inf, nan, nan})
   equal(check, (torch.FloatTensor {3, -nan, -inf, nan, inf}:sort(true)), {nan, nan, inf, 3, -inf})
   local _, at = torch.Tensor {0, -0.0, 0, -0.0}:sort()
   equal(check, at, {1, 2, 3, 4})
end

function test.results(check)
   local t, values, indices = torch.Tensor {3, 1, 2}, torch.Tensor(), torch.LongTensor()
   local a, b = torch.sort(values, indices, t, 1, true)
   check.equal(a, values)
   check.equal(b, indices)
   equal(check, values, {3, 2, 1})
   torch.sort(t, indices, t)
   equal(check, t, {1, 2, 3})
   equal(check, indices, {2, 3, 1})
   local l = torch.LongTensor {5, 3, 4}
   torch.sort(l, l, l)
   equal(check, l, {2, 3, 1})
   check.raises('torch.sort: expected a dimension from 1 to 1, got 2', torch.sort, t, 2)
   check.raises('torch.sort: expected a tensor with elements', torch.sort, torch.Tensor(), 1)
end

return test
