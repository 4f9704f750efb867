--- Names of files and folders, and what lies there.
-- @module paths
local system = require 'sconce.system'
paths = {}

-- As everywhere in Lua, a number serves as a text.
local function text(value, position, name, level)
   local kind = type(value)
   if kind == 'number' then return tostring(value) end
   if kind ~= 'string' then
      error(("bad argument #%d to 'paths.%s' (string expected, got %s)"):format(position, name, kind), level or 3)
   end
   return value
end

-- true, or nil, a message that names the file, and the system's number for the trouble.
local function outcome(path, trouble)
   if trouble == 0 then return true end
   return nil, ('%s: %s'):format(path, system.trouble(trouble)), trouble
end

--- Whether a path is a file.
function paths.filep(path) return system.kind(text(path, 1, 'filep')) == 'file' end
--- Whether a path is a folder.
function paths.dirp(path) return system.kind(text(path, 1, 'dirp')) == 'folder' end

--- The last name of a path; without `suffix` (`t7` or `.t7`) if it ends so.
function paths.basename(path, suffix)
   local name = text(path, 1, 'basename'):gsub('/+$', ''):match('[^/]*$')
   if suffix then
      suffix = text(suffix, 2, 'basename')
      if suffix:sub(1, 1) ~= '.' then suffix = '.' .. suffix end
      if name:sub(-#suffix) == suffix then name = name:sub(1, -#suffix - 1) end
   end
   return name
end

--- The path without its last name.
function paths.dirname(path)
   path = text(path, 1, 'dirname')
   if path:find('^/+$') then return '/' end
   local folder = path:gsub('/+$', ''):match('^(.*)/[^/]*$')
   if not folder then return '.' end
   return folder == '' and '/' or folder
end

--- What follows the last dot of the last name, if it has one.
function paths.extname(path)
   local extension = text(path, 1, 'extname'):match('%.([^./]*)$')
   if extension then return extension end
end

--- The folder in which the process runs.
function paths.cwd() return (system.currentFolder()) end

--- One absolute path from several; an absolute part starts anew. `.` and `..` are resolved by name.
function paths.concat(...)
   local path = paths.cwd()
   for i = 1, select('#', ...) do
      local part = text((select(i, ...)), i, 'concat')
      path = part:sub(1, 1) == '/' and part or path .. '/' .. part
   end
   local names = {}
   for name in path:gmatch('[^/]+') do
      if name == '..' then names[#names] = nil elseif name ~= '.' then names[#names + 1] = name end
   end
   return '/' .. table.concat(names, '/')
end

--- Make a folder, and those above it that are missing.
-- @treturn bool true; or nil, a message and its number
function paths.mkdir(path)
   path = text(path, 1, 'mkdir')
   local above = paths.dirname(path)
   if above ~= '.' and above ~= path and not system.kind(above) then
      local ok, message, trouble = paths.mkdir(above)
      if not ok then return ok, message, trouble end
   end
   return outcome(path, system.makeFolder(path))
end

--- Remove an empty folder.
function paths.rmdir(path) return outcome(text(path, 1, 'rmdir'), system.removeFolder(path)) end

--- Remove a file, or a folder with all that is in it.
-- @tparam string path what to remove
-- @tparam string really must be 'yes'
function paths.rmall(path, really)
   path = text(path, 1, 'rmall')
   if really ~= 'yes' then return nil, "missing second argument ('yes')" end
   local kind = system.kind(path)
   -- A link to a folder is removed, not what it leads to.
   if kind == 'folder' and not system.isLink(path) then
      for _, name in ipairs(paths.dir(path)) do
         if name ~= '.' and name ~= '..' then
            local ok, message, where = paths.rmall(path .. '/' .. name, really)
            if not ok then return ok, message, where end
         end
      end
      return paths.rmdir(path)
   end
   if kind or system.isLink(path) then return os.remove(path) end
   return nil, 'not a file or directory', path
end

--- The names in a folder, `.` and `..` among them, in the order of the alphabet; nil if there is no such folder.
function paths.dir(path)
   local names = system.names(text(path, 1, 'dir'))
   if names then table.sort(names) end
   return names
end

-- An iterator over the names of a folder that pass.
local function each(path, name, passes)
   local names, i = system.names(text(path, 1, name, 4)) or {}, 0
   table.sort(names)
   return function()
      repeat i = i + 1 until names[i] == nil or passes(names[i])
      return names[i]
   end
end

--- Go through the names in a folder.
-- @tparam[opt='.'] string path the folder
-- @param[opt] filter a pattern that the name contains, or a function of the name
function paths.files(path, filter)
   if type(filter) == 'string' then
      local pattern = filter
      filter = function(name) return name:find(pattern) ~= nil end
   end
   if filter ~= nil and type(filter) ~= 'function' then
      error(('paths.files: expected a pattern or a function, got %s'):format(type(filter)), 2)
   end
   return (each(path or '.', 'files', filter or function() return true end))
end
--- Go through the folders in a folder.
function paths.iterdirs(path)
   return (each(path, 'iterdirs', function(name)
      return name ~= '.' and name ~= '..' and paths.dirp(path .. '/' .. name)
   end))
end
--- Go through the files in a folder.
function paths.iterfiles(path)
   return (each(path, 'iterfiles', function(name) return paths.filep(path .. '/' .. name) end))
end

--- A name for a file that does not exist yet. It is removed when the interpreter ends.
function paths.tmpname()
   local name = os.tmpname()
   system.removeAtExit(name)
   return name
end

--- The file of whoever calls, or another beside it: `paths.thisfile 'data.t7'`.
function paths.thisfile(other)
   if other ~= nil then other = text(other, 1, 'thisfile') end
   local source = debug.getinfo(2, 'S').source
   if source:sub(1, 1) ~= '@' then return other and paths.concat(other) or source end
   local file = paths.concat(source:sub(2))
   return other and paths.concat(paths.dirname(file), other) or file
end

--- Run a file that lies beside the caller's.
-- @tparam string name the file
-- @tparam[opt=2] int level whose file: 2 is the caller's
function paths.dofile(name, level)
   name = text(name, 1, 'dofile')
   local info = type(level or 2) == 'number' and debug.getinfo(level or 2, 'S')
   if not info then error(('paths.dofile: expected a level of the stack, got %s'):format(tostring(level)), 2) end
   local source = info.source
   local folder = source:sub(1, 1) == '@' and paths.dirname(source:sub(2)) or '.'
   return dofile(paths.concat(folder, name))
end

--- Load a compiled module by its name along `package.cpath`.
function paths.require(name)
   local file, message = package.searchpath(text(name, 1, 'require'), package.cpath)
   if not file then error(("module '%s' not found:%s"):format(name, '\n\t' .. message), 2) end
   local open = assert(package.loadlib(file, 'luaopen_' .. name:gsub('%.', '_')))
   local value = open(name)
   if value == nil then value = package.loaded[name] == nil and true or package.loaded[name] end
   package.loaded[name] = value
   return value
end

--- The first of these programs that is found on PATH, or where its own path says.
function paths.findprogram(...)
   for i = 1, select('#', ...) do
      local name = text((select(i, ...)), i, 'findprogram')
      if name:find('/', 1, true) and system.kind(name) == 'file' then return paths.concat(name) end
      for folder in (os.getenv('PATH') or ''):gmatch('[^:]+') do
         local path = folder .. '/' .. name
         if system.kind(path) == 'file' then return path end
      end
   end
   return nil
end

--- System, host and processor: `Linux`, its name, `x86_64`.
function paths.uname() return system.uname() end
function paths.is_win() return nil end
function paths.is_mac() return paths.uname() == 'Darwin' or nil end
function paths.getregistryvalue() error('paths.getregistryvalue: there is a registry only on Windows', 2) end
--- The folder of the running program.
function paths.execdir() return paths.dirname(system.program()) end
paths.home = os.getenv('HOME') or '.'

return paths
