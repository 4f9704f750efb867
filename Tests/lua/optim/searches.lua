-- optim.FistaLS, de, cmaes and checkgrad; numbers from the original.
require 'optim'
local test = {}

local A, b = torch.Tensor {{1, 2, 3}, {0, 1, -1}}, torch.Tensor {1, 2}
local function smooth(x, mode)
   local r = A * x - b
   return r:dot(r) / 2, mode == 'dx' and A:t() * r or nil
end
local function sparse(x) return 0.1 * torch.abs(x):sum() end
local function shrink(x, L)
   x:apply(function(v) return v > 0.1 / L and v - 0.1 / L or v < -0.1 / L and v + 0.1 / L or 0 end)
end

local function numbers(check, tensor, expected)
   for i, v in ipairs(expected) do check.near(tensor[i], v, 1e-13, 'number ' .. i) end
end

function test.istaIsTheOriginals(check)
   local params, x = {maxiter = 4}, torch.Tensor {1, -1, 2}
   local y, history = optim.FistaLS(smooth, sparse, shrink, x, params)
   check.equal(y, params.y)
   numbers(check, y, {0.066513457456152, 0.8665720132708, -0.32590636700006})
   numbers(check, x, y:totable())
   numbers(check, params.ply, {-0.022487497530526, 0.086188319199661, -0.14082070713285})
   check.equal(params.L, 8.649755859375)
   check.equal(#history, 4)
   check.equal(history[1].nline, 12)
   check.near(history[1].Q, 1.4612423580416, 1e-12)
   check.near(history[4].F, 0.46779773666244, 1e-13)
   check.near(history[4].Fply + history[4].Gply, history[4].F, 1e-15)
   -- The same table begins anew, with the step where it ended.
   local again, more = optim.FistaLS(smooth, sparse, shrink, x, params)
   check.equal(again, y)
   check.equal(more[1].nline, 1)
end

function test.fistaIsTheOriginals(check)
   local params = {maxiter = 40, doFistaUpdate = true, L = 9}
   local y, history = optim.FistaLS(smooth, sparse, shrink, torch.zeros(3), params)
   check.equal(#history, 9)
   numbers(check, y, {0.00651453069085, 1.3798839684786, -0.58920414368648})
   numbers(check, params.xkm, {0.019309352225832, 1.3479440658123, -0.57350407654622})
   check.equal(#select(2, optim.FistaLS(smooth, sparse, shrink, torch.zeros(3), {maxiter = 100, L = 20, errthres = 5e-3})), 23)
end

function test.aLineSearchThatFailsGoesBack(check)
   local y, history = optim.FistaLS(smooth, sparse, shrink, torch.zeros(3), {maxiter = 2, maxline = 3})
   numbers(check, y, {0, 0, 0})
   check.equal(history[1].nline, 4)
   check.equal(history[1].F, 2.5)
end

local settings = {popsize = 5, scaleFactor = 0.5, crossoverRate = 0.3, maxFEs = 25, minRegion = -1, maxRegion = 2}

function test.evolutionIsTheOriginals(check)
   local x = torch.Tensor {3, 4}
   local best, values = optim.de(function(at) return at:dot(at) end, x, settings)
   check.near(best[1], -0.331139, 1e-6)
   check.near(best[2], -0.192008, 1e-6)
   check.equal(x[1], 3)
   local expected = {4.0293, 4.5795, 1.3783, 3.9971, 0.3984, 10.6001, 12.8088, 4.2209, 8.0743, 0.3984, 1.4452, 2.9860, 1.3783,
      1.0675, 0.3984, 1.5156, 2.9860, 1.3783, 0.7851, 0.5347, 0.1465, 0.6836, 1.3783, 0.7851, 0.8628}
   for i, value in ipairs(expected) do check.near(values[i], value, 5e-5, 'value ' .. i) end
   check.equal(values:size(1), #expected)
end

function test.evolutionLeavesTheSharedGeneratorAlone(check)
   torch.manualSeed(5)
   local expected = torch.random()
   torch.manualSeed(5)
   local best = optim.de(function(at) return at:dot(at) end, torch.FloatTensor {3, 4}, settings)
   check.equal(torch.random(), expected)
   check.equal(torch.type(best), 'torch.FloatTensor')
end

function test.evaluationsMayEndWithinAGeneration(check)
   local count = 0
   local function f(at)
      count = count + 1
      return at:dot(at)
   end
   local c = {popsize = 5, scaleFactor = 0.5, crossoverRate = 0.3, maxFEs = 7}
   check.equal(select(2, optim.de(f, torch.zeros(2), c)):size(1), 7)
   check.equal(count, 7)
end

-- The values of the original's generations; later ones hang on the last digits of the axes.
function test.covarianceAdaptationIsTheOriginals(check)
   torch.manualSeed(1)
   local x, count = torch.ones(2), 0
   local function f(at)
      count = count + 1
      return at:dot(at)
   end
   local best, values, evaluations = optim.cmaes(f, x, {maxEval = 30, sigma = 0.5, verb_disp = 0})
   local expected = {2, 0.63571753090436, 1.442046935371, 0.29587013823862, 0.025444054096638, 0.075119017309584,
      0.025444054096638}
   for i, value in ipairs(expected) do check.near(values[i], value, 1e-11, 'value ' .. i) end
   check.equal(#values, #expected)
   check.near(best[1], -0.12983903923267, 1e-11)
   check.near(best[2], -0.092660012884611, 1e-11)
   check.equal(evaluations, 30)
   check.equal(count, 31)
   check.equal(x[1], 1)
end

function test.adaptationEndsWhereItIsTold(check)
   local function run(f, c, n)
      torch.manualSeed(1)
      c.sigma, c.verb_disp = 0.5, 0
      return select(3, optim.cmaes(f, torch.ones(n or 2), c))
   end
   local function square(at) return at:dot(at) end
   check.equal(run(square, {ftarget = 0.1}), 24)
   check.equal(run(function() return 1 end, {}), 6)
   check.equal(run(function() return 1 end, {min_iterations = 20}), 120)
   check.equal(run(function() return 0 / 0 end, {maxEval = 50}), 54)
   check.equal(run(square, {maxEval = 9, popsize = 4}), 12)
   check.equal(run(function(at) return math.sin(at[1] * 1e9) end, {}, 1), 1000)
end

function test.gradientsAreComparedWithDifferences(check)
   local x, gradient = torch.Tensor {{1, 2}, {3, 4}}, torch.Tensor(2, 2)
   local function f(at)
      gradient:mul(at, 2)
      return at:dot(at), gradient
   end
   local difference, given, computed = optim.checkgrad(f, x)
   check.near(difference, 0, 1e-8)
   check.near(given[2][2], 8, 0)
   check.near(computed[2][2], 8, 1e-6)
   check.equal(x[2][2], 4)
   local function wrong(at) return at:dot(at), at end
   check.near(optim.checkgrad(wrong, torch.Tensor {1, 2}, 1e-3), 1 / 3, 1e-9)
end

function test.wrongCallsSayWhatWasExpected(check)
   local x = torch.zeros(3)
   check.raises('optim.FistaLS: expected a function as pl, got nil', optim.FistaLS, smooth, sparse, nil, x)
   check.raises('optim.FistaLS: expected a tensor as xinit, got nil', optim.FistaLS, smooth, sparse, shrink)
   check.raises("a DoubleTensor of 3 elements as the gradient that f(x, 'dx') returns, got nil",
      optim.FistaLS, function() return 1 end, sparse, shrink, x)
   check.raises('optim.FistaLS: expected g to return a number', optim.FistaLS, smooth, function() end, shrink, x)
   check.raises('optim.de: expected a number as scaleFactor, got nil', optim.de, smooth, x, {popsize = 4, maxFEs = 8})
   local function de(key, value)
      local c = {}
      for name, v in pairs(settings) do c[name] = v end
      c[key] = value
      return function() optim.de(smooth, x, c) end
   end
   check.raises('optim.de: expected a whole number from 3 on as popsize, got 2', de('popsize', 2))
   check.raises('optim.de: expected a whole number from 5 on as maxFEs, got 4', de('maxFEs', 4))
   check.raises('optim.de: expected a whole number from 5 on as maxFEs, got inf', de('maxFEs', 1 / 0))
   check.raises('optim.cmaes: expected a number as sigma, got nil', optim.cmaes, smooth, x, {})
   check.raises('optim.cmaes: expected a whole number from 2 on as popsize, got 1', optim.cmaes, smooth, x, {sigma = 1, popsize = 1})
   check.raises('optim.cmaes: expected a number as the value that opfunc returns, got nil',
      optim.cmaes, function() end, x, {sigma = 1})
   check.raises('optim.checkgrad: expected a function as opfunc, got nil', optim.checkgrad, nil, x)
   check.raises('optim.checkgrad: expected a number as eps, got x', optim.checkgrad, smooth, x, 'x')
end

return test
