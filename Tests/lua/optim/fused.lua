-- A step in one go leaves what the chain of operations leaves, bit for bit: contiguous vectors take the one way, every
-- other element of larger ones the other.
require 'optim'
local fused = require('sconce.nn').Steps
local test = {}

local cases = {
   {'sgd', {learningRate = 0.1}},
   {'sgd', {learningRate = 0.1, momentum = 0.9, weightDecay = 0.01, learningRateDecay = 0.1}},
   {'sgd', {learningRate = 0.1, momentum = 0.9, dampening = 0, nesterov = true}},
   {'sgd', {learningRate = 0.1, momentum = 0.5, learningRates = true}},
   {'sgd', {learningRate = 0.1, momentum = 0.5, weightDecays = true}},
   {'nag', {learningRate = 0.1, momentum = 0.5, weightDecay = 0.01}},
   {'nag', {learningRate = 0.1, learningRates = true}},
   {'adam', {learningRate = 0.1, weightDecay = 0.01, learningRateDecay = 0.1}},
   {'adamax', {learningRate = 0.1, weightDecay = 0.01}},
   {'adagrad', {learningRate = 0.1, weightDecay = 0.01}},
   {'adadelta', {weightDecay = 0.01}},
   {'rmsprop', {learningRate = 0.1, weightDecay = 0.01, initialMean = 1}},
   {'asgd', {eta0 = 0.1, lambda = 0.1, t0 = 2}},
   {'rprop', {stepsize = 0.1, niter = 2}},
}
local numbers = torch.randn(200000)
numbers[3], numbers[9] = 0, 1 / 0

-- A vector of these numbers; with gaps between them if there is no one way.
local function vector(kind, from, n, hasGaps)
   local source = numbers:narrow(1, from, n)
   if not hasGaps then return source:clone():type(kind) end
   return torch.Tensor(n, 2):type(kind):select(2, 1):copy(source)
end

local function run(case, kind, n, hasGaps)
   local x, config, state = vector(kind, 1, n, hasGaps), {}, {}
   for key, value in pairs(case[2]) do config[key] = value == true and key ~= 'nesterov' and vector(kind, 31, n) or value end
   local gradient, step = vector(kind, 5, n, hasGaps), 0
   for _ = 1, 4 do
      optim[case[1]](function(at)
         step = step + 1
         return 0, gradient:copy(vector(kind, 5 + 11 * step, n)):add(0.1, at)
      end, x, config, state)
   end
   return x, state, gradient
end

local function same(check, a, b, what)
   check.equal(a:nElement(), b:nElement(), what)
   -- nan is equal to itself here
   local differ = torch.ne(a, b):cmul(torch.eq(a, a)):sum()
   check.equal(differ, 0, what)
end

for number, case in ipairs(cases) do
   for _, kind in ipairs{'torch.DoubleTensor', 'torch.FloatTensor'} do
      test[('%s %d in %s'):format(case[1], number, kind)] = function(check)
         for _, n in ipairs{1, 7, 513, 1500, 70000} do
            local x, state, gradient = run(case, kind, n)
            local y, chained, other = run(case, kind, n, true)
            local what = ('%d elements: '):format(n)
            same(check, x, y, what .. 'x')
            same(check, gradient, other, what .. 'gradient')
            for key, value in pairs(chained) do
               if torch.isTensor(value) then same(check, state[key], value, what .. key)
               else check.equal(state[key], value, what .. key) end
            end
         end
      end
   end
end

-- It changes nothing of what it does not take.
function test.declines(check)
   local x, g = torch.ones(4), torch.ones(4)
   check.equal(fused.descent(x, g, 1, 0), true)
   check.equal(x:sum(), 0)
   for _, other in ipairs{torch.ones(3), torch.FloatTensor(4), torch.ones(4, 2):select(2, 1), 'text', {}, torch.Tensor()} do
      check.equal(fused.descent(x, other, 1, 0), false)
      check.equal(fused.adam(x, g, g, other, g, 1, 0, 0, 0, 0), false)
      check.equal(fused.rprop(x, g, other, g, g, g, g, g, g, 1, 1, 1, 1), false)
   end
   local shared = torch.ones(8)
   check.equal(fused.descent(shared:narrow(1, 1, 4), shared:narrow(1, 3, 4), 1, 0), false)
   check.equal(fused.descent(x, g, 0 / 0, 0), false)
   check.equal(fused.descent(), false)
   check.equal(fused.sgd(torch.LongTensor(3), torch.LongTensor(3), 1, 0, nil, 0, 1, false, nil, nil), false)
   local bytes = torch.ByteTensor(8)
   local function answers(i) return bytes:narrow(1, i, 4) end
   check.equal(fused.rprop(x, g, x:clone(), x:clone(), x:clone(), answers(1), answers(2), answers(3), answers(4), 1, 1, 1, 1),
      false)
   check.equal(fused.rprop(x, g, x, x:clone(), x:clone(), answers(1), answers(5), torch.ByteTensor(4), torch.ByteTensor(4),
      1, 1, 1, 1), false)
   check.equal(x:sum(), 0)
   check.equal(shared:sum(), 8)
end

-- A step reads what was checked in the step before once more if anything is another.
function test.nothingIsRemembered(check)
   local x, config = torch.ones(2), {learningRate = 1}
   local function slope(at) return 0, at * 0 + 1 end
   optim.sgd(slope, x, config)
   check.equal(x[1], 0)
   config.learningRate = 2
   optim.sgd(slope, x, config)
   check.equal(x[1], -2)
   check.equal(config.evalCounter, 2)
   config.learningRate = 'fast'
   check.raises('optim.sgd: expected a number as learningRate, got fast', optim.sgd, slope, x, config)
   config.learningRate, config.evalCounter = 1, 'late'
   check.raises('optim.sgd: expected a number as evalCounter, got late', optim.sgd, slope, x, config)
   check.equal(x[1], -2)
end

return test
