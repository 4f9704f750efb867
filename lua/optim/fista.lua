--- Iterative shrinkage for functions with a part that has no gradient.
-- @module optim.fista
local wants = require 'optim.wants'

local function settings(params)
   local s = {}
   for key, default in pairs {L = 0.1, Lstep = 1.5, maxiter = 50, maxline = 20, errthres = 1e-4} do
      s[key] = wants.number('optim.FistaLS', params, key, default)
   end
   s.momentum, s.verbose = params.doFistaUpdate, params.verbose
   return s
end

local function number(value, name)
   if type(value) ~= 'number' then wants.refuse(('optim.FistaLS: expected %s to return a number'):format(name)) end
   return value
end

-- Steps from y, shorter and shorter, until f lies below its parabola; `ply` is then the way from y.
-- @treturn boolean whether that came to be
-- @treturn number the parabola's value
-- @treturn int tries
local function search(s, f, pl, y, ply)
   local fy, gradient = f(y, 'dx')
   number(fy, 'f')
   wants.like('optim.FistaLS', "the gradient that f(x, 'dx') returns", gradient, y)
   for tries = 1, math.huge do
      ply:add(y, -1 / s.L, gradient)
      pl(ply, s.L)
      local value = number(f(ply), 'f')
      ply:add(-1, y)
      local linear, square = gradient:dot(ply), s.L / 2 * ply:dot(ply)
      local parabola = fy + linear + square
      if s.verbose then
         print(('nline=%d L=%g fply=%g Q=%g fy=%g Q2=%g Q3=%g'):format(
            tries - 1, s.L, value, parabola, fy, linear, square))
      end
      if value <= parabola then return true, parabola, tries end
      if tries > s.maxline then return false, parabola, tries end
      s.L = s.L * s.Lstep
   end
end

--- Minimize f(x) + g(x), f being smooth, by ISTA or FISTA with backtracking line search (A. Beck, M. Teboulle: A Fast
-- Iterative Shrinkage-Thresholding Algorithm for Linear Inverse Problems, 2009).
--
-- With y = x₀ = 0 and t₁ = 1:
--
--     xₖ = pl(y - ∇f(y) / L),   L ← L · Lstep until f(xₖ) ≤ f(y) + ∇f(y)·(xₖ - y) + L/2 · |xₖ - y|²
--     ISTA:  y = xₖ
--     FISTA: y = xₖ + (tₖ - 1) / tₖ₊₁ · (xₖ - xₖ₋₁),   tₖ₊₁ = (1 + √(1 + 4tₖ²)) / 2
--
-- It ends when f(y) + g(y) changes by less than `errthres`. A line search that fails sets y back to the x before.
--
-- @function optim.FistaLS
-- @tparam function f `f(x)` → the value; `f(x, 'dx')` → the value, the gradient
-- @tparam function g `g(x)` → the value
-- @tparam function pl `pl(x, L)` changes x into the minimum of g(u) + L/2 · |u - x|²
-- @tparam torch.Tensor xinit changed into the result; what it holds before counts for nothing
-- @tparam[opt] table params `L` (0.1; where it ends is put in), `Lstep` (1.5), `maxiter` (50), `maxline` (20),
--   `errthres` (1e-4), `doFistaUpdate` (FISTA if true, otherwise ISTA), `verbose`; buffers: `xkm`, `y`, `ply`
-- @treturn torch.Tensor y, which is params.y
-- @treturn table for each iteration a table of `F` (f + g), `Fply` (f), `Gply` (g), `Q` (the parabola), `L`, `nline`
--   (tries); with `verbose` also `xk`, `y`
function optim.FistaLS(f, g, pl, xinit, params)
   for name, value in pairs {f = f or false, g = g or false, pl = pl or false} do
      wants.callable('optim.FistaLS', name, value or nil)
   end
   wants.tensor('optim.FistaLS', 'xinit', xinit)
   params = wants.table('optim.FistaLS', 'params', params or {})
   local s = settings(params)
   local before = wants.buffer('optim.FistaLS', params, 'xkm', xinit):zero()
   local y = wants.buffer('optim.FistaLS', params, 'y', xinit):zero()
   local ply = wants.buffer('optim.FistaLS', params, 'ply', xinit)
   local x, t, old, history = xinit, 1, math.huge, {}
   for iteration = 1, s.maxiter do
      local found, parabola, tries = search(s, f, pl, y, ply)
      if found then x:add(y, ply) else x:copy(before) end
      y:copy(x)
      if s.momentum then
         local next = (1 + math.sqrt(1 + 4 * t * t)) / 2
         y:add((t - 1) / next, x):add((1 - t) / next, before)
         before:copy(x)
         t = next
      end
      local entry = {Fply = number(f(y), 'f'), Gply = number(g(y), 'g'), Q = parabola, L = s.L, nline = tries}
      entry.F = entry.Fply + entry.Gply
      if s.verbose then
         print(('iter=%d eold=%g enew=%g'):format(iteration - 1, old, entry.F))
         entry.xk, entry.y = x:clone(), y:clone()
      end
      history[iteration], params.L = entry, s.L
      if math.abs(old - entry.F) <= s.errthres then break end
      old = entry.F
   end
   xinit:copy(y)
   return y, history
end
