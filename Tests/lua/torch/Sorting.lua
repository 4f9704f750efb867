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
   for name, range in pairs {
      Byte = 256, Char = 256, Short = 60000, Int = 2 ^ 30, Long = 1000, Float = 500, Double = 2 ^ 31,
   } do
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

-- Selections are the beginning of what sorting gives.
function test.selections(check)
   torch.manualSeed(2)
   for _, name in ipairs {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double'} do
      for _, n in ipairs {1, 2, 5, 16, 17, 100, 1023, 3000} do
         local t = torch[name .. 'Tensor'](n):random(0, n > 50 and 20 or 127)
         local numbers = {}
         for i = 1, n do numbers[i] = t[i] end
         local up, upWhere = sorted(numbers)
         local down, downWhere = sorted(numbers, true)
         local what = name .. ', ' .. n
         for _, k in ipairs {1, (n + 1) // 2, n} do
            local value, at = t:kthvalue(k)
            equal(check, value, {up[k]}, what)
            equal(check, at, {upWhere[k]}, what)
            local values, indices = t:topk(k)
            equal(check, values, {table.unpack(up, 1, k)}, what)
            equal(check, indices, {table.unpack(upWhere, 1, k)}, what)
            values, indices = t:topk(k, 1, true)
            equal(check, values, {table.unpack(down, 1, k)}, what)
            equal(check, indices, {table.unpack(downWhere, 1, k)}, what)
         end
         local value, at = t:median()
         equal(check, value, {up[(n + 1) // 2]}, what)
         equal(check, at, {upWhere[(n + 1) // 2]}, what)

         local counts, last, best = {}, {}, nil
         for i, x in ipairs(numbers) do counts[x], last[x] = (counts[x] or 0) + 1, i end
         for _, x in ipairs(up) do if not best or counts[x] > counts[best] then best = x end end
         value, at = t:mode()
         equal(check, value, {best}, what)
         equal(check, at, {last[best]}, what)
      end
   end
end

-- Orders in which choosing a pivot goes badly.
function test.selectionFromHardOrders(check)
   local n = 20000
   local rising, falling, pipe, same = torch.Tensor(n), torch.Tensor(n), torch.Tensor(n), torch.Tensor(n):fill(3)
   for i = 1, n do
      rising[i], falling[i], pipe[i] = i, n - i + 1, i <= n / 2 and i or n - i + 1
   end
   check.equal(rising:median()[1], n / 2)
   check.equal(falling:median()[1], n / 2)
   check.equal(pipe:median()[1], n / 4)
   check.equal(same:kthvalue(n)[1], 3)
   check.equal(rising:topk(3, 1, true)[3], n - 2)
end

function test.selectionAlongADimension(check)
   local x = torch.Tensor {{1, -2, 3}, {4, 5, -6}}
   local values, indices = x:median()
   equal(check, values:t()[1], {1, 4})
   equal(check, indices:t()[1], {1, 1})
   values, indices = x:kthvalue(2, 1)
   equal(check, values[1], {4, 5, 3})
   equal(check, indices[1], {2, 2, 1})
   values, indices = torch.topk(torch.Tensor(), torch.LongTensor(), x, 2, 2, true, true)
   equal(check, values[2], {5, 4})
   equal(check, indices[2], {2, 1})
   values, indices = x:mode(1)
   equal(check, values[1], {1, -2, -6})
   equal(check, indices[1], {1, 1, 2})
   check.raises('torch.topk: expected a number from 1 to 3, got 4', x.topk, x, 4)
   check.raises('torch.kthvalue: expected a number from 1 to 3, got 0', x.kthvalue, x, 0)
   check.raises('torch.median: expected a tensor with elements', torch.median, torch.Tensor())
   check.raises('torch.mode: expected a dimension from 1 to 2, got 3', torch.mode, x, 3)
end

return test
