--- Nesterov's accelerated gradient.
-- @module optim.nag
local wants = require 'optim.wants'
local fused = require('sconce.nn').Steps

-- The same as fused.nag, for whatever tensors there are.
local function step(x, dfdx, velocity, rate, decay, momentum, rates, scaled)
   wants.gradient('optim.nag', dfdx, x)
   if decay ~= 0 then dfdx:add(decay, x) end
   local direction = rates and scaled:cmul(rates, dfdx) or dfdx
   x:add(-rate, direction)
   velocity:mul(momentum):add(-rate, direction)
end

--- A step of Nesterov's accelerated gradient (I. Sutskever et al.: On the importance of initialization and momentum in
-- deep learning, 2013): the gradient is taken where the momentum alone would lead.
--
-- With t the number of steps before, and v = 0 at first:
--
--     x ← x + momentum · v
--     g ← ∂f/∂x + weightDecay · x
--     v ← momentum · v - rate · g,   x ← x - rate · g,   rate = learningRate / (1 + t · learningRateDecay)
--
-- Weight decay is added to the very tensor that `opfunc` returned.
--
-- @function optim.nag
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `learningRate` (0.001), `learningRateDecay` (0), `weightDecay` (0), `momentum` (0.9; more
--   than 0), `learningRates`, a tensor with a factor of the rate for each number of x
-- @tparam[opt=config] table state `evalCounter` (t), `dfdx` (v); a buffer: `deltaParameters`
-- @treturn torch.Tensor x
-- @treturn table `{f(x)}`, where the gradient was taken
function optim.nag(opfunc, x, config, state)
   config, state = wants.arguments('optim.nag', opfunc, x, config, state)
   local rate = wants.number('optim.nag', config, 'learningRate', 1e-3)
   local rateDecay = wants.number('optim.nag', config, 'learningRateDecay', 0)
   local decay = wants.number('optim.nag', config, 'weightDecay', 0)
   local momentum = wants.number('optim.nag', config, 'momentum', 0.9)
   local rates = wants.optional('optim.nag', config, 'learningRates', x) or nil
   local t = wants.number('optim.nag', state, 'evalCounter', 0)
   if momentum <= 0 then wants.refuse('optim.nag: Momentum must be positive for Nesterov Accelerated Gradient') end
   local velocity = wants.buffer('optim.nag', state, 'dfdx', x)
   x:add(momentum, velocity)
   local fx, dfdx = opfunc(x)
   rate = rate / (1 + t * rateDecay)
   local scaled = rates and wants.buffer('optim.nag', state, 'deltaParameters', x) or nil
   if not fused.nag(x, dfdx, velocity, rate, decay, momentum, rates, scaled) then
      step(x, dfdx, velocity, rate, decay, momentum, rates, scaled)
   end
   state.evalCounter = t + 1
   return x, {fx}
end
