--- Which file and which module is being loaded.
-- @module compat.running
local running = {}
local current = '.'

--- The folder of a file.
function running.folderOf(path) return path:match('^(.*)/[^/]*$') or '.' end
--- The folder of the file that was begun last and has not ended.
function running.folder() return current end

--- Call what a file holds.
-- @param path of the file, if it is one
-- @tparam function chunk the file as a function
-- @param ... arguments
function running.run(path, chunk, ...)
   local _ <close> = setmetatable({current}, {__close = function(self) current = self[1] end})
   current = type(path) == 'string' and running.folderOf(path) or '.'
   return chunk(...)
end

local loading = {}
-- A module that requires itself finds nothing done yet. What fails may be tried again.
local function guard(name)
   if loading[name] then error(("loop or previous error loading module '%s'"):format(name), 4) end
   loading[name] = true
   return setmetatable({}, {__close = function() loading[name] = nil end})
end

--- Whether a module has been begun.
function running.knows(name) return loading[name] or package.loaded[name] ~= nil end

--- Load a module and remember what it returns, or true.
-- @tparam string name of the module
-- @tparam function loader what its file holds
-- @param where the file's path, or what else a searcher says of it
function running.module(name, loader, where)
   local _ <close> = guard(name)
   local value = running.run(where, loader, name)
   if value ~= nil then package.loaded[name] = value
   elseif package.loaded[name] == nil then package.loaded[name] = true end
   return package.loaded[name]
end

return running
