-- Results do not depend on the number of threads: large tensors, whose work is cut into pieces, come out the same.
local test = {}

local function with(threads, f)
   local before = torch.getnumthreads()
   torch.setnumthreads(threads)
   local results = {f()}
   torch.setnumthreads(before)
   return results
end

-- Bit for bit.
local function same(a, b)
   if type(a) == 'number' then return a == b or a ~= a and b ~= b end
   return a:isSameSizeAs(b) and a:eq(b):all()
end

local function compare(check, what, f)
   local one = with(1, f)
   for _, threads in ipairs {2, 3} do
      local many = with(threads, f)
      for i, result in ipairs(one) do
         check.equal(same(result, many[i]), true, ('%s, result %d with %d threads'):format(what, i, threads))
      end
   end
end

for _, kind in ipairs {'Float', 'Double', 'Long', 'Byte'} do
   test[kind] = function(check)
      torch.manualSeed(1)
      local function tensor() return torch.DoubleTensor(310, 1000):uniform(1, 100):type('torch.' .. kind .. 'Tensor') end
      local x, y = tensor(), tensor()
      local isFloat = kind == 'Float' or kind == 'Double'
      local t, wide = x:t(), x:narrow(2, 3, 900)
      compare(check, 'element-wise', function()
         return x + y, torch.cmul(x, y), torch.cdiv(x, y), x.new():resizeAs(x):fill(3), x:clone():add(y:t():clone():t()),
            torch.add(t, 1), torch.add(wide, 2), wide:clone():cmul(y:narrow(2, 1, 900)), x:clone():clamp(20, 70)
      end)
      compare(check, 'comparisons', function() return x:lt(y), x:eq(3), t:ge(y:t()) end)
      compare(check, 'copies', function() return x:double(), x:byte(), t:clone(), wide:float() end)
      compare(check, 'reductions', function()
         return x:sum(), x:sum(1), x:sum(2), t:sum(), wide:sum(), x:max(), (x:max(1)), (x:min(2)), x:cumsum(1), x:cumsum(2)
      end)
      compare(check, 'orders', function()
         local values, places = x:sort(2)
         local middle, at = x:median(1)
         return values, places, middle, at, (x:topk(5, 2)), (x:view(-1):sort())
      end)
      compare(check, 'indices', function()
         local rows = torch.LongTensor {5, 300, 1, 1}
         return x:index(1, rows), x:gather(1, torch.LongTensor(2, 1000):fill(7))
      end)
      if isFloat then
         compare(check, 'functions', function()
            return torch.exp(x), torch.sin(x), torch.tanh(x), torch.log(t), torch.atan2(x, y), torch.pow(x, 2.5),
               x:norm(2), x:norm(3, 1), x:var(), x:std(2), x:mean(1), x:dist(y), x:dot(y), torch.mm(x, y:t())
         end)
      end
   end
end

-- More than the cache holds: results are written past it.
function test.vast(check)
   local n = 9e6 + 5
   local x, y = torch.FloatTensor(n):fill(1.5), torch.FloatTensor(n):fill(2)
   x[n], y[n - 1] = 10, 20
   compare(check, 'vast', function() return torch.add(x, y):narrow(1, n - 100, 101):clone() end)
   local sum = torch.add(x, 2, y)
   check.equal(sum[1], 5.5)
   check.equal(sum[n], 14)
   check.equal(sum[n - 1], 41.5)
   check.equal(sum:sum(), 5.5 * n + 8.5 + 36)
end

return test
