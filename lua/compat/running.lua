--- Which file is being loaded.
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

return running
