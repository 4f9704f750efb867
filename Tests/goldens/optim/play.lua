-- Runs the cases of cases.lua, in the original when they are recorded and in Sconce when they are tested. Plain Torch Lua.
local play = {types = {'torch.DoubleTensor', 'torch.FloatTensor'}}

--- The types in which a case is played.
function play.typesOf(case) return case.double and {'torch.DoubleTensor'} or play.types end

-- Rosenbrock's function of n numbers, in plain numbers, so that both hosts compute the very same.
local function rosenbrock(x)
   local p, f, g = x:totable(), 0, {}
   for i = 1, #p do g[i] = 0 end
   for i = 1, #p - 1 do
      local d, e = p[i + 1] - p[i] * p[i], 1 - p[i]
      f = f + 100 * d * d + e * e
      g[i] = g[i] - 400 * p[i] * d - 2 * e
      g[i + 1] = g[i + 1] + 200 * d
   end
   return f, g
end

-- A bowl, whose axes differ in length.
local function bowl(x)
   local p, f, g = x:totable(), 0, {}
   for i = 1, #p do f, g[i] = f + i * p[i] * p[i] / 2, i * p[i] end
   return f, g
end

local functions = {rosenbrock = rosenbrock, bowl = bowl}

--- The function of a case, for tensors of a type. The gradient is one tensor, which optimizers may add to, as that of a
-- network is.
function play.opfunc(name, type)
   local gradient
   return function(x)
      local f, g = functions[name](x)
      gradient = gradient or torch.Tensor(#g):type(type)
      for i = 1, #g do gradient[i] = g[i] end
      return f, gradient
   end, function() return gradient end
end

-- Tensors and tables of numbers, in a type.
local function typed(value, type)
   if torch.isTensor(value) then return value:type(type) end
   return value
end

--- Numbers as they are recorded.
function play.text(value)
   if torch.isTensor(value) then
      local parts = {(torch.type(value):gsub('^torch%.', '')) .. ' ' .. table.concat(value:size():totable(), 'x')}
      local flat = value:clone():resize(value:nElement()):totable()
      for i = 1, #flat do parts[i + 1] = ('%.17g'):format(flat[i]) end
      return table.concat(parts, ' ')
   elseif type(value) == 'table' then
      local parts = {'table'}
      for i = 1, #value do parts[i + 1] = type(value[i]) == 'number' and ('%.17g'):format(value[i]) or play.text(value[i]) end
      return table.concat(parts, ' ')
   elseif type(value) == 'number' then
      return ('%.17g'):format(value)
   end
   return tostring(value)
end

-- Memory that nothing has been written to has no numbers to compare.
local function state(case, value, out)
   local keys = {}
   for key in pairs(value) do keys[#keys + 1] = key end
   table.sort(keys)
   for _, key in ipairs(keys) do
      local unset = (case.unset or ''):find('%f[%w_]' .. key .. '%f[^%w_]')
      out('state.' .. key, unset and torch.type(value[key]) or play.text(value[key]))
   end
end

--- Plays a case: `out(what, text)` is called for all that is recorded, `between(state)` after each call and gives the
-- state for the next one.
function play.play(case, type, out, between)
   local start = {}
   for i = 1, case.n or 5 do start[i] = (i % 3 - 1.25) * (case.scale or 1) end
   local x = torch.Tensor(start):type(type)
   local opfunc, gradient = play.opfunc(case.f or 'rosenbrock', type)
   local config, states = {}, case.single and nil or {}
   for key, value in pairs(case.config or {}) do
      config[key] = typed(value, type)
      if _G.type(value) == 'function' then config[key] = value() end
   end
   local step = require('optim')[case.optimizer]
   for call = 1, case.calls or 4 do
      local results = {step(opfunc, x, config, states)}
      if results[1] ~= x then error('x is returned') end
      out('x', play.text(x))
      for i = 2, #results do out('result ' .. i, play.text(results[i])) end
      if between then
         if states then states = between(states) else config = between(config) end
      end
   end
   if gradient() and not case.derivativeFree then out('gradient', play.text(gradient())) end
   if states then state(case, states, out) end
   for key, value in pairs(config) do
      if torch.type(value) == 'function' then config[key] = nil end
   end
   state(case, config, out)
end

--- The cases: name → case.
function play.cases() return dofile 'Tests/goldens/optim/cases.lua' end

--- A case's name in a type, as it stands in the file of its optimizer.
function play.title(name, type) return name .. ' ' .. type end

function play.path(optimizer) return 'Tests/goldens/optim/' .. optimizer .. '.txt' end

return play
