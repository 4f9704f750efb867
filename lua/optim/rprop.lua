--- Resilient backpropagation.
-- @module optim.rprop
local wants = require 'optim.wants'
local fused = require('sconce.nn').Steps

-- A tensor of bytes of the state, as many as x has elements.
local function bytes(state, key, x)
   if not state[key] then state[key] = torch.ByteTensor(x:size()):zero() end
   local flags = state[key]
   if torch.type(flags) ~= 'torch.ByteTensor' or flags:nElement() ~= x:nElement() then
      wants.refuse(('optim.rprop: expected a ByteTensor of %d elements as state.%s'):format(x:nElement(), key))
   end
   return flags
end

local function buffers(x, state, stepsize)
   -- With a new state `stepsize` is the setting, if anything: config may be the state too.
   if not state.delta then state.stepsize = nil end
   local b = {delta = wants.buffer('optim.rprop', state, 'delta', x)}
   b.sign = wants.buffer('optim.rprop', state, 'sign', x)
   local made
   b.stepsize, made = wants.buffer('optim.rprop', state, 'stepsize', x)
   if made then b.stepsize:fill(stepsize) end
   for _, key in ipairs {'psign', 'nsign', 'zsign', 'dminmax'} do b[key] = bytes(state, key, x) end
   return b
end

-- The sizes of the steps, from the signs of the gradient then and now.
local function resize(b, dfdx, plus, minus, low, high)
   b.sign:cmul(dfdx, b.delta):sign()
   b.sign.gt(b.psign, b.sign, 0)
   b.sign.lt(b.nsign, b.sign, 0)
   b.sign.eq(b.zsign, b.sign, 0)
   b.sign:maskedFill(b.psign, plus):maskedFill(b.nsign, minus):maskedFill(b.zsign, 1)
   b.stepsize:cmul(b.sign)
   b.stepsize.gt(b.dminmax, b.stepsize, high)
   b.stepsize:maskedFill(b.dminmax, high)
   b.stepsize.lt(b.dminmax, b.stepsize, low)
   b.stepsize:maskedFill(b.dminmax, low)
end

-- The same as fused.rprop, for whatever tensors there are.
local function step(x, dfdx, b, plus, minus, low, high)
   resize(b, dfdx, plus, minus, low, high)
   dfdx:maskedFill(b.nsign, 0)
   b.sign:sign(dfdx)
   x:addcmul(-1, b.sign, b.stepsize)
   b.delta:copy(dfdx)
end

--- Steps of Rprop (M. Riedmiller, H. Braun: A direct adaptive method for faster backpropagation learning: the RPROP
-- algorithm, 1993): each number of x has a size of step of its own, and only the sign of the gradient counts.
--
-- With g₋ the gradient of the step before, 0 at first, and s = stepsize at first, number by number:
--
--     s ← min(max(s · (etaplus, 1 or etaminus as g · g₋ is above, at or below 0), stepsizemin), stepsizemax)
--     g ← 0 where g · g₋ < 0
--     x ← x - s · sign(g)
--
-- That 0 is put into the very tensor that `opfunc` returned.
--
-- @function optim.rprop
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `stepsize` (0.1), `etaplus` (1.2), `etaminus` (0.5), `stepsizemax` (50), `stepsizemin`
--   (1e-6), `niter` (1), the number of steps
-- @tparam[opt=config] table state `delta` (g₋), `stepsize` (s); buffers: `sign`, `psign`, `nsign`, `zsign`, `dminmax`
-- @treturn torch.Tensor x
-- @treturn table f(x) before each step
function optim.rprop(opfunc, x, config, state)
   if config == nil and state == nil then print 'no state table RPROP initializing' end
   config, state = wants.arguments('optim.rprop', opfunc, x, config, state)
   -- Where config is the state too, `stepsize` has become the tensor of sizes.
   local stepsize = torch.isTensor(config.stepsize) and 0 or wants.number('optim.rprop', config, 'stepsize', 0.1)
   local plus = wants.number('optim.rprop', config, 'etaplus', 1.2)
   local minus = wants.number('optim.rprop', config, 'etaminus', 0.5)
   local high = wants.number('optim.rprop', config, 'stepsizemax', 50)
   local low = wants.number('optim.rprop', config, 'stepsizemin', 1e-6)
   local values = {}
   for i = 1, wants.number('optim.rprop', config, 'niter', 1) do
      local fx, dfdx = opfunc(x)
      values[i] = fx
      if not fused.rprop(x, dfdx, state.delta, state.stepsize, state.sign, state.psign, state.nsign, state.zsign,
         state.dminmax, plus, minus, low, high) then
         wants.gradient('optim.rprop', dfdx, x)
         step(x, dfdx, buffers(dfdx, state, stepsize), plus, minus, low, high)
      end
   end
   return x, values
end
