-- Optimizers, with functions and states that do not fit.
local values, watch = require 'values', require 'watch'
local pick, chance = values.pick, values.chance
local optimizers = {}

local names = {'sgd', 'adam', 'adamax', 'adagrad', 'adadelta', 'rmsprop', 'rprop', 'asgd', 'nag', 'cg', 'lbfgs',
   'cmaes', 'de'}

local settings = {
   'learningRate', 'learningRateDecay', 'weightDecay', 'momentum', 'dampening', 'nesterov', 'beta1', 'beta2', 'epsilon',
      'rho', 'eps', 'alpha', 'maxIter', 'maxEval',
   'tolFun', 'tolX', 'nCorrection', 'lineSearch', 'verbose', 'stepsize', 'etaplus', 'etaminus', 'stepsizemax',
      'stepsizemin', 'niter', 'eta0', 'lambd', 't0', 'popsize',
   'scaleFactor', 'crossoverRate', 'maxFEs', 'minRegion', 'maxRegion', 'sigma', 'maxEval', 'ftarget', 'verb_disp',
      'initialMean', 'learningRates', 'weightDecays', 'lineSearchOptions',
   'sig', 'red', 'int', 'ext', 'max', 'epsilon', 'updateDecay',
}

-- How often a loop goes round is the caller's affair, and so may last.
local counts = {niter = true, maxIter = true, maxEval = true, maxFEs = true, popsize = true}
local function count() return pick {0, 1, 3, 20, -1, .5, 0 / 0, 'x', '4', false} end

local function config(x)
   local c = {maxEval = 50, maxIter = 20, maxFEs = 60, popsize = 5, scaleFactor = .5, crossoverRate = .5,
      momentum = chance(.5) and .9 or nil}
   for _ = 1, math.random(0, 3) do
      local name = pick(settings)
      if name:find 's$' and chance(.5) then c[name] = torch.isTensor(x) and values.spoiled(x) or values.any()
      elseif counts[name] then c[name] = count()
      elseif name == 'lineSearch' and chance(.5) then c[name] = optim.lswolfe
      else c[name] = chance(.5) and values.number() or values.any() end
   end
   return c
end

-- A function to be minimised, with its whims.
local function opfunc(x, wild)
   local calls = 0
   return function(at)
      calls = calls + 1
      local value, gradient = torch.isTensor(at) and at.dot and at:dot(at) or 1,
         torch.isTensor(at) and at:clone() or nil
      if not chance(wild) then return value, gradient end
      local whim = math.random(9)
      if whim == 1 then return end
      if whim == 2 then return value end
      if whim == 3 then return values.any(), gradient end
      if whim == 4 then return value, values.spoiled(gradient) end
      if whim == 5 then return 0 / 0, gradient and gradient:fill(0 / 0) end
      if whim == 6 then return -math.huge, gradient and gradient:fill(values.number()) end
      if whim == 7 then x:resize(math.random(0, 5), 2) return value, gradient end
      if whim == 8 then x:set(values.tensor()) return value, gradient end
      return error 'the script has failed'
   end
end

function optimizers.round()
   local x = chance(.8) and torch.randn(pick {1, 2, 3, 5}, chance(.3) and 2 or 1) or values.tensor()
   local wild = pick {0, 0, .2, .5}
   local name = pick(names)
   local c, state = config(x), chance(.7) and {} or nil
   for _ = 1, math.random(5) do
      watch.try('optim.' .. name, optim[name], opfunc(x, wild), x, c, state)
      if chance(.2) then name = pick(names) end
      if chance(.2) then x = values.spoiled(x) end
      if chance(.2) then
         local held = state or c
         local keys = values.sortedKeys(held)
         if #keys > 0 then
            local key = pick(keys)
            if chance(.5) or counts[key] then held[key] = nil else held[key] = values.spoiled(held[key]) end
         end
      end
      if not torch.isTensor(x) then break end
   end
   if chance(.1) then watch.try('optim.checkgrad', optim.checkgrad, opfunc(x, wild), x, values.number()) end
   if chance(.1) then
      watch.try('optim.FistaLS', optim.FistaLS, opfunc(x, wild), opfunc(x, wild), function(y) return y end, x,
         {maxiter = count(), maxline = count(), L = pick {.1, values.number()}, doFistaUpdate = chance(.5)})
   end
   if chance(.2) then watch.try('optim.polyinterp', optim.polyinterp, values.tensor(2):resize(math.random(0, 4), 3),
      pick {values.number(), false}, pick {values.number(), false}) end
end

return optimizers
