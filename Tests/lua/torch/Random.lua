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
         for _ = 1, tonumber(times) or 1 do numbers(draw(), got) end
         compare(check, call, got, expected)
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
   for _, name in ipairs {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double'} do
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

-- Tables as the original's; draws from the same random numbers as there, but by the chances that were asked for.
function test.aliases(check)
   local state = torch.multinomialAliasSetup(torch.Tensor {.1, .2, .3, .4})
   for i, x in ipairs {4, 4, 1, 3} do check.equal(state[1][i], x) end
   for i, x in ipairs {0.4, 0.8, 1, 0.80000000000000016} do check.equal(state[2][i], x) end
   torch.manualSeed(123)
   local output = torch.LongTensor(10)
   check.equal(torch.multinomialAlias(output, state), output)
   torch.manualSeed(123)
   for i = 1, 10 do
      local k = math.floor(torch.uniform(0, 4)) + 1
      check.equal(output[i], torch.uniform() <= state[2][k] and k or state[1][k])
   end
   check.equal(output[3], 4)
   local again = torch.multinomialAliasSetup(torch.FloatTensor {.05, .15, .3, .4, .1})
   for i, x in ipairs {4, 4, 1, 3, 4} do check.equal(again[1][i], x) end
   for i, x in ipairs {.25, .75, 1, .5, .5} do check.equal(again[2][i], x) end

   local aliases, own = torch.Tensor {.1, .2, .3, .4}:multinomialAliasSetup_()
   check.equal(aliases:equal(torch.LongTensor {4, 4, 1, 3}), true)
   check.equal(own[2], 0.8)
   check.equal(torch.multinomialAlias_(output, aliases, own), output)

   local chances, many = torch.Tensor {.7, .05, .1, .15}, torch.LongTensor(100000)
   check.equal(torch.multinomialAliasSetup(chances, state), state)
   torch.multinomialAlias(many, state)
   local counts = {0, 0, 0, 0}
   for i = 1, 100000 do counts[many[i]] = counts[many[i]] + 1 end
   for i = 1, 4 do check.near(counts[i] / 100000, chances[i], 0.01) end

   check.raises('expected chances above 0', torch.multinomialAliasSetup, torch.Tensor {1, 0})
   check.raises('expected a table of a LongTensor and a tensor, got number', torch.multinomialAlias, output, 5)
   check.raises('tables that torch.multinomialAliasSetup made, got alias 9 with chance 1', torch.multinomialAlias, output,
      {torch.LongTensor {9}, torch.Tensor {1}})
end

function test.stateIsLaidOutAsTheOriginals(check)
   torch.manualSeed(7)
   torch.normal()
   local state = torch.getRNGState()
   check.equal(state:nElement(), 5048)
   local head = {7, 0, 0, 0, 0, 0, 0, 0, 111, 2, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 249, 163, 137, 120}
   for i, x in ipairs(head) do check.equal(state[i], x, 'byte ' .. i) end
   local pair = {175, 240, 136, 179, 63, 0, 0, 0, 98, 114, 25, 205, 63}
   for i, x in ipairs(pair) do check.equal(state[5019 + i], x, 'byte ' .. 5019 + i) end
   check.equal(state[5041], 1)
   local second, after = torch.normal(), torch.random()
   check.equal(torch.setRNGState(state), state)
   check.equal(torch.normal(), second)
   check.equal(torch.random(), after)
   local other = torch.Generator()
   torch.setRNGState(other, state)
   check.equal(torch.normal(other), second)
   local fresh = torch.getRNGState(torch.ByteTensor(3))
   check.equal(fresh:nElement(), 5048)
   state[9], state[10] = 3, 0
   check.raises('torch.setRNGState: expected a state of a generator, got other bytes', torch.setRNGState, state)
   check.raises('expected a ByteTensor of 5048 elements, got a torch.ByteTensor of 4', torch.setRNGState, torch.ByteTensor(4))
end

-- math.random: LuaJIT's numbers.
function test.scriptRandom(check)
   math.randomseed(0)
   check.equal(math.random(), 0.79420629243124097)
   check.equal(math.random(), 0.69885246563716397)
   for _, call in ipairs {{6, 10}, {8, 5, 9}, {1.5, 1.5, 7.25}, {5, 9, 2}, {1, 0}, {-3, -5}} do
      check.equal(math.random(table.unpack(call, 2)), call[1])
   end
   for seed, expected in pairs {
      [42] = {0.95607928791821051, 0.0089557217859255189, 54, 477312639931},
      [-7] = {0.63870385983601641, 0.1547534937782018, 15, 318461294721},
      [1.5] = {0.73848483355983596, 0.55245562095835665, 6, 466273205705},
      [1e300] = {0.36124793752899786, 0.70089741386661708, 54, 629557865111},
   } do
      math.randomseed(seed)
      for i, got in ipairs {math.random(), math.random(), math.random(100), math.random(2 ^ 40)} do
         check.equal(got, expected[i], 'seed ' .. seed)
      end
   end
   math.randomseed(9)
   local sum = 0
   for _ = 1, 10000 do sum = sum + math.random() end
   check.equal(sum, 5036.2117173088236)
   check.raises('math.random: argument #1: expected high (number)', math.random, nil)
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
   check.equal(torch.rand(2, -1):dim(), 1, 'a size below 1 ends the list')
end

return test
