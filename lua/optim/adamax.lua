--- AdaMax.
-- @module optim.adamax
local wants = require 'optim.wants'
local fused = require('sconce.nn').Steps

-- u as x is, of the one row of state.u, and the rows of which it is the larger.
local function peaks(dfdx, state)
   local size = dfdx:size():totable()
   local u, made = wants.buffer('optim.adamax', state, 'u', dfdx)
   if made then u:resize(1, table.unpack(size)) end
   if not state.max then state.max = dfdx.new(2, table.unpack(size)) end
   local rows = state.max
   if not torch.isTensor(rows) or torch.type(rows) ~= torch.type(dfdx) or rows:nElement() ~= 2 * dfdx:nElement() then
      wants.refuse(('optim.adamax: expected a %s of two rows of %d elements as state.max'):format(
         torch.type(dfdx):sub(7), dfdx:nElement()))
   end
   return u:viewAs(dfdx), rows:view(2, table.unpack(size))
end

-- The same as fused.adamax, for whatever tensors there are, and with a new state.
local function step(x, dfdx, state, rate, decay, beta1, beta2, epsilon)
   wants.gradient('optim.adamax', dfdx, wants.floating('optim.adamax', 'x', x))
   local m = wants.buffer('optim.adamax', state, 'm', dfdx)
   local u, rows = peaks(dfdx, state)
   if decay ~= 0 then dfdx:add(decay, x) end
   m:mul(beta1):add(1 - beta1, dfdx)
   local older, newer = rows:select(1, 1), rows:select(1, 2)
   older:mul(u, beta2)
   newer:abs(dfdx):add(epsilon)
   x:addcdiv(-rate, m, u:cmax(older, newer))
end

--- A step of AdaMax (D. Kingma, J. Ba: Adam: A Method for Stochastic Optimization, https://arxiv.org/abs/1412.6980,
-- section 7.1).
--
-- With m = u = 0 at first and t the number of this step, from 1:
--
--     g ← g + weightDecay · x
--     m ← β₁ · m + (1 - β₁) · g
--     u ← max(β₂ · u, |g| + ε)
--     x ← x - learningRate / (1 - β₁ᵗ) · m / u
--
-- Weight decay is added to the very tensor that `opfunc` returned.
--
-- @function optim.adamax
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `learningRate` (0.002), `beta1` (0.9), `beta2` (0.999), `epsilon` (1e-38), `weightDecay`
--   (0)
-- @tparam[opt=config] table state `t`, `m`, `u` (one row), `max` (the two rows of which u is the larger)
-- @treturn torch.Tensor x
-- @treturn table `{f(x)}`, before the step
function optim.adamax(opfunc, x, config, state)
   config, state = wants.arguments('optim.adamax', opfunc, x, config, state)
   local rate = wants.number('optim.adamax', config, 'learningRate', 0.002)
   local beta1 = wants.number('optim.adamax', config, 'beta1', 0.9)
   local beta2 = wants.number('optim.adamax', config, 'beta2', 0.999)
   local epsilon = wants.number('optim.adamax', config, 'epsilon', 1e-38)
   local decay = wants.number('optim.adamax', config, 'weightDecay', 0)
   local t = wants.number('optim.adamax', state, 't', 0) + 1
   local fx, dfdx = opfunc(x)
   rate = rate / (1 - beta1 ^ t)
   if not fused.adamax(x, dfdx, state.m, state.u, state.max, rate, decay, beta1, beta2, epsilon) then
      step(x, dfdx, state, rate, decay, beta1, beta2, epsilon)
   end
   state.t = t
   return x, {fx}
end
