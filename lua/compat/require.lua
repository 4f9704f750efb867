--- `require` of Torch's th: one result, files by relative path, and files beside the script that have no module's name.
-- @module compat.require
local running = require 'compat.running'
local system = require 'sconce.system'
local searchers = package.searchers
package.loaders = searchers

-- In the place of Lua's own searcher of files: after package.preload and the library's.
searchers[3] = function(name)
   local path, message = package.searchpath(name, package.path)
   if not path then return message end
   local chunk, trouble = loadfile(path)
   if not chunk then error(("error loading module '%s' from file '%s':\n\t%s"):format(name, path, trouble), 0) end
   return chunk, path
end

-- Packages of ours that Torch's distribution did not have: scripts bring files of such names, and these come first.
local embedded = searchers[2]
searchers[#searchers + 1] = function(name)
   local loader, where = embedded('outside.' .. name)
   if type(loader) == 'function' then return loader, where end
end

local function exists(path)
   local file = io.open(path, 'rb')
   if file then file:close() end
   -- A folder can be opened, but not read.
   return file ~= nil and not io.open(path .. '/.', 'rb')
end

local function joined(folder, name)
   local path = folder:sub(1, 1) == '/' and folder or system.currentFolder() .. '/' .. folder
   local names = {}
   for part in (path .. '/' .. name):gmatch('[^/]+') do
      if part == '..' then names[#names] = nil elseif part ~= '.' then names[#names + 1] = part end
   end
   return '/' .. table.concat(names, '/')
end

-- The file that a path means: itself, a Lua file or a folder's init.lua.
local function fileAt(path)
   for _, ending in ipairs {'', '.lua', '/init.lua'} do
      if exists(path .. ending) then return path .. ending end
   end
end

-- The folder of the file that calls, for `./x`. One that calls by its last statement is gone from the stack.
local function callersFolder()
   if debug.getinfo(2, 't').istailcall then return running.folder() end
   local source = debug.getinfo(3, 'S').source
   return source:sub(1, 1) == '@' and running.folderOf(source:sub(2)) or '.'
end

-- Asks one searcher after the other; a loader and what it wants to know, or nil and where it was looked for.
local function find(name)
   local tried = {}
   for _, search in ipairs(searchers) do
      local loader, extra = search(name)
      if type(loader) == 'function' then return loader, extra end
      if type(loader) == 'string' then tried[#tried + 1] = loader:gsub('^\n?\t?', '\n\t', 1) end
   end
   return nil, table.concat(tried)
end

--- The value of a module, loaded at its first mention.
--
-- `./x` and `../x` are files, counted from the caller's; they are run at every call. So is a file of that name where
-- there is no such module: in the current folder or, which Torch did not look for, beside the caller.
-- @tparam string name such as 'nn', 'data.digits' or './models/lenet'
function require(name)
   if type(name) ~= 'string' and type(name) ~= 'number' then
      error(("bad argument #1 to 'require' (string expected, got %s)"):format(type(name)), 2)
   end
   name = tostring(name)
   if name:find('^%.%.?/') then
      local path = joined(callersFolder(), name)
      local file = fileAt(path)
      if not file then error(('cannot open %s: there is no such file, nor with .lua or /init.lua'):format(path), 2) end
      return dofile(file)
   end
   local loaded = package.loaded[name]
   if loaded then return loaded end

   local loader, extra = find(name)
   if not loader then
      local file = fileAt(joined('.', name)) or fileAt(joined(callersFolder(), name))
      if file then return dofile(file) end
      error(("module '%s' not found:%s"):format(name, extra), 2)
   end
   return (running.module(name, loader, extra))
end

return true
