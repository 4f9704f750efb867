--- Names of a package whose files are loaded at their first use: `nn.Linear` is `nn/Linear.lua` when it is first read,
-- or asked for as `torch.getmetatable 'nn.Linear'`, as the parent of a class or by a file that holds such an object.
--
-- @module torch.late
local host = require 'sconce.host'
local running = require 'compat.running'
local classes = require 'torch.class'
local folders = require 'torch.lateFolders'
-- The searcher of the library's own files.
local embedded = package.searchers[2]

--- Let a package find its names so. A class and what else begins with a capital has a file of its name.
-- @tparam table package
-- @tparam string name what it is required by
-- @tparam[opt] table others the files of other names: `{tic = 'Timer'}`
return function(package, name, others)
   folders[name] = {name}
   local function load(key)
      local file = type(key) == 'string' and (others and others[key] or key:match('^%u[%w_]*$'))
      for _, folder in ipairs(file and folders[name] or {}) do
         local module = folder .. '.' .. file
         local loader, where
         if not running.knows(module) then loader, where = embedded(module) end
         if type(loader) == 'function' then
            running.module(module, loader, where)
            return rawget(package, key)
         end
      end
   end
   classes.late[name] = load
   return setmetatable(package, {
      __index = function(_, key) return load(key) end,
      -- Who walks through the package finds all of it.
      __pairs = function()
         for _, folder in ipairs(folders[name]) do
            for _, file in ipairs(host.files(folder)) do load(file) end
         end
         for key in pairs(others or {}) do load(key) end
         return next, package, nil
      end,
   })
end
