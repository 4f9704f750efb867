--- RMSprop.
-- @module optim.rmsprop
local wants = require 'optim.wants'
local fused = require('sconce.nn').Steps

-- The same as fused.rmsprop, for whatever tensors there are, and with a new state.
local function step(x, dfdx, state, rate, decay, alpha, epsilon, mean)
   wants.gradient('optim.rmsprop', dfdx, wants.floating('optim.rmsprop', 'x', x))
   local m, made = wants.buffer('optim.rmsprop', state, 'm', dfdx)
   local root = wants.buffer('optim.rmsprop', state, 'tmp', dfdx)
   if made then m:fill(mean) end
   if decay ~= 0 then dfdx:add(decay, x) end
   m:mul(alpha):addcmul(1 - alpha, dfdx, dfdx)
   root:sqrt(m):add(epsilon)
   x:addcdiv(-rate, dfdx, root)
end

--- A step of RMSprop (T. Tieleman, G. Hinton: Lecture 6.5, COURSERA: Neural Networks for Machine Learning, 2012).
--
-- With m = initialMean at first:
--
--     g ← g + weightDecay · x
--     m ← α · m + (1 - α) · g²
--     x ← x - learningRate · g / (√m + ε)
--
-- Weight decay is added to the very tensor that `opfunc` returned.
--
-- @function optim.rmsprop
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `learningRate` (0.01), `alpha` (0.99), `epsilon` (1e-8), `weightDecay` (0),
--   `initialMean` (0)
-- @tparam[opt=config] table state `m`, `tmp` (√m + ε)
-- @treturn torch.Tensor x
-- @treturn table `{f(x)}`, before the step
function optim.rmsprop(opfunc, x, config, state)
   config, state = wants.arguments('optim.rmsprop', opfunc, x, config, state)
   local rate = wants.number('optim.rmsprop', config, 'learningRate', 1e-2)
   local alpha = wants.number('optim.rmsprop', config, 'alpha', 0.99)
   local epsilon = wants.number('optim.rmsprop', config, 'epsilon', 1e-8)
   local decay = wants.number('optim.rmsprop', config, 'weightDecay', 0)
   local mean = wants.number('optim.rmsprop', config, 'initialMean', 0)
   local fx, dfdx = opfunc(x)
   if not fused.rmsprop(x, dfdx, state.m, state.tmp, rate, decay, alpha, epsilon) then
      step(x, dfdx, state, rate, decay, alpha, epsilon, mean)
   end
   return x, {fx}
end
