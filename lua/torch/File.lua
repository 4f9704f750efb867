--- Files: numbers, strings and objects on disk, in memory and through pipes.
--
-- The methods are bound from Swift; here is what files know of classes, and the functions that save and load at once.
--
-- @module torch.File
local File, DiskFile, MemoryFile, PipeFile = torch.File, torch.DiskFile, torch.MemoryFile, torch.PipeFile

-- The searcher of the library's own files: what a class name in a file may make us load, and nothing else.
local embedded = package.searchers[2]

-- Classes that do not lie in the package that their name begins with.
local packages = {['nn.gModule'] = 'nngraph'}

-- The factory of a class whose package was not required, if it is one of ours.
local function find(name)
   local first = name:match('^([%w_]+)%.[%w_]+$')
   for _, module in ipairs {packages[name] or first or '', name} do
      if first and type(embedded(module)) == 'function' then
         require(module)
         if torch.factory(name) then return torch.factory(name) end
      end
   end
end

-- An empty object of a class, and how it reads itself; nil for an unknown class.
local function make(name, unknownAsTable)
   local factory = torch.factory(name) or find(name)
   if not factory then return unknownAsTable and {__typename = name} or nil end
   local class = torch.getmetatable(name)
   local read = class.__read or class.read
   if read == File.readFields then read = nil end
   return factory(), read
end

-- Name, version and `write` of an object; whether each of its fields must be written.
local function look(object)
   local name = torch.typename(object)
   if not name or not torch.factory(name) then return end
   local class = torch.getmetatable(name)
   local write = class.__write or class.write
   if write == File.writeFields then return name, class.__version or 1, nil, true end
   return name, class.__version or 1, write, false
end

local function warn(field, name, path)
   print(('$ Warning: cannot write object field <%s> of <%s> %s'):format(tostring(field), name, path))
end

local function modeOf(file)
   return (file:isReadable() and 'r' or ' ') .. (file:isWritable() and 'w' or ' ')
end
local function status(file) return file:isOpened() and 'open' or 'closed' end

local function class(constructor, parent, metatable, describe)
   setmetatable(constructor, {__index = parent, __call = function(_, ...) return constructor.new(...) end})
   metatable.__index, metatable.__tostring = constructor, describe
   -- `local f <close>`: a file that is replaced when it is complete stays if an error came before that.
   metatable.__close = function(file, problem)
      if problem then file:discard() elseif file:isOpened() then file:close() end
   end
end

local disk, memory, pipe = File.connect(make, look, warn)
class(DiskFile, File, disk, function(file)
   return ('torch.DiskFile on <%s> [status: %s -- mode %s]'):format(file:name(), status(file), modeOf(file))
end)
class(MemoryFile, File, memory, function(file)
   return ('torch.MemoryFile [status: %s -- mode: %s]'):format(status(file), modeOf(file))
end)
class(PipeFile, DiskFile, pipe, function(file)
   return ('torch.PipeFile on <%s> [status: %s -- mode: %s]'):format(file:name(), status(file), modeOf(file))
end)

-- One of some words, or nothing.
local function word(what, value, ...)
   if value == nil then return end
   for _, known in ipairs {...} do if value == known then return end end
   error(('%s: expected mode \'%s\', got %s'):format(what, table.concat({...}, "', '"), tostring(value)), 3)
end

--- Save an object. The file takes its place when it is complete; until then an older one stays.
-- @tparam string path where
-- @param object anything but C functions, coroutines and files, however it is tied to itself
-- @tparam[opt='binary'] string mode or 'ascii'
-- @tparam[opt=true] boolean referenced whether what is met twice is written once
function torch.save(path, object, mode, referenced)
   word('torch.save', mode, 'binary', 'ascii')
   local file <close> = File.replacing(path)
   file[mode or 'binary'](file)
   if referenced ~= nil then file:referenced(referenced) end
   file:writeObject(object)
   file:close()
end

--- Load an object that was saved by Torch7 or by Sconce.
-- @tparam string path where
-- @tparam[opt='binary'] string mode or 'ascii', 'b32', 'b64' (the size of the longs in the file)
-- @tparam[opt] boolean|table options whether references are heeded; or a table: `referenced`; `unknown = 'table'` makes
-- tables of objects whose class nobody knows; `functions = true` loads functions whoever wrote them: only for files
-- that you trust like a program
-- @return the object
function torch.load(path, mode, options)
   word('torch.load', mode, 'binary', 'ascii', 'b32', 'b64')
   if type(options) ~= 'table' then options = {referenced = options} end
   local file <close> = DiskFile.new(path, 'r')
   file[mode == 'ascii' and mode or 'binary'](file)
   if mode == 'b32' then file:longSize(4) end
   if options.referenced ~= nil then file:referenced(options.referenced) end
   return (file:readObject(options))
end

--- An object as a string of bytes.
-- @param object as for `torch.save`
-- @tparam[opt='binary'] string mode or 'ascii'
-- @treturn string
function torch.serialize(object, mode)
   word('torch.serialize', mode, 'binary', 'ascii')
   local file <close> = MemoryFile.new()
   file[mode or 'binary'](file):writeObject(object)
   return (file:seek(1):readString('*a'))
end

--- An object as a CharStorage of bytes.
function torch.serializeToStorage(object, mode)
   word('torch.serializeToStorage', mode, 'binary', 'ascii')
   local file <close> = MemoryFile.new()
   file[mode or 'binary'](file):writeObject(object)
   local size = file:position() - 1
   return (file:seek(1):binary():readChar(size))
end

--- The object that `torch.serialize` made a string of.
function torch.deserialize(text, mode)
   word('torch.deserialize', mode, 'binary', 'ascii')
   local file <close> = MemoryFile.new()
   file:writeString(text)
   return (file:seek(1)[mode or 'binary'](file):readObject())
end

--- The object that `torch.serializeToStorage` made a CharStorage of.
function torch.deserializeFromStorage(storage, mode)
   word('torch.deserializeFromStorage', mode, 'binary', 'ascii')
   local file <close> = MemoryFile.new()
   file:binary():writeChar(storage)
   return (file:seek(1)[mode or 'binary'](file):readObject())
end

torch.saveobj, torch.loadobj = torch.save, torch.load
return File
