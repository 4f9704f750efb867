-- Sums, products, means, deviations and extremes: against one-line formulas, and values seen on the original.
local test = {}
local nan, inf = 0 / 0, 1 / 0

-- All numbers of a tensor, in row-major order.
local function numbers(t, into)
   into = into or {}
   for i = 1, t:size(1) do
      if type(t[i]) == 'number' then into[#into + 1] = t[i] else numbers(t[i], into) end
   end
   return into
end

local function equal(check, t, expected, what)
   local got = numbers(t)
   check.equal(#got, #expected, what)
   for i, x in ipairs(expected) do
      if x ~= x then check.equal(got[i] ~= got[i], true, what) else check.near(got[i], x, 1e-12 * math.abs(x), what) end
   end
end

local function size(t)
   local sizes = {}
   for i = 1, t:dim() do sizes[i] = t:size(i) end
   return table.concat(sizes, 'x')
end

-- The same 3x4x5 numbers in several layouts.
local function layouts(make)
   local plain, wide = make(3, 4, 5), make(3, 4, 10)
   for i = 1, 3 do
      for j = 1, 4 do
         for k = 1, 5 do
            local x = (i * 37 + j * 11 + k * k * 7) % 23
            plain[i][j][k] = x
            wide[i][j][2 * k] = x
         end
      end
   end
   return {plain = plain, part = wide:narrow(3, 2, 9)}
end

-- Folds lines of a 3-dimensional tensor along `dim`, the plain way; gives numbers in row-major order of the result.
local function lines(t, dim, fold)
   local results = {}
   for i = 1, dim == 1 and 1 or t:size(1) do
      for j = 1, dim == 2 and 1 or t:size(2) do
         for k = 1, dim == 3 and 1 or t:size(3) do
            local line = {}
            for n = 1, t:size(dim) do
               line[n] = t[dim == 1 and n or i][dim == 2 and n or j][dim == 3 and n or k]
            end
            results[#results + 1] = fold(line)
         end
      end
   end
   return results
end

local function sum(line)
   local s = 0
   for _, x in ipairs(line) do s = s + x end
   return s
end
local function variance(biased)
   return function(line)
      local mean, s = sum(line) / #line, 0
      for _, x in ipairs(line) do s = s + (x - mean) ^ 2 end
      return s / (#line - (biased and 0 or 1))
   end
end
local function where(better)
   return function(line)
      local at = 1
      for i, x in ipairs(line) do if better(x, line[at]) then at = i end end
      return at
   end
end

function test.alongADimension(check)
   for _, make in ipairs {torch.DoubleTensor, torch.FloatTensor} do
      for name, t in pairs(layouts(make)) do
         for dim = 1, 3 do
            local what = name .. ', dimension ' .. dim
            if name == 'plain' then
               equal(check, t:sum(dim), lines(t, dim, sum), what)
               equal(check, t:mean(dim), numbers(make(lines(t, dim, function(l) return sum(l) / #l end))), what)
               equal(check, t:var(dim), numbers(make(lines(t, dim, variance(false)))), what)
               equal(check, t:var(dim, true), numbers(make(lines(t, dim, variance(true)))), what)
               equal(check, t:std(dim), numbers(make(lines(t, dim, function(l) return variance(false)(l) ^ 0.5 end))), what)
            end
            for method, better in pairs {max = function(a, b) return a > b end, min = function(a, b) return a < b end} do
               local values, indices = t[method](t, dim)
               equal(check, indices, lines(t, dim, where(better)), what)
               equal(check, values, lines(t, dim, function(l) return l[where(better)(l)] end), what)
               check.equal(torch.typename(indices), 'torch.LongTensor')
            end
         end
      end
   end
end

function test.sizes(check)
   local t = torch.Tensor(3, 4, 5)
   check.equal(size(t:sum(1)), '1x4x5')
   check.equal(size(t:mean(2)), '3x1x5')
   local values, indices = t:max(3)
   check.equal(size(values), '3x4x1')
   check.equal(size(indices), '3x4x1')
end

function test.whole(check)
   for _, make in ipairs {torch.DoubleTensor, torch.FloatTensor, torch.LongTensor, torch.ByteTensor} do
      for name, t in pairs(layouts(make)) do
         local total, low, high = 0, inf, -inf
         for _, x in ipairs(numbers(t)) do
            if name == 'plain' or x ~= 0 then high = math.max(high, x) end
            total, low = total + x, math.min(low, x)
         end
         check.equal(t:sum(), total, name)
         check.equal(t:max(), high, name)
         check.equal(t:min(), low, name)
      end
   end
   local t = torch.Tensor {1, 2, 4}
   check.equal(t:mean(), 7 / 3)
   check.equal(t:prod(), 8)
   check.near(t:std(), 1.5275252316519465, 1e-15)
   check.near(t:std(true), 1.247219128924647, 1e-15)
   check.near(t:var(true), 1.5555555555555554, 1e-15)
   check.equal(torch.FloatTensor {.1, .2, .4}:sum(), 0.70000001043081284)
   check.equal(torch.FloatTensor {.1, .2, .4}:mean(), 0.23333333681027094)
   check.equal(torch.FloatTensor {1e8, 1e8 + 8, 1e8 + 16}:var(), 64)
   check.equal(torch.FloatTensor {1e30, 1e30}:prod(), 1.0000000300949327e+60)
   check.equal(torch.FloatTensor {1e30, 1e30}:prod(1)[1], inf)
end

function test.longLinesAndManyOfThem(check)
   local t = torch.Tensor(300000):fill(0.1)
   check.near(t:sum(), 30000, 1e-8)
   t[299999], t[17] = 7, -7
   check.equal(t:max(), 7)
   check.equal(t:min(), -7)
   local _, at = t:max(1)
   check.equal(at[1], 299999)
   local m = torch.Tensor(700, 900)
   for i = 1, 700 do m[i]:fill(i) end
   local columns, rows = m:sum(1), m:sum(2)
   for _, j in ipairs {1, 512, 513, 900} do check.equal(columns[1][j], 245350) end
   for _, i in ipairs {1, 512, 513, 700} do check.equal(rows[i][1], 900 * i) end
   equal(check, m:t():sum(2), numbers(columns))
   check.equal(m:t():sum(), 245350 * 900)
   check.equal(m:narrow(2, 3, 500):sum(), 245350 * 500)
   local _, first = m:t():max(2)
   check.equal(first[900][1], 700)
end

function test.integersCountInLongButStayInTheirType(check)
   local t = torch.ByteTensor(300):fill(1)
   check.equal(t:sum(), 300)
   check.equal(t:sum(1)[1], 44)
   check.equal(torch.LongTensor(40):fill(2):prod(), 1099511627776)
   check.equal(torch.ByteTensor(300):fill(2):prod(), 0)
   check.equal(torch.ByteTensor(3):fill(2):prod(1)[1], 8)
end

function test.nanWins(check)
   local t = torch.Tensor {1, nan, 3, nan}
   check.equal(t:max() ~= t:max() and t:min() ~= t:min(), true)
   local values, indices = t:max(1)
   check.equal(values[1] ~= values[1], true)
   check.equal(indices[1], 2)
   values, indices = torch.Tensor {{1, 5}, {nan, 2}, {9, nan}}:min(1)
   equal(check, values, {nan, nan})
   equal(check, indices, {2, 3})
   local long = torch.Tensor(1000):fill(1)
   long[500] = nan
   check.equal(long:max() ~= long:max() and long:sum() ~= long:sum(), true)
end

function test.ofOneAndOfNone(check)
   local one, none = torch.Tensor {1}, torch.Tensor()
   check.equal(one:std() ~= one:std(), true)
   check.equal(one:std(true), 0)
   equal(check, torch.Tensor {{1, 2}}:var(1), {nan, nan})
   check.equal(none:sum(), 0)
   check.equal(none:prod(), 1)
   check.raises('torch.max: expected a tensor with elements, got none', none.max, none)
   check.raises('torch.mean: expected a tensor with elements, got none', torch.mean, none)
   check.raises('torch.std: expected a tensor with elements, got none', torch.std, none)
end

function test.results(check)
   local t, res, indices = torch.Tensor {{1, 2}, {4, 3}}, torch.Tensor(7), torch.LongTensor()
   check.equal(torch.sum(res, t, 1), res)
   equal(check, res, {5, 5})
   local a, b = torch.max(res, indices, t, 2)
   check.equal(a, res)
   check.equal(b, indices)
   equal(check, res, {2, 4})
   equal(check, indices, {2, 1})
   torch.max(t, t, 1)
   equal(check, t, {4, 3})
   local l = torch.LongTensor {{3, 1}, {2, 5}}
   torch.min(l, l, l, 2)
   equal(check, l, {2, 1})
end

function test.refusals(check)
   check.raises('torch.sum: expected a dimension from 1 to 1, got 2', torch.sum, torch.Tensor(3), 2)
   check.raises('torch.max: expected a dimension from 1 to 2, got 0', torch.max, torch.Tensor(3, 2), 0)
   check.raises('torch.mean: not defined for LongTensor, only for FloatTensor, DoubleTensor', torch.mean, torch.LongTensor(3))
   check.raises(
      'torch.sum: argument #2: expected src (FloatTensor) or dim (integer), got DoubleTensor',
      torch.sum, torch.FloatTensor(), torch.Tensor(3), 1)
end

return test
