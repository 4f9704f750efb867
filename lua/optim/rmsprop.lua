--- RMSprop.
-- @module optim.rmsprop
local wants = require 'optim.wants'

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
   local fx, dfdx = wants.evaluation('optim.rmsprop', opfunc, x)
   if decay ~= 0 then dfdx:add(decay, x) end
   local m, made = wants.buffer('optim.rmsprop', state, 'm', dfdx)
   local root = wants.buffer('optim.rmsprop', state, 'tmp', dfdx)
   if made then m:fill(mean) end
   m:mul(alpha):addcmul(1 - alpha, dfdx, dfdx)
   root:sqrt(m):add(epsilon)
   x:addcdiv(-rate, dfdx, root)
   return x, {fx}
end
