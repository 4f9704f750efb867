--- What scripts ask of objects of whatever type, and names that stand for what only Torch7 had to do.
-- @module torch.objects
local host = require 'sconce.host'
local class = require 'torch.class'

--- Whether two values are the same object: two tensors of one storage are not.
function torch.isequal(a, b)
   if type(a) ~= type(b) then return false end
   if type(a) == 'table' then return rawequal(a, b) end
   return type(a) == 'userdata' and host.kind(a) ~= nil and host.pointer(a) == host.pointer(b)
end

--- The version of an object's class, 1 unless the class says otherwise; no value for anything else.
function torch.version(object)
   if not torch.typename(object) then return end
   return getmetatable(object).__version
end

--- Make a table the metatable of a name.
-- @tparam string name such as 'torch.CudaTensor'
-- @tparam table metatable
function torch.metatype(name, metatable)
   if type(name) ~= 'string' or type(metatable) ~= 'table' then
      error(('torch.metatype: expected a name and a table, got %s and %s'):format(type(name), type(metatable)), 2)
   end
   if torch.getmetatable(name) then error(('torch.metatype: %s has already been defined'):format(name), 2) end
   class.adopt(name, metatable)
end

local environments = setmetatable({}, {__mode = 'k'})

local function checkOwner(name, owner)
   if type(owner) == 'function' or type(owner) == 'userdata' then return end
   error(('torch.%s: expected a function or a userdata, got %s'):format(name, type(owner)), 3)
end

--- The environment of a function, or of a userdata: the globals, unless it was given one.
function torch.getenv(owner)
   checkOwner('getenv', owner)
   if type(owner) == 'function' then return getfenv(owner) end
   return environments[owner] or _G
end

--- Give a function or a userdata an environment.
-- @param owner
-- @tparam table environment
function torch.setenv(owner, environment)
   checkOwner('setenv', owner)
   if type(environment) ~= 'table' then error('torch.setenv: expected a table, got ' .. type(environment), 2) end
   if type(owner) == 'function' then setfenv(owner, environment) else environments[owner] = environment end
end

--- Nothing: ours raises its errors in the thread that made them.
function torch.updateerrorhandlers() end
--- Nothing: ours keeps nothing by thread.
function torch.updatethreadlocals() end

torch._gen = host.generator()
