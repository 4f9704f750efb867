--- A line search to the strong Wolfe conditions.
-- @module optim.lswolfe
local expected = require 'nn.expected'
local wants = require 'optim.wants'

-- A point of the line: where, value, gradient, slope along the line.
local function pointAt(search, t)
   -- At x itself: what is called may not look at its argument, but at the network whose parameters x is.
   search.at:add(search.x, t, search.d)
   local f, g = wants.evaluation('optim.lswolfe', search.opfunc, search.at)
   search.count = search.count + 1
   return {t = t, f = wants.value('optim.lswolfe', f), g = g:clone(), slope = g:dot(search.d)}
end

-- Where the cubic through two points is lowest.
local function lowest(a, b, low, high)
   return optim.polyinterp(torch.DoubleTensor {{a.t, a.f, a.slope}, {b.t, b.f, b.slope}}, low, high)
end

local function flat(search, point) return math.abs(point.slope) <= -search.c2 * search.gtd end

local function tooHigh(search, point)
   return point.f > search.start.f + search.c1 * point.t * search.gtd
end

-- Go on until two points have a good one between them, or one is good.
-- @treturn table the points
-- @treturn int tries
local function bracket(search, t)
   local before, point, tries = search.start, pointAt(search, t), 0
   while tries < search.maxIter and point.t * 10 < math.huge do
      if tooHigh(search, point) or tries > 1 and point.f >= before.f then return {before, point}, tries end
      if flat(search, point) then return {point}, tries end
      if point.slope >= 0 then return {before, point}, tries end
      local low, high = point.t + 0.01 * (point.t - before.t), point.t * 10
      before, point = point, pointAt(search, lowest(before, point, low, high))
      tries = tries + 1
   end
   return {search.start, point}, tries
end

-- A step that lies too near an end of the bracket, for the second time or outside, is moved in by a tenth.
-- @treturn number the step
-- @treturn boolean whether it lies near an end
local function within(t, low, high, near)
   if math.min(high - t, t - low) / (high - low) >= 0.1 then return t, false end
   if not near and t < high and t > low then return t, true end
   if math.abs(t - high) < math.abs(t - low) then return high - 0.1 * (high - low), false end
   return low + 0.1 * (high - low), false
end

-- Narrow the bracket down to a good point.
local function zoom(search, ends, tries)
   local near = false
   while #ends == 2 and tries < search.maxIter do
      -- The gradient where the line begins may be the tensor that opfunc fills each time: the slope is then that of the
      -- last point, here as in the original.
      for _, point in ipairs(ends) do point.slope = point.g:dot(search.d) end
      local lower = ends[1].f <= ends[2].f and 1 or 2
      local upper = 3 - lower
      local t
      t, near = within(lowest(ends[1], ends[2]), math.min(ends[1].t, ends[2].t), math.max(ends[1].t, ends[2].t), near)
      local point = pointAt(search, t)
      tries = tries + 1
      local done = false
      if tooHigh(search, point) or point.f >= ends[lower].f then
         ends[upper] = point
      else
         done = flat(search, point)
         if not done and point.slope * (ends[upper].t - ends[lower].t) >= 0 then ends[upper] = ends[lower] end
         ends[lower] = point
      end
      if done or math.abs((ends[1].t - ends[2].t) * point.slope) < search.tolX then break end
   end
end

--- Search along a line for a point that fulfils the strong Wolfe conditions: f(x + t·d) ≤ f + c1 · t · gtd and
-- |slope| ≤ c2 · |gtd| (J. Nocedal, S. Wright: Numerical Optimization, 1999, algorithms 3.5 and 3.6, by cubics;
-- as in M. Schmidt's minFunc). For `optim.lbfgs`.
--
-- @function optim.lswolfe
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x where the line begins; x + t·d afterwards, and what `opfunc` is called with on the way
-- @tparam number t the first step
-- @tparam torch.Tensor d the direction
-- @tparam number f the value at x
-- @tparam torch.Tensor g the gradient at x
-- @tparam number gtd the slope there, g·d
-- @tparam[opt] table options `c1` (0.0001), `c2` (0.9), `tolX` (1e-9): stop when the bracket promises less, `maxIter`
--   (20)
-- @treturn number the value at the new x
-- @treturn torch.Tensor the gradient there
-- @treturn torch.Tensor x
-- @treturn number the step
-- @treturn int evaluations
function optim.lswolfe(opfunc, x, t, d, f, g, gtd, options)
   options = wants.table('optim.lswolfe', 'options', options or {})
   local search = {opfunc = wants.callable('optim.lswolfe', 'opfunc', opfunc)}
   search.at = wants.tensor('optim.lswolfe', 'x', x)
   search.x = x:clone()
   search.d = wants.like('optim.lswolfe', 'd', d, x)
   for key, default in pairs {c1 = 1e-4, c2 = 0.9, tolX = 1e-9, maxIter = 20} do
      search[key] = wants.number('optim.lswolfe', options, key, default)
   end
   local given = {t = t, f = f, gtd = gtd}
   for _, key in ipairs {'t', 'f', 'gtd'} do
      if type(given[key]) ~= 'number' then expected('optim.lswolfe', 'a number as ' .. key, given[key]) end
   end
   search.start = {t = 0, f = f, g = wants.like('optim.lswolfe', 'g', g, x), slope = gtd}
   search.gtd, search.count = gtd, 0
   -- Along what is no number, or falls without end, there is nothing to search for.
   if not (math.abs(t) < math.huge and math.abs(gtd) < math.huge) then return f, g, x, t, 0 end
   local ends, tries = bracket(search, t)
   zoom(search, ends, tries)
   local best = ends[2] and ends[2].f < ends[1].f and ends[2] or ends[1]
   x:add(search.x, best.t, d)
   return best.f, best.g, x, best.t, search.count
end
