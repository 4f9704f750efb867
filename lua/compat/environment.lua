--- Environments of functions and modules, as Lua 5.1 had them.
--
-- 5.4 keeps a function's globals in an upvalue `_ENV`. To give one function another environment, the upvalue is joined
-- to a new one: closures made before keep theirs, as in 5.1.
--
-- @module compat.environment

-- What was set for functions that read no globals and so have no _ENV.
local remembered = setmetatable({}, {__mode = 'k'})

-- The function that an argument of setfenv and getfenv means; 0 for the whole program.
local function target(f, name)
   if type(f) == 'function' then return f end
   local level = tonumber(f == nil and 1 or f)
   if not level or level < 0 then
      error(("bad argument #1 to '%s' (function or level expected, got %s)"):format(name, type(f)), 3)
   end
   if level < 1 then return 0 end
   local at = debug.getinfo(level // 1 + 2, 'f')
   if not at then error(("bad argument #1 to '%s' (invalid level)"):format(name), 3) end
   return at.func
end

local function slot(f)
   for i = 1, math.huge do
      local name = debug.getupvalue(f, i)
      if name == nil or name == '_ENV' then return name and i end
   end
end

--- The environment of a function, or of the function at a level of the stack.
function getfenv(f)
   local at = target(f, 'getfenv')
   if at == 0 then return _G end
   local i = slot(at)
   if not i then return remembered[at] or _G end
   return (select(2, debug.getupvalue(at, i)))
end

--- Give a function another environment.
-- @treturn function the function
function setfenv(f, environment)
   if type(environment) ~= 'table' then
      error(("bad argument #2 to 'setfenv' (table expected, got %s)"):format(type(environment)), 2)
   end
   local at = target(f, 'setfenv')
   if at == 0 then error('setfenv: the environment of the whole program cannot be changed', 2) end
   if debug.getinfo(at, 'S').what == 'C' then error("'setfenv' cannot change environment of given object", 2) end
   local i = slot(at)
   if i then debug.upvaluejoin(at, i, function() return environment end, 1) else remembered[at] = environment end
   return at
end

-- The table of a dotted name, made where it is missing.
local function place(name)
   local at = _G
   for part in name:gmatch('[^.]+') do
      local inner = rawget(at, part)
      if inner == nil then
         inner = {}
         rawset(at, part, inner)
      elseif type(inner) ~= 'table' then
         error(("name conflict for module '%s'"):format(name), 3)
      end
      at = inner
   end
   return at
end

--- Begin a module: what the rest of the file defines lies in the table of this name.
-- @tparam string name such as 'tools.text'
-- @tparam function ... options, called with the module: `package.seeall`
function module(name, ...)
   local made = package.loaded[name]
   if type(made) ~= 'table' then
      made = place(name)
      package.loaded[name] = made
   end
   if made._NAME == nil then
      made._M, made._NAME, made._PACKAGE = made, name, name:match('^(.*%.)[^.]*$') or ''
   end
   setfenv(2, made)
   for _, option in ipairs {...} do option(made) end
end

--- An option of `module`: it sees the globals.
function package.seeall(made)
   local meta = getmetatable(made) or {}
   meta.__index = _G
   setmetatable(made, meta)
end

return true
