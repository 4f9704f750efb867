--- AdaGrad.
-- @module optim.adagrad
local wants = require 'optim.wants'
local fused = require('sconce.nn').Steps

-- The same as fused.adagrad, for whatever tensors there are, and with a new state.
local function step(x, dfdx, state, rate, decay)
   wants.gradient('optim.adagrad', dfdx, wants.floating('optim.adagrad', 'x', x))
   local variance = wants.buffer('optim.adagrad', state, 'paramVariance', dfdx)
   local std = wants.buffer('optim.adagrad', state, 'paramStd', dfdx)
   if decay ~= 0 then dfdx:add(decay, x) end
   variance:addcmul(1, dfdx, dfdx)
   std:sqrt(variance):add(1e-10)
   x:addcdiv(-rate, dfdx, std)
end

--- A step of AdaGrad (J. Duchi, E. Hazan, Y. Singer: Adaptive Subgradient Methods for Online Learning and Stochastic
-- Optimization, 2011).
--
-- With s = 0 at first and t the number of steps before:
--
--     g ← g + weightDecay · x
--     s ← s + g²
--     x ← x - learningRate / (1 + t · learningRateDecay) · g / (√s + 1e-10)
--
-- Weight decay is added to the very tensor that `opfunc` returned.
--
-- @function optim.adagrad
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `learningRate` (0.001), `learningRateDecay` (0), `weightDecay` (0)
-- @tparam[opt=config] table state `evalCounter` (t), `paramVariance` (s), `paramStd` (√s + 1e-10)
-- @treturn torch.Tensor x
-- @treturn table `{f(x)}`, before the step
function optim.adagrad(opfunc, x, config, state)
   if config == nil and state == nil then print 'no state table, ADAGRAD initializing' end
   config, state = wants.arguments('optim.adagrad', opfunc, x, config, state)
   local rate = wants.number('optim.adagrad', config, 'learningRate', 1e-3)
   local rateDecay = wants.number('optim.adagrad', config, 'learningRateDecay', 0)
   local decay = wants.number('optim.adagrad', config, 'weightDecay', 0)
   local t = wants.number('optim.adagrad', state, 'evalCounter', 0)
   local fx, dfdx = opfunc(x)
   rate = rate / (1 + t * rateDecay)
   if not fused.adagrad(x, dfdx, state.paramVariance, state.paramStd, rate, decay) then
      step(x, dfdx, state, rate, decay)
   end
   state.evalCounter = t + 1
   return x, {fx}
end
