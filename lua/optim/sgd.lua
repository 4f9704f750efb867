--- Stochastic gradient descent.
-- @module optim.sgd
local wants = require 'optim.wants'

-- The gradient, decayed and smoothed: g ← g + weightDecay · x, v ← momentum · v + (1 - dampening) · g.
local function direction(x, dfdx, config, state)
   local decay = wants.number('optim.sgd', config, 'weightDecay', 0)
   local momentum = wants.number('optim.sgd', config, 'momentum', 0)
   local dampening = wants.number('optim.sgd', config, 'dampening', momentum)
   local decays = decay == 0 and wants.optional('optim.sgd', config, 'weightDecays', x)
   if decay ~= 0 then
      dfdx:add(decay, x)
   elseif decays then
      dfdx:add(wants.buffer('optim.sgd', state, 'decayParameters', x):cmul(decays, x))
   end
   if momentum == 0 then return dfdx end
   local smoothed, made = wants.buffer('optim.sgd', state, 'dfdx', dfdx)
   if made then smoothed:copy(dfdx) else smoothed:mul(momentum):add(1 - dampening, dfdx) end
   return config.nesterov and dfdx:add(momentum, smoothed) or smoothed
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
   local rate = wants.number('optim.sgd', config, 'learningRate', 1e-3)
   local rateDecay = wants.number('optim.sgd', config, 'learningRateDecay', 0)
   local rates = wants.optional('optim.sgd', config, 'learningRates', x)
   local t = wants.number('optim.sgd', state, 'evalCounter', 0)
   if config.nesterov then
      local momentum = wants.number('optim.sgd', config, 'momentum', 0)
      if momentum <= 0 or wants.number('optim.sgd', config, 'dampening', momentum) ~= 0 then
         wants.refuse('optim.sgd: Nesterov momentum requires a momentum and zero dampening')
      end
   end
   local fx, dfdx = wants.evaluation('optim.sgd', opfunc, x)
   local step, clr = direction(x, dfdx, config, state), rate / (1 + t * rateDecay)
   if rates then step = wants.buffer('optim.sgd', state, 'deltaParameters', x):cmul(rates, step) end
   x:add(-clr, step)
   state.evalCounter = t + 1
   return x, {fx}
end
