--- Limited-memory BFGS.
-- @module optim.lbfgs
local wants = require 'optim.wants'

local function settings(config)
   local function number(key, default) return wants.number('optim.lbfgs', config, key, default) end
   local c = {maxIter = number('maxIter', 20), tolFun = number('tolFun', 1e-5), tolX = number('tolX', 1e-9)}
   c.maxEval, c.nCorrection = number('maxEval', c.maxIter * 1.25), number('nCorrection', 100)
   c.learningRate = number('learningRate', 1)
   c.lineSearch = config.lineSearch and wants.callable('optim.lbfgs', 'lineSearch', config.lineSearch)
   c.lineSearchOptions = config.lineSearchOptions
   c.say = config.verbose and function(...) print('<optim.lbfgs> ', ...) end or function() end
   return c
end

-- A tensor for a step or for a difference of gradients: one that was let go, if there is any.
local function recycled(pool, like)
   return table.remove(pool) or like.new():resizeAs(like)
end

-- Remember the last step and how the gradient changed, if the function curves upwards there.
local function remember(state, c, g)
   local y = recycled(state.stp_bufs, g):add(g, -1, state.g_old)
   local s = recycled(state.dir_bufs, g):mul(state.d, state.t)
   local ys = y:dot(s)
   if ys <= 1e-10 then
      table.insert(state.stp_bufs, y)
      table.insert(state.dir_bufs, s)
      return
   end
   if #state.old_dirs >= c.nCorrection then
      table.insert(state.dir_bufs, table.remove(state.old_dirs, 1))
      table.insert(state.stp_bufs, table.remove(state.old_stps, 1))
   end
   table.insert(state.old_dirs, s)
   table.insert(state.old_stps, y)
   state.Hdiag = ys / y:dot(y)
end

