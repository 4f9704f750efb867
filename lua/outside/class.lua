--- Classes for scripts that want no more than that: `require 'class'`, Torch's small package of this name.
--
--     local class = require 'class'
--     local Animal = class('Animal')
--     function Animal:__init(name) self.name = name end
--     local Dog, parent = class('Dog', 'Animal')
--     print(class.istype(Dog('Rex'), 'Animal'))          -- true
--
-- Its classes are not `torch.class`'s: files know nothing of them, and operators are not inherited.
--
-- @module class
local class, classes = {}, {}    -- 'Dog' → the metatable of its objects
local isClass = {}

-- The arguments, which may come by name in one table.
local function arguments(names, first, ...)
   if select('#', ...) == 0 and type(first) == 'table' and getmetatable(first) == nil then
      local values = {}
      for i, name in ipairs(names) do values[i] = first[name] end
      return table.unpack(values, 1, #names)
   end
   return first, ...
end
local function check(name, what, value, isNeeded)
   if type(value) == 'string' or value == nil and not isNeeded then return end
   error(('class.%s: expected %s, got %s'):format(name, what, type(value)), 3)
end

--- Make a class; `class(name, parent)` is short for it.
-- @tparam string name unlike any other class's
-- @tparam[opt] string parent the name of the class that it extends
-- @treturn table where its methods go, and what makes objects when called; they begin with `__init`
-- @treturn table what the parent's methods are in
function class.new(...)
   local name, parent, cType = arguments({'name', 'parentname', 'ctype'}, ...)
   check('new', 'a name', name, true)
   check('new', "the parent's name", parent)
   if cType ~= nil then error('class.new: there are no types of C here', 2) end
   if classes[name] then error(('class.new: class <%s> already exists'):format(name), 2) end
   local above = parent and classes[parent]
   if parent and not above then error(('class.new: parent class <%s> does not exist'):format(parent), 2) end

   local methods = {__typename = name}
   methods.__index = methods
   function methods.new(...)
      local object = setmetatable({}, methods)
      if methods.__init then methods.__init(object, ...) end
      return object
   end
   classes[name], isClass[methods] = setmetatable(methods, above), true
   return setmetatable({}, {
      __index = methods, __newindex = methods, __metatable = methods,
      __call = function(_, ...) return methods.new(...) end,
   }), above
end

--- An object of a class, without `__init`.
function class.factory(...)
   local name = arguments({'name'}, ...)
   check('factory', 'the name of a class', name, true)
   if not classes[name] then error(('class.factory: unknown class <%s>'):format(name), 2) end
   return setmetatable({}, classes[name])
end

--- The table of a class's methods; nil if there is no such class.
function class.metatable(...)
   local name = arguments({'name'}, ...)
   check('metatable', 'the name of a class', name, true)
   return classes[name]
end

--- The name of an object's class, or Lua's type.
function class.type(object)
   local methods = getmetatable(object)
   return type(methods) == 'table' and methods.__typename or type(object)
end

--- Whether an object is of a class, or of one that extends it.
-- @param obj anything
-- @tparam string name the class, or a type of Lua's
function class.istype(...)
   local object, name = arguments({'obj', 'name'}, ...)
   if class.type(object) == name then return true end
   local methods = getmetatable(object)
   while isClass[methods] do
      if rawget(methods, '__typename') == name then return true end
      methods = getmetatable(methods)
   end
   return false
end

return setmetatable(class, {__call = function(_, ...) return class.new(...) end})
