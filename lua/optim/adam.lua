--- Adam.
-- @module optim.adam
local wants = require 'optim.wants'
local fused = require('sconce.nn').Steps

-- The same as fused.adam, for whatever tensors there are, and with a new state.
local function step(x, dfdx, state, rate, decay, beta1, beta2, epsilon)
   wants.gradient('optim.adam', dfdx, wants.floating('optim.adam', 'x', x))
   local m = wants.buffer('optim.adam', state, 'm', dfdx)
   local v = wants.buffer('optim.adam', state, 'v', dfdx)
   local denom = wants.buffer('optim.adam', state, 'denom', dfdx)
   if decay ~= 0 then dfdx:add(decay, x) end
   m:mul(beta1):add(1 - beta1, dfdx)
   v:mul(beta2):addcmul(1 - beta2, dfdx, dfdx)
   denom:sqrt(v):add(epsilon)
   x:addcdiv(-rate, m, denom)
end

--- A step of Adam (D. Kingma, J. Ba: Adam: A Method for Stochastic Optimization, https://arxiv.org/abs/1412.6980).
--
-- With m = v = 0 at first and t the number of this step, from 1:
--
--     rate = learningRate / (1 + (t - 1) · learningRateDecay)
--     g ← g + weightDecay · x
--     m ← β₁ · m + (1 - β₁) · g
--     v ← β₂ · v + (1 - β₂) · g²
--     x ← x - rate · √(1 - β₂ᵗ) / (1 - β₁ᵗ) · m / (√v + ε)
--
-- Weight decay is added to the very tensor that `opfunc` returned.
--
-- @function optim.adam
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `learningRate` (0.001), `learningRateDecay` (0), `beta1` (0.9), `beta2` (0.999), `epsilon`
--   (1e-8), `weightDecay` (0)
-- @tparam[opt=config] table state `t`, `m`, `v`, `denom` (√v + ε)
-- @treturn torch.Tensor x
-- @treturn table `{f(x)}`, before the step
function optim.adam(opfunc, x, config, state)
   config, state = wants.arguments('optim.adam', opfunc, x, config, state)
   local rate = wants.number('optim.adam', config, 'learningRate', 1e-3)
   local rateDecay = wants.number('optim.adam', config, 'learningRateDecay', 0)
   local beta1 = wants.number('optim.adam', config, 'beta1', 0.9)
   local beta2 = wants.number('optim.adam', config, 'beta2', 0.999)
   local epsilon = wants.number('optim.adam', config, 'epsilon', 1e-8)
   local decay = wants.number('optim.adam', config, 'weightDecay', 0)
   local t = wants.number('optim.adam', state, 't', 0)
   local fx, dfdx = opfunc(x)
   rate = rate / (1 + t * rateDecay)
   t = t + 1
   rate = rate * math.sqrt(1 - beta2 ^ t) / (1 - beta1 ^ t)
   if not fused.adam(x, dfdx, state.m, state.v, state.denom, rate, decay, beta1, beta2, epsilon) then
      step(x, dfdx, state, rate, decay, beta1, beta2, epsilon)
   end
   state.t = t
   return x, {fx}
end
