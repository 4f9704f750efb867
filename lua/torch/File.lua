--- Files: numbers, strings and objects on disk, in memory and through pipes.
--
-- The methods are bound from Swift; here is what files know of classes.
--
-- @module torch.File
local host = require 'sconce.host'
local classes = require 'torch.class'
local File = torch.File

-- The searcher of the library's own files: what a class name in a file may make us load, and nothing else.
local embedded = package.searchers[2]

-- Which of our packages has the classes that begin so, and which has a class of another's name.
local packages = {
   nn = 'nn', graph = 'graph', nngraph = 'nngraph', ['nn.gModule'] = 'nngraph', ['nn.ModuleFromCriterion'] = 'nngraph',
   ['torch.AliasMultinomial'] = 'torchx',
}
-- Packages that add classes to another's: nn.LSTM is rnn/LSTM.lua.
local additions = {nn = {'dpnn', 'rnn'}}

-- The factory of a class whose package was not required, if it is one of ours.
local function find(name)
   local prefix, last = name:match('^([%w_]+)%.(.*)$')
   local package = packages[name] or packages[prefix]
   for _, addition in ipairs(additions[prefix] or {}) do
      if last:match('^%u[%w_]*$') and type(embedded(addition .. '.' .. last)) == 'function' then package = addition end
   end
   if package and type(embedded(package)) == 'function' then
      require(package)
      return torch.factory(name)
   end
end

-- Classes of machines with a GPU begin so; nn says what becomes of them.
local onGPU = {['cudnn'] = true, ['inn'] = true, ['nn.DataParallel'] = true, ['nn.DataParallelTable'] = true}

-- What becomes of a class that only machines with a GPU have: an empty object, and how it is read.
local function converted(name, unknownAsTable)
   if not onGPU[name] and not onGPU[name:match '^(.*)%.[%w_]+$' or ''] then return end
   require 'nn'
   local becomes = require('nn.fromGPU')[name]
   if type(becomes) == 'string' and not unknownAsTable then
      error(('torch.load: %s cannot be read without a GPU: %s'):format(name, becomes), 0)
   end
   if type(becomes) == 'table' then return becomes.class and torch.factory(becomes.class)() or {}, becomes.read end
end

-- An empty object of a class, and how it reads itself; nil for an unknown class.
local function make(name, unknownAsTable)
   local factory = torch.factory(name) or find(name)
   if not factory then
      local object, read = converted(name, unknownAsTable)
      if object then return object, read end
      return unknownAsTable and {__typename = name} or nil
   end
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

-- The rows of a class become the methods of its objects, and of the classes below it.
local function adopt(kind, metatable, constructor)
   for name, f in pairs(torch[kind]) do metatable[name] = f end
   metatable.__index, metatable.__constructor, torch[kind] = metatable, constructor, constructor
   classes.adopt('torch.' .. kind, metatable, constructor)
   return metatable
end

local file = torch.newmetatable('torch.File')
adopt('File', file, classes.abstract(file))

-- The classes themselves are shown by name.
local function shown(describe)
   return function(f) return host.kind(f) and describe(f) or torch.typename(f) or 'torch.File' end
end

-- What a script calls to open one, and what its objects have.
local function class(kind, parent, describe)
   local metatable = host.metatable(kind)
   metatable.__tostring, metatable.__tostring__ = shown(describe), describe
   -- `local f <close>`: a file that is replaced when it is complete stays if an error came before that.
   metatable.__close = function(object, problem)
      if problem then object:discard() elseif object:isOpened() then object:close() end
   end
   setmetatable(metatable, parent)
   return adopt(kind, metatable, classes.constructorOf(metatable, torch[kind].new))
end

File.connect(make, look, warn)
local disk = class('DiskFile', file, function(f)
   return ('torch.DiskFile on <%s> [status: %s -- mode %s]'):format(f:name(), status(f), modeOf(f))
end)
class('PipeFile', disk, function(f)
   return ('torch.PipeFile on <%s> [status: %s -- mode: %s]'):format(f:name(), status(f), modeOf(f))
end)
class('MemoryFile', file, function(f)
   return ('torch.MemoryFile [status: %s -- mode: %s]'):format(status(f), modeOf(f))
end)

-- What stands before a value in a file.
local tags = {['nil'] = 0, number = 1, string = 2, table = 3, boolean = 5, ['function'] = 8}

--- Whether `writeObject` takes such a value; what is in it may yet be refused.
-- @treturn int|nil the tag that it gets in the file
function file:isWritableObject(value)
   local kind = type(value)
   if kind == 'userdata' then
      return (torch.isTensor(value) or torch.isStorage(value) or host.kind(value) == 'Generator') and 4 or nil
   end
   if kind == 'function' and debug.getinfo(value, 'S').what == 'C' then return nil end
   return torch.typename(value) and 4 or tags[kind]
end

return File
