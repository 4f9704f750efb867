--- Covariance matrix adaptation.
-- @module optim.cmaes
local expected = require 'nn.expected'
local wants = require 'optim.wants'

local function settings(n, given)
   local function number(key, default) return wants.number('optim.cmaes', given, key, default) end
   local c = {sigma = number 'sigma', maxEval = number('maxEval', 1000 * n * n)}
   c.ftarget = number('ftarget', -math.huge)
   c.least, c.show = number('min_iterations', 1), number('verb_disp', 100)
   c.lambda = number('popsize', 4 + math.floor(3 * math.log(n)))
   if not (c.lambda >= 2 and c.lambda < 2 ^ 31 and c.lambda % 1 == 0) then
      expected('optim.cmaes', 'a whole number from 2 on as popsize', c.lambda)
   end
   return c
end

-- What N. Hansen's formulas give for n numbers and λ members: the weights of the better half, rates and damping.
local function rates(n, c)
   local mu, sum, squares = math.floor(c.lambda / 2), 0, 0
   c.weights = {}
   for i = 1, mu do
      c.weights[i] = math.log(mu + 0.5) - math.log(i)
      sum = sum + c.weights[i]
   end
   for i = 1, mu do
      c.weights[i] = c.weights[i] / sum
      squares = squares + c.weights[i] ^ 2
   end
   local mueff = 1 / squares
   c.mueff = mueff
   c.cc = (4 + mueff / n) / (n + 4 + 2 * mueff / n)
   c.cs = (mueff + 2) / (n + mueff + 5)
   c.c1 = 2 / ((n + 1.3) ^ 2 + mueff)
   c.cmu = math.min(1 - c.c1, 2 * (mueff - 2 + 1 / mueff) / ((n + 2) ^ 2 + mueff))
   c.damps = 2 * mueff / c.lambda + 0.3 + c.cs
end

-- Where the search stands: mean, paths, covariance and its axes, the best member so far.
local function begin(x, c)
   local n = x:nElement()
   rates(n, c)
   local s = {n = n, sigma = c.sigma, count = 0, decomposed = 0, rank = math.huge, bestCount = 0, values = {}}
   s.mean, s.pc, s.ps = x:double():view(-1):clone(), torch.zeros(n):double(), torch.zeros(n):double()
   s.C, s.axes, s.lengths = torch.eye(n):double(), torch.eye(n):double(), torch.ones(n):double()
   return s
end

-- The axes of the covariance and their lengths, when it has changed enough to be worth it.
local function decompose(s, c)
   if s.count - s.decomposed <= c.lambda / (c.c1 + c.cmu) / s.n / 10 then return end
   s.decomposed = s.count
   local squares
   squares, s.axes = torch.symeig(s.C, 'V')
   s.lengths = squares:clamp(0, math.huge):sqrt()
end

-- λ members around the mean, with their values, the best one first.
local function members(s, c, evaluate)
   local list = {}
   for k = 1, c.lambda do
      local z = torch.DoubleTensor(s.n):normal(0, 1)
      list[k] = {x = torch.mv(s.axes, z:cmul(s.lengths)):mul(s.sigma):add(s.mean), order = k}
   end
   for k = 1, c.lambda do
      local value = evaluate(list[k].x)
      list[k].value, list[k].rank = value, value == value and value or math.huge
   end
   table.sort(list, function(a, b) return a.rank < b.rank or a.rank == b.rank and a.order < b.order end)
   return list
end

-- The mean, the paths, the covariance and the step by what the members were worth.
local function learn(s, c, list)
   s.count = s.count + c.lambda
   if list[1].rank < s.rank or s.bestCount == 0 then
      s.best, s.rank, s.bestX, s.bestCount = list[1].value, list[1].rank, list[1].x, s.count
   end
   local old, n = s.mean, s.n
   s.mean = torch.zeros(n):double()
   for k, weight in ipairs(c.weights) do s.mean:add(weight, list[k].x) end
   local y = s.mean - old
   local white = torch.mv(s.axes, torch.mv(s.axes:t(), y):cdiv(s.lengths))
   s.ps:mul(1 - c.cs):add(math.sqrt(c.cs * (2 - c.cs) * c.mueff) / s.sigma, white)
   local length = s.ps:dot(s.ps)
   local short = length / (1 - (1 - c.cs) ^ (2 * s.count / c.lambda)) / n < 2 + 4 / (n + 1) and 1 or 0
   s.pc:mul(1 - c.cc):add(math.sqrt(c.cc * (2 - c.cc) * c.mueff) / s.sigma * short, y)
   local c1a = c.c1 * (1 - (1 - short) * c.cc * (2 - c.cc))
   s.C:mul(1 - c1a - c.cmu):addr(c.c1, s.pc, s.pc)
   for k, weight in ipairs(c.weights) do
      local step = list[k].x - old
      s.C:addr(weight * c.cmu / s.sigma ^ 2, step, step)
   end
   s.sigma = s.sigma * math.exp(math.min(0.6, c.cs / c.damps * (length / n - 1) / 2))
