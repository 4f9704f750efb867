--- Stochastic gradient descent.
-- @module optim.sgd
local wants = require 'optim.wants'
local fused = require('sconce.nn').Steps

-- Whether x goes straight down the gradient. A step of few numbers has no time to ask for more.
local function isPlain(config)
   return not (config.momentum or config.weightDecay or config.learningRateDecay or config.learningRates
      or config.weightDecays or config.nesterov)
end

-- g ← g + weightDecay · x; weightDecays · x
local function decay(x, dfdx, state, weightDecay, weightDecays)
   if weightDecay ~= 0 then
      dfdx:add(weightDecay, x)
   elseif weightDecays then
      dfdx:add(wants.buffer('optim.sgd', state, 'decayParameters', x):cmul(weightDecays, x))
   end
end

-- The same as fused.sgd, for whatever tensors there are, and with a new state.
local function chain(x, dfdx, state, rate, weightDecay, weightDecays, momentum, dampening, nesterov, rates)
   wants.gradient('optim.sgd', dfdx, x)
   decay(x, dfdx, state, weightDecay, weightDecays)
   local direction = dfdx
   if momentum ~= 0 then
      local smoothed, made = wants.buffer('optim.sgd', state, 'dfdx', dfdx)
      if made then smoothed:copy(dfdx) else smoothed:mul(momentum):add(1 - dampening, dfdx) end
      direction = nesterov and dfdx:add(momentum, smoothed) or smoothed
   end
   if rates then direction = wants.buffer('optim.sgd', state, 'deltaParameters', x):cmul(rates, direction) end
   x:add(-rate, direction)
end

-- A step with whatever settings.
local function step(x, dfdx, config, state)
   local rate = wants.number('optim.sgd', config, 'learningRate', 1e-3)
   local rateDecay = wants.number('optim.sgd', config, 'learningRateDecay', 0)
   local weightDecay = wants.number('optim.sgd', config, 'weightDecay', 0)
   local momentum = wants.number('optim.sgd', config, 'momentum', 0)
   local dampening = wants.number('optim.sgd', config, 'dampening', momentum)
   local nesterov = config.nesterov and true or false
   if nesterov and (momentum <= 0 or dampening ~= 0) then
      wants.refuse('optim.sgd: Nesterov momentum requires a momentum and zero dampening')
   end
   local rates = wants.optional('optim.sgd', config, 'learningRates', x) or nil
   local weightDecays = weightDecay == 0 and wants.optional('optim.sgd', config, 'weightDecays', x)
   rate = rate / (1 + wants.number('optim.sgd', state, 'evalCounter', 0) * rateDecay)
   local smoothed, scaled = momentum ~= 0 and state.dfdx or nil, rates and state.deltaParameters or nil
   -- What is made in the first step is made by the chain, and decays of single numbers are rare.
   local isUsual = (smoothed or momentum == 0) and (scaled or not rates) and not weightDecays
   if not isUsual
      or not fused.sgd(x, dfdx, rate, weightDecay, smoothed, momentum, 1 - dampening, nesterov, rates, scaled) then
      chain(x, dfdx, state, rate, weightDecay, weightDecays, momentum, dampening, nesterov, rates)
   end
end

--- A step of stochastic gradient descent (H. Robbins, S. Monro: A Stochastic Approximation Method, 1951; with
-- Nesterov's momentum as in I. Sutskever et al.: On the importance of initialization and momentum, 2013).
--
-- With g the gradient at x, t the number of steps before, v = g in the first step:
--
--     g ← g + weightDecay · x
--     v ← momentum · v + (1 - dampening) · g
--     x ← x - learningRate / (1 + t · learningRateDecay) · v
--
-- With `nesterov` the step follows g + momentum · v. Weight decay, and that sum, are added to the very tensor that
-- `opfunc` returned.
--
-- @function optim.sgd
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `learningRate` (0.001), `learningRateDecay` (0), `weightDecay` (0), `momentum` (0),
--   `dampening` (as momentum), `nesterov` (false; needs a momentum and `dampening = 0`); tensors with a number for
--   each of x's: `learningRates`, which multiply the rate, and `weightDecays`, which are used if `weightDecay` is 0
-- @tparam[opt=config] table state `evalCounter` (t), `dfdx` (v); buffers: `deltaParameters`, `decayParameters`
-- @treturn torch.Tensor x
-- @treturn table `{f(x)}`, before the step
function optim.sgd(opfunc, x, config, state)
   config, state = wants.arguments('optim.sgd', opfunc, x, config, state)
   local fx, dfdx = opfunc(x)
   if not (isPlain(config) and fused.descent(x, dfdx, config.learningRate or 1e-3, state.evalCounter or 0)) then
      step(x, dfdx, config, state)
   end
   state.evalCounter = (state.evalCounter or 0) + 1
   return x, {fx}
end
