--- Averaged stochastic gradient descent.
-- @module optim.asgd
local wants = require 'optim.wants'
local fused = require('sconce.nn').Steps

-- The same as fused.asgd, for whatever tensors there are, and with a new state.
local function step(x, dfdx, state, eta, keep, mu)
   wants.gradient('optim.asgd', dfdx, x)
   local average = wants.buffer('optim.asgd', state, 'ax', x)
   local difference = wants.buffer('optim.asgd', state, 'tmp', x)
   x:mul(keep):add(-eta, dfdx)
   if mu == 1 then average:copy(x) else average:add(difference:add(x, -1, average):mul(mu)) end
end

--- A step of averaged stochastic gradient descent (B. Polyak, A. Juditsky: Acceleration of Stochastic Approximation
-- by Averaging, 1992; W. Xu: Towards Optimal One Pass Large Scale Learning with Averaged Stochastic Gradient Descent,
-- 2011).
--
-- With η = eta0, μ = 1, t = 0 at first:
--
--     x ← (1 - λ · η) · x - η · g
--     a ← a + μ · (x - a)
--     t ← t + 1,   η = eta0 / (1 + λ · eta0 · t)^α,   μ = 1 / max(1, t - t0)
--
-- @function optim.asgd
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `eta0` (0.0001), `lambda` (λ, 0.0001), `alpha` (α, 0.75), `t0` (1000000): what is
--   missing is put in
-- @tparam[opt=config] table state `eta_t` (η), `mu_t` (μ), `t`, `ax` (a); a buffer: `tmp` (what was added to a)
-- @treturn torch.Tensor x
-- @treturn table `{f(x)}`, before the step
-- @treturn torch.Tensor the average a
function optim.asgd(opfunc, x, config, state)
   config, state = wants.arguments('optim.asgd', opfunc, x, config, state)
   local eta0 = wants.number('optim.asgd', config, 'eta0', 1e-4)
   local lambda = wants.number('optim.asgd', config, 'lambda', 1e-4)
   local alpha = wants.number('optim.asgd', config, 'alpha', 0.75)
   local t0 = wants.number('optim.asgd', config, 't0', 1e6)
   local eta = wants.number('optim.asgd', state, 'eta_t', eta0)
   local mu = wants.number('optim.asgd', state, 'mu_t', 1)
   local t = wants.number('optim.asgd', state, 't', 0) + 1
   config.eta0, config.lambda, config.alpha, config.t0 = eta0, lambda, alpha, t0
   local fx, dfdx = opfunc(x)
   if not fused.asgd(x, dfdx, state.ax, state.tmp, eta, 1 - lambda * eta, mu) then
      step(x, dfdx, state, eta, 1 - lambda * eta, mu)
   end
   state.t, state.eta_t, state.mu_t = t, eta0 / (1 + lambda * eta0 * t) ^ alpha, 1 / math.max(1, t - t0)
   return x, {fx}, state.ax
end