end

-- Why to stop: a list of {what, limit}.
local function reasons(s, c, list)
   local why = {}
   local function check(name, limit, reached)
      if reached then why[#why + 1] = {name, limit} end
   end
   check('evals', c.maxEval, s.count >= c.maxEval)
   -- What is no number leads nowhere.
   check('nan', s.sigma, s.sigma ~= s.sigma or s.C:sum() ~= s.C:sum())
   if s.count < c.least * c.lambda then return why end
   check('ftarget', c.ftarget, list[1].value <= c.ftarget)
   check('condition', 1e7, s.lengths:max() > 1e7 * s.lengths:min())
   check('tolfun', 1e-12, list[#list].value - list[1].value < 1e-12)
   check('tolx', 1e-11, s.sigma * s.lengths:max() < 1e-11)
   return why
end

local function show(s, c, list)
   local iteration = s.count / c.lambda
   if c.show <= 0 then return end
   if iteration == 1 or iteration % (10 * c.show) < 1 then print('evals:', ' ax-ratio max(std)   f-value') end
   if iteration <= 2 or iteration % c.show < 1 then
      print(('%d:  %6.1f %8.1e %s'):format(s.count, s.lengths:max() / s.lengths:min(),
         s.sigma * math.sqrt(s.C:diag():max()), tostring(list[1].value)))
   end
end

--- Minimize by the covariance matrix adaptation evolution strategy (N. Hansen: The CMA Evolution Strategy: A Tutorial,
-- https://arxiv.org/abs/1604.00772; as in his barecmaes2).
--
-- Members are drawn from a normal distribution, whose mean, step and covariance follow the better half of them. It
-- stops after `maxEval` evaluations, at `ftarget`, when the members' values differ by less than 1e-12, when the step is
-- below 1e-11, or when the axes' lengths differ by more than 1e7. No gradient is used. Needs LAPACK.
--
-- @function optim.cmaes
-- @tparam function opfunc x → f(x)
-- @tparam torch.Tensor x the first mean; it stays as it is
-- @tparam table config `sigma`, the first step; `maxEval` (1000 · N²); `ftarget`; `popsize` (4 + ⌊3 · log N⌋);
--   `min_iterations` (1), generations at least; `verb_disp` (100): show each of so many generations, none if 0
-- @tparam[opt] table state taken in the place of config
-- @treturn torch.Tensor the best x
-- @treturn table f(x) at the beginning, the best value of each generation, the best of all
-- @treturn int evaluations, without the first
function optim.cmaes(opfunc, x, config, state)
   local _, given = wants.arguments('optim.cmaes', opfunc, x, config, state)
   local c = settings(x:nElement(), given)
   local s, at = begin(x, c), x:clone()
   local function evaluate(numbers)
      at:copy(numbers)
      return wants.value('optim.cmaes', (opfunc(at)))
   end
   s.values[1] = evaluate(s.mean)
   local list, why
   repeat
      decompose(s, c)
      list = members(s, c, evaluate)
      learn(s, c, list)
      s.values[#s.values + 1] = list[1].value
      show(s, c, list)
      why = reasons(s, c, list)
   until #why > 0
   s.values[#s.values + 1] = s.best
   local best = at:copy(s.bestX)
   if c.show > 0 then
      for _, reason in ipairs(why) do print('termination by', reason[1], '=', reason[2]) end
      print('best f-value =', s.best)
      print 'solution = '
      print(best)
      print('best found at iteration: ', s.bestCount / c.lambda, ' , total iterations: ', s.count / c.lambda)
   end
   return best, s.values, s.count
end
