--- AdaDelta.
-- @module optim.adadelta
local wants = require 'optim.wants'
local fused = require('sconce.nn').Steps

-- The same as fused.adadelta, for whatever tensors there are, and with a new state.
local function step(x, dfdx, state, decay, rho, epsilon)
   wants.gradient('optim.adadelta', dfdx, wants.floating('optim.adadelta', 'x', x))
   local variance = wants.buffer('optim.adadelta', state, 'paramVariance', dfdx)
   local std = wants.buffer('optim.adadelta', state, 'paramStd', dfdx)
   local delta = wants.buffer('optim.adadelta', state, 'delta', dfdx)
   local moved = wants.buffer('optim.adadelta', state, 'accDelta', dfdx)
   if decay ~= 0 then dfdx:add(decay, x) end
   variance:mul(rho):addcmul(1 - rho, dfdx, dfdx)
   std:add(variance, epsilon):sqrt()
   delta:add(moved, epsilon):sqrt():cdiv(std):cmul(dfdx)
   x:add(-1, delta)
   moved:mul(rho):addcmul(1 - rho, delta, delta)
end

--- A step of AdaDelta (M. Zeiler: ADADELTA: An Adaptive Learning Rate Method, https://arxiv.org/abs/1212.5701).
--
-- With s = a = 0 at first:
--
--     g ← g + weightDecay · x
--     s ← ρ · s + (1 - ρ) · g²
--     d = √(a + ε) / √(s + ε) · g
--     x ← x - d
--     a ← ρ · a + (1 - ρ) · d²
--
-- Weight decay is added to the very tensor that `opfunc` returned.
--
-- @function optim.adadelta
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `rho` (0.9), `eps` (1e-6), `weightDecay` (0)
-- @tparam[opt=config] table state `evalCounter`, the number of steps, `paramVariance` (s), `paramStd` (√(s + ε)),
--   `delta` (d), `accDelta` (a)
-- @treturn torch.Tensor x
-- @treturn table `{f(x)}`, before the step
function optim.adadelta(opfunc, x, config, state)
   if config == nil and state == nil then print 'no state table, ADADELTA initializing' end
   config, state = wants.arguments('optim.adadelta', opfunc, x, config, state)
   local rho = wants.number('optim.adadelta', config, 'rho', 0.9)
   local epsilon = wants.number('optim.adadelta', config, 'eps', 1e-6)
   local decay = wants.number('optim.adadelta', config, 'weightDecay', 0)
   local t = wants.number('optim.adadelta', state, 'evalCounter', 0)
   local fx, dfdx = opfunc(x)
   local variance, std, delta, moved = state.paramVariance, state.paramStd, state.delta, state.accDelta
   if not fused.adadelta(x, dfdx, variance, std, delta, moved, decay, rho, epsilon) then
      step(x, dfdx, state, decay, rho, epsilon)
   end
   state.evalCounter = t + 1
   return x, {fx}
end
