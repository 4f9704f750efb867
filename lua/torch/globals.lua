--- What scripts find besides `torch`, without requiring it: `paths`, `sys`, `xlua`, and what xlua adds to Lua itself.
--
-- Most scripts are short, and start often: what a script may never touch is loaded when it is first touched.
--
-- @module torch.globals

-- A global that stands for a package until something is first read from it.
local function later(name)
   local shell = {}
   local function fill()
      local package = require(name)
      setmetatable(shell, {__index = package, __newindex = package})
      for key, value in next, package do rawset(shell, key, value) end
      return package
   end
   _G[name] = setmetatable(shell, {
      __index = function(_, key) return fill()[key] end,
      __newindex = function(_, key, value) fill()[key] = value end,
      __pairs = function() return pairs(fill()) end,
   })
end
for _, name in ipairs {'paths', 'sys', 'xlua'} do later(name) end

-- What xlua adds to Lua's own libraries.
for name, library in pairs {split = string, tosymbol = string, splice = table, prune = table} do
   library[name] = function(...)
      require 'xlua'
      return library[name](...)
   end
end

return true
