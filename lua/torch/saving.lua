--- Objects saved and loaded at once, on disk and as bytes.
-- @module torch
local File, DiskFile, MemoryFile = torch.File, torch.DiskFile, torch.MemoryFile

-- One of some words, or nothing.
local function word(what, value, ...)
   if value == nil then return end
   for _, known in ipairs {...} do if value == known then return end end
   error(('%s: expected mode \'%s\', got %s'):format(what, table.concat({...}, "', '"), tostring(value)), 3)
end

local function path(what, value)
   if type(value) ~= 'string' then error(('%s: expected a path, got %s'):format(what, torch.type(value)), 3) end
   return value
end

--- Save an object. The file takes its place when it is complete; until then an older one stays.
-- @tparam string name where
-- @param object anything but C functions, coroutines and files, however it is tied to itself
-- @tparam[opt='binary'] string mode or 'ascii'
-- @tparam[opt=true] boolean referenced whether what is met twice is written once
function torch.save(name, object, mode, referenced)
   word('torch.save', mode, 'binary', 'ascii')
   local f <close> = File.replacing(path('torch.save', name))
   f[mode or 'binary'](f)
   if referenced ~= nil then f:referenced(referenced) end
   f:writeObject(object)
   f:close()
end

--- Load an object that was saved by Torch7 or by Sconce.
-- @tparam string name where
-- @tparam[opt='binary'] string mode or 'ascii', 'b32', 'b64' (the size of the longs in the file)
-- @tparam[opt] boolean|table options whether references are heeded; or a table: `referenced`; `unknown = 'table'` makes
-- tables of objects whose class nobody knows; `functions = true` loads functions whoever wrote them: only for files
-- that you trust like a program
-- @return the object
function torch.load(name, mode, options)
   word('torch.load', mode, 'binary', 'ascii', 'b32', 'b64')
   if options ~= nil and type(options) ~= 'boolean' and type(options) ~= 'table' then
      error('torch.load: expected options as a table, or a boolean, got ' .. torch.type(options), 2)
   end
   if type(options) ~= 'table' then options = {referenced = options} end
   local f <close> = DiskFile.new(path('torch.load', name), 'r')
   f[mode == 'ascii' and mode or 'binary'](f)
   if mode == 'b32' then f:longSize(4) end
   if options.referenced ~= nil then f:referenced(options.referenced) end
   return (f:readObject(options))
end

--- An object as a string of bytes.
-- @param object as for `torch.save`
-- @tparam[opt='binary'] string mode or 'ascii'
-- @treturn string
function torch.serialize(object, mode)
   word('torch.serialize', mode, 'binary', 'ascii')
   local f <close> = MemoryFile.new()
   f[mode or 'binary'](f):writeObject(object)
   return (f:seek(1):readString('*a'))
end

--- An object as a CharStorage of bytes.
function torch.serializeToStorage(object, mode)
   word('torch.serializeToStorage', mode, 'binary', 'ascii')
   local f <close> = MemoryFile.new()
   f[mode or 'binary'](f):writeObject(object)
   local size = f:position() - 1
   return (f:seek(1):binary():readChar(size))
end

--- The object that `torch.serialize` made a string of.
function torch.deserialize(text, mode)
   word('torch.deserialize', mode, 'binary', 'ascii')
   if type(text) ~= 'string' then error('torch.deserialize: expected a string, got ' .. torch.type(text), 2) end
   local f <close> = MemoryFile.new()
   f:writeString(text)
   return (f:seek(1)[mode or 'binary'](f):readObject())
end

--- The object that `torch.serializeToStorage` made a CharStorage of.
function torch.deserializeFromStorage(storage, mode)
   word('torch.deserializeFromStorage', mode, 'binary', 'ascii')
   if torch.type(storage) ~= 'torch.CharStorage' then
      error('torch.deserializeFromStorage: expected a CharStorage, got ' .. torch.type(storage), 2)
   end
   local f <close> = MemoryFile.new()
   f:binary():writeChar(storage)
   return (f:seek(1)[mode or 'binary'](f):readObject())
end

torch.saveobj, torch.loadobj = torch.save, torch.load