-- d = -H·g, H being the approximation of the inverse Hessian (J. Nocedal's two loops).
local function direction(state, d, g)
   local steps, changes, ro, al = state.old_dirs, state.old_stps, state.ro, state.al
   d:mul(g, -1)
   for i = #steps, 1, -1 do
      ro[i] = 1 / changes[i]:dot(steps[i])
      local a = steps[i]:dot(d) * ro[i]
      al[i] = a
      d:add(-a, changes[i])
   end
   d:mul(state.Hdiag)
   for i = 1, #steps do d:add(al[i] - changes[i]:dot(d) * ro[i], steps[i]) end
end

-- The fields of the state that the first step needs.
local function begin(state, c, g)
   c.say 'creating recyclable direction/step/history buffers'
   state.dir_bufs, state.stp_bufs = state.dir_bufs or {}, state.stp_bufs or {}
   state.ro, state.al = torch.zeros(c.nCorrection), torch.zeros(c.nCorrection)
   state.old_dirs, state.old_stps, state.Hdiag = {}, {}, 1
   wants.buffer('optim.lbfgs', state, 'd', g):mul(g, -1)
   wants.buffer('optim.lbfgs', state, 'g_old', g)
end

-- The state of a call before is what lbfgs left.
local function resume(state, g)
   for _, key in ipairs {'dir_bufs', 'stp_bufs', 'old_dirs', 'old_stps'} do
      for _, one in pairs(wants.table('optim.lbfgs', 'state.' .. key, state[key])) do
         wants.like('optim.lbfgs', 'state.' .. key, one, g)
      end
   end
   for _, key in ipairs {'d', 'g_old'} do wants.like('optim.lbfgs', 'state.' .. key, state[key], g) end
   for _, key in ipairs {'ro', 'al'} do wants.tensor('optim.lbfgs', 'state.' .. key, state[key]) end
   for _, key in ipairs {'Hdiag', 't', 'f_old'} do wants.number('optim.lbfgs', state, key) end
end

-- Why to stop after a step; nothing if there is no reason.
local function reason(state, c, f, g, done, count)
   local size = state.tmp1
   if done == c.maxIter then return 'reached max number of iterations' end
   if count >= c.maxEval then return 'max nb of function evals' end
   if size:abs(g):sum() <= c.tolFun then return 'optimality condition below tolFun' end
   if size:mul(state.d, state.t):abs():sum() <= c.tolX then return 'step size below tolX' end
   if math.abs(f - state.f_old) < c.tolX then return 'function value changing less than tolX' end
end

--- Minimize by BFGS with limited memory (J. Nocedal: Updating Quasi-Newton Matrices with Limited Storage, 1980; as in
-- M. Schmidt's minFunc).
--
-- Each iteration goes along -H·g, H being an approximation of the inverse Hessian by the last `nCorrection` steps and
-- changes of the gradient: by `learningRate` times that, or as far as a line search says. Without a line search each
-- costs one evaluation, which serves stochastic functions.
--
-- @function optim.lbfgs
-- @tparam function opfunc x → f(x), ∂f/∂x
-- @tparam torch.Tensor x changed in place
-- @tparam[opt] table config `maxIter` (20), iterations in a call; `maxEval` (1.25 · maxIter), evaluations in a call;
--   `tolFun` (1e-5): stop where the gradient's numbers sum up to less; `tolX` (1e-9): stop when a step's do, or the
--   value changes less; `nCorrection` (100); `learningRate` (1); `lineSearch`, such as `optim.lswolfe`, with its
--   `lineSearchOptions`; `verbose` (say why it stops)
-- @tparam[opt=config] table state `funcEval` and `nIter`, evaluations and iterations so far; `d`, `t` (direction and
--   step), `g_old`, `f_old` (gradient and value before), `old_dirs`, `old_stps` (steps, changes of the gradient),
--   `Hdiag`; buffers: `ro`, `al`, `tmp1`, `dir_bufs`, `stp_bufs`
-- @treturn torch.Tensor x
-- @treturn table each value of f
-- @treturn int evaluations in this call; nothing if x was good from the start
function optim.lbfgs(opfunc, x, config, state)
   config, state = wants.arguments('optim.lbfgs', opfunc, x, config, state)
   wants.floating('optim.lbfgs', 'x', x)
   local c = settings(config)
   state.funcEval = wants.number('optim.lbfgs', state, 'funcEval', 0)
   state.nIter = wants.number('optim.lbfgs', state, 'nIter', 0)
   local f, g = wants.evaluation('optim.lbfgs', opfunc, x)
   local values, count, done = {wants.value('optim.lbfgs', f)}, 1, 0
   state.funcEval = state.funcEval + 1
   local size = wants.buffer('optim.lbfgs', state, 'tmp1', g)
   if size:abs(g):sum() <= c.tolFun then
      c.say 'optimality condition below tolFun'
      return x, values
   end
   if state.nIter > 0 then resume(state, g) end
   while done < c.maxIter do
      done, state.nIter = done + 1, state.nIter + 1
      if state.nIter == 1 then
         begin(state, c, g)
      else
         remember(state, c, g)
         direction(state, state.d, g)
      end
      local d = state.d
      state.g_old:copy(g)
      state.f_old = f
      local slope = g:dot(d)
      if slope > -c.tolX then break end
      state.t = state.nIter == 1 and math.min(1, 1 / size:abs(g):sum()) * c.learningRate or c.learningRate
      local evaluations = 0
      if c.lineSearch then
         f, g, x, state.t, evaluations = c.lineSearch(opfunc, x, state.t, d, f, g, slope, c.lineSearchOptions)
         values[#values + 1] = f
      else
         x:add(state.t, d)
         if done ~= c.maxIter then
            f, g = wants.evaluation('optim.lbfgs', opfunc, x)
            evaluations, values[#values + 1] = 1, wants.value('optim.lbfgs', f)
         end
      end
      count, state.funcEval = count + evaluations, state.funcEval + evaluations
      local why = reason(state, c, f, g, done, count)
      if why then
         c.say(why)
         break
      end
   end
   return x, values, count
end
