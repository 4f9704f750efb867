--- Conjugate gradients.
-- @module optim.cg
local wants = require 'optim.wants'

-- A line search knows three points by their values f and slopes d along the line: f1, d1, where the line begins;
-- f2, d2, where x is, z1 away from there; f3, d3, where x was before, z3 away from x.

-- How far from x to the lowest point of the parabola (if the value rose) or cubic through x and the point before.
local function inside(l)
   local step
   if l.f2 > l.f1 then
      step = l.z3 - 0.5 * l.d3 * l.z3 * l.z3 / (l.d3 * l.z3 + l.f2 - l.f3)
   else
      local a = 6 * (l.f2 - l.f3) / l.z3 + 3 * (l.d2 + l.d3)
      local b = 3 * (l.f3 - l.f2) - l.z3 * (l.d3 + 2 * l.d2)
      step = (math.sqrt(b * b - a * l.d2 * l.z3 * l.z3) - b) / a
   end
   if step ~= step or math.abs(step) == math.huge then step = l.z3 / 2 end
   return math.max(math.min(step, l.int * l.z3), (1 - l.int) * l.z3)
end

-- How far beyond x to go: to the lowest point of the cubic, within what is reasonable.
local function beyond(l)
   local a = 6 * (l.f2 - l.f3) / l.z3 + 3 * (l.d2 + l.d3)
   local b = 3 * (l.f3 - l.f2) - l.z3 * (l.d3 + 2 * l.d2)
   local step = -l.d2 * l.z3 * l.z3 / (b + math.sqrt(b * b - a * l.d2 * l.z3 * l.z3))
   local room = l.limit and (l.limit - l.z1) / 2
   if step ~= step or math.abs(step) == math.huge or step < 0 then return room or l.z1 * (l.ext - 1) end
   if l.limit then
      if step + l.z1 > l.limit then return room end
   elseif step + l.z1 > l.z1 * l.ext then
      return l.z1 * (l.ext - 1)
   end
   if step < -l.z3 * l.int then return -l.z3 * l.int end
   if l.limit and step < (l.limit - l.z1) * (1 - l.int) then return (l.limit - l.z1) * (1 - l.int) end
   return step
end

-- Whether the value fell too little for the way, or the slope rises too much (C. Wolfe, M. Powell).
local function tooFar(l) return l.f2 > l.f1 + l.z1 * l.rho * l.d1 or l.d2 > -l.sig * l.d1 end

-- Search along s for a point where the slope is flat enough.
-- @param l the search; f2, d2 are left at what was found
-- @param move goes on by a step, and sets f2, d2
-- @treturn boolean whether there is one
local function search(l, move)
   move(l.z1)
   l.f3, l.d3, l.z3, l.limit = l.f1, l.d1, -l.z1, nil
   local left = math.min(l.most, l.left())
   while true do
      while tooFar(l) and left > 0 do
         l.limit = l.z1
         local step = inside(l)
         l.z1 = l.z1 + step
         move(step)
         left, l.z3 = left - 1, l.z3 - step
      end
      if tooFar(l) then return false end
      if l.d2 > l.sig * l.d1 then return true end
      -- With a fraction (maxEval is often one) this is never 0: what looks good is followed to its end, not for ever.
      if left == 0 or not (math.abs(l.z1) < math.huge and l.d2 == l.d2) then return false end
      local step = beyond(l)
      l.f3, l.d3, l.z3 = l.f2, l.d2, -step
      l.z1 = l.z1 + step
      move(step)
      left = left - 1
   end
end

local function settings(config)
   local l = {}
   for key, default in pairs {rho = 0.01, sig = 0.5, int = 0.1, ext = 3, ratio = 100} do
      l[key] = wants.number('optim.cg', config, key, default)
   end
   l.most = wants.number('optim.cg', config, 'maxIter', 20)
   return l
end

-- Down the slope: the first direction, and that after a search that failed.
local function steepest(l, s, gradient)
   s:mul(gradient, -1)
   l.d1 = -s:dot(s)
   l.z1 = 1 / (1 - l.d1)
end

-- The next direction, by E. Polak and G. Ribière's formula.
local function conjugate(l, s, gradient, before)
   local factor = (gradient:dot(gradient) - before:dot(gradient)) / before:dot(before)
   s:mul(factor):add(-1, gradient)
   local slope = gradient:dot(s)
   if slope > 0 then
      s:mul(gradient, -1)
      slope = -s:dot(s)
   end
   -- The smallest normal number, so that nothing is divided by 0.
   l.z1 = l.z1 * math.min(l.ratio, l.d1 / (slope - 2.2250738585072014e-308))
   l.d1 = slope
end

--- Minimize by conjugate gradients: E. Polak and G. Ribière's directions, with a line search by cubic and quadratic
-- interpolation to C. Wolfe's and M. Powell's conditions (C. Rasmussen: minimize.m, 2001).
--
-- @function optim.cg
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `maxEval` (1.25 · maxIter), evaluations in all; `maxIter` (20), evaluations in one
--   search; `rho` (0.01), `sig` (0.5), the conditions' constants; `int` (0.1), how close to a known point to look;
--   `ext` (3), how many times the way so far to go on at most; `ratio` (100), how much steeper the next search may
--   begin; `verbose` (print each value)
-- @tparam[opt=config] table state buffers: `df0`, `df1`, `df2`, `df3`, `s`, `x0`
-- @treturn torch.Tensor x
-- @treturn table f(x) at the beginning and after each search
-- @treturn int evaluations
function optim.cg(opfunc, x, config, state)
   config, state = wants.arguments('optim.cg', opfunc, x, config, state)
   local l = settings(config)
   local maxEval = wants.number('optim.cg', config, 'maxEval', l.most * 1.25)
   local buffers = {}
   for _, key in ipairs {'df0', 'df1', 'df2', 'df3', 's', 'x0'} do
      buffers[key] = wants.buffer('optim.cg', state, key, x)
   end
   local df0, df1, df2, s, x0 = buffers.df0, buffers.df1, buffers.df2, buffers.s, buffers.x0
   local count = 0
   local function evaluate(gradient)
      local fx, dfdx = wants.evaluation('optim.cg', opfunc, x)
      count = count + 1
      gradient:copy(dfdx)
      return wants.value('optim.cg', fx)
   end
   local function move(step)
      x:add(step, s)
      l.f2 = evaluate(df2)
      l.d2 = df2:dot(s)
   end
   function l.left() return maxEval - count end
   l.f1 = evaluate(df1)
   local values, failed = {l.f1}, false
   steepest(l, s, df1)
   while count < maxEval do
      x0:copy(x)
      df0:copy(df1)
      local f0 = l.f1
      if search(l, move) then
         l.f1, failed = l.f2, false
         values[#values + 1] = l.f1
         if config.verbose then print(#values, l.f1) end
         conjugate(l, s, df2, df1)
         df1, df2 = df2, df1
      else
         x:copy(x0)
         df1:copy(df0)
         l.f1 = f0
         if failed or count >= maxEval then break end
         df1, df2 = df2, df1
         steepest(l, s, df1)
         failed = true
      end
   end
   state.df1, state.df2 = df1, df2
   return x, values, count
end
