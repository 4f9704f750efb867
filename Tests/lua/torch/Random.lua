-- Random numbers, against those that the original drew: Tests/goldens/torch/random.tsv.
require 'nn'
local test = {}

-- All numbers of a result, in row-major order.
local function numbers(value, into)
   into = into or {}
   if type(value) == 'number' then
      into[#into + 1] = value
   else
      for i = 1, value:size(1) do numbers(value[i], into) end
   end
   return into
end

-- What passes through log, sqrt, cos or tan may differ in the last places; everything else is exact.
local function isRounded(call)
   for _, name in ipairs {'normal', 'exponential', 'cauchy', 'logNormal', 'randn', 'LookupTable'} do
      if call:find(name, 1, true) then return true end
   end
   return false
end

-- The distance of a number to the next: of a double, or of a float.
local function ulp(x, bits)
   if x == 0 then return 2 ^ -1074 end
   local _, exponent = math.frexp(math.abs(x))
   return 2 ^ (exponent - bits)
end

local function compare(check, call, got, expected)
   check.equal(#got, #expected, call .. ': count')
   for i, want in ipairs(expected) do
      local limit = isRounded(call) and 2 * ulp(want, call:find('Float') and 24 or 53) or 0
      check.near(got[i], want, limit, ('%s, number %d'):format(call, i))
   end
end

function test.theOriginalsNumbers(check)
   local rows = 0
   for line in io.lines('Tests/goldens/torch/random.tsv') do
      local call, values = line:match('^(.-)\t(.*)$')
      local expected = {}
      for word in values:gmatch('%S+') do expected[#expected + 1] = tonumber(word) end
      if call == 'torch.initialSeed after manualSeed(7)' then
         torch.manualSeed(7)
         compare(check, call, {torch.initialSeed()}, expected)
      else
         local seed, times, code = call:match('^manualSeed%((%d+)%); (%d*)x? ?(.+)$')
         torch.manualSeed(tonumber(seed))
         local draw, got = assert(load('return ' .. code)), {}
         if nn[code:match('^nn%.(%w+)')] ~= nil or not code:find('^nn') then
            for _ = 1, tonumber(times) or 1 do numbers(draw(), got) end
            compare(check, call, got, expected)
         end
      end
      rows = rows + 1
   end
   check.equal(rows, 28)
end

function test.everyTypeFillsItsOwnRange(check)
   local expected = {
      Byte = {254, 109, 126}, Char = {126, 109, 126}, Short = {19966, 15725, 28030}, Int = {843828734, 914636141, 1228959102},
      Long = {2991312382, 3062119789, 1228959102}, Float = {4967756, 8666295, 4222261},
      Double = {2991312382, 3062119789, 1228959102},
   }
   for _, name in ipairs {'Byte', 'Long', 'Float', 'Double'} do
      local make = torch[name .. 'Tensor']
      torch.manualSeed(123)
      local t = make(3):random()
      for i = 1, 3 do check.equal(t[i], expected[name][i], name) end
      torch.manualSeed(123)
      t = make(5):random(3)
      for i, x in ipairs {2, 2, 1, 1, 2} do check.equal(t[i], x, name) end
      torch.manualSeed(123)
      t = make(5):bernoulli(torch.Tensor {.1, .9, .5, .5, .5})
      for i, x in ipairs {0, 1, 1, 1, 1} do check.equal(t[i], x, name) end
      torch.manualSeed(123)
      t = torch.randperm(make(), 5)
      for i, x in ipairs {3, 1, 2, 4, 5} do check.equal(t[i], x, name) end
   end
end

-- The original gives 2^64 - 2 here for Float and Double.
function test.negativeRanges(check)
   for _, make in ipairs {torch.LongTensor, torch.FloatTensor, torch.DoubleTensor} do
      torch.manualSeed(123)
      local t = make(5):random(-3, 5)
      for i, x in ipairs {1, -2, 0, -3, -2} do check.equal(t[i], x) end
   end
   torch.manualSeed(1)
   check.equal(torch.random(5, 5), 5)
   local low = torch.random(-2 ^ 62, 2 ^ 62)
   check.equal(low >= -2 ^ 62 and low < -2 ^ 62 + 2 ^ 32, true)
end

function test.generators(check)
   local a, b = torch.Generator(), torch.Generator()
   check.equal(torch.initialSeed(a) == torch.initialSeed(b), false)
   torch.manualSeed(a, 5)
   torch.manualSeed(b, 5)
   torch.manualSeed(123)
   check.equal(torch.random(a), 953453411)
   check.equal(torch.random(b), 953453411)
   check.equal(torch.random(), 2991312382)
   check.equal(torch.uniform(a), torch.rand(b, 1)[1])
   check.equal(torch.normal(a), torch.randn(torch.Tensor(), b, 1)[1])
   check.equal(torch.randperm(a, 9)[1], torch.randperm(torch.LongTensor(), b, 9)[1])
   check.equal(torch.Tensor(3):random(a, 100)[3], torch.ByteTensor(3):random(b, 100)[3])
   check.equal(torch.typename(a), 'torch.Generator')
   local seed = torch.seed(a)
   check.equal(seed, torch.initialSeed(a))
   local first = torch.random(a)
   torch.manualSeed(a, seed)
   check.equal(torch.random(a), first)
end

function test.refusals(check)
   check.raises('torch.random: expected an upper bound of 1 or more, got 0', torch.random, 0)
   check.raises('torch.random: expected a range from low to high, got 5 and 4', torch.random, 5, 4)
   check.raises('torch.random: expected a range from low to high, got 5 and 4', torch.random, torch.Tensor(1), 5, 4)
   check.raises('torch.bernoulli: expected a chance from 0 to 1, got 2', torch.bernoulli, 2)
   check.raises('torch.bernoulli: expected a chance from 0 to 1, got nan', torch.bernoulli, torch.Tensor(1), 0 / 0)
   check.raises('torch.bernoulli: expected a chance from 0 to 1, got -1', torch.bernoulli, torch.ByteTensor(1), torch.Tensor {-1})
   check.raises('expected as many chances as elements, got 1 for 2', torch.bernoulli, torch.Tensor(2), torch.Tensor(1))
   check.raises('torch.normal: expected a standard deviation above 0, got 0', torch.normal, 0, 0)
   check.raises('torch.randperm: expected a number from 1 to 2^32 - 1, got 0', torch.randperm, 0)
   check.raises('expected sizes of 0 or more, got -1', torch.rand, 2, -1)
end

return test
