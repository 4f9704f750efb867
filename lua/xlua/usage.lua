--- Functions that take named or listed arguments, and say how they are used.
-- @module xlua.usage
local colors = sys.COLORS
local frame = ('+'):rep(69)

local function colored(color, text) return color .. text .. colors.none end

--- The help of a function.
-- @tparam string name what it is called
-- @tparam[opt] string description what it does
-- @tparam[opt] string example a call
-- @tparam table ... its arguments: `{arg=, type=, help=, req=, default=}`
function xlua.usage(name, description, example, ...)
   for _, given in ipairs {name or '', description or '', example or ''} do
      if type(given) ~= 'string' then error('xlua.usage: expected a text, got ' .. type(given), 2) end
   end
   if not name then error('xlua.usage: expected the name of a function, got nil', 2) end
   local lines = {}
   for i, argument in ipairs {...} do
      local item = ('%s = %s'):format(argument.arg, argument.type)
      if not argument.req then item = '[' .. item .. ']' end
      local default = argument.default ~= nil and ('  [default = %s]'):format(tostring(argument.default)) or ''
      lines[i] = ('    %-36s-- %s%s\n'):format(item, argument.help, default)
   end
   return table.concat {
      frame, '\n', colored(colors.Magenta, name), '\n\n', description and description .. '\n\n' or '',
      colored(colors.blue, '> '), 'usage:\n', colored(colors.cyan, ('%s{\n%s}\n'):format(name, table.concat(lines))),
      example and ('\n%s\n'):format(colored(colors.cyan, example)) or '', frame,
   }
end

--- Give a package a text of its own: its name and what it is for.
-- @tparam table package what `tostring` and `print` are to describe so
-- @tparam string name
-- @tparam string description
-- @treturn string the text
function xlua.usage_module(package, name, description)
   if type(package) ~= 'table' then error('xlua.usage_module: expected a table, got ' .. type(package), 2) end
   local text = ('%s\nPACKAGE:\n%s\n\nDESC:\n%s\n%s+'):format(frame, name, description, frame)
   text = colored(colors.magenta, text)
   local metatable = getmetatable(package) or {}
   metatable.__tostring = function() return text end
   setmetatable(package, metatable)
   return text
end

--- Raise an error that names a function and shows its usage.
function xlua.error(message, name, usage)
   local text = name and ('<%s> %s'):format(name, message) or message
   error(colored(colors.Red, text) .. (usage and '\n' .. usage or ''), 2)
end

-- A call by names and one by order.
local function examples(name, arguments)
   local named, listed = {}, {}
   for i, argument in ipairs(arguments) do
      named[#arguments - i + 1] = ('%s=%s'):format(argument.arg, argument.type)
      if argument.req then listed[#listed + 1] = argument.type end
   end
   if #listed < #arguments then listed[#listed + 1] = '...' end
   return ('%s{%s}\n%s(%s)'):format(name, table.concat(named, ', '), name, table.concat(listed, ', '))
end

-- The value of each argument, whether they came by name, in one table, or in order.
local function values(given, name, description, arguments)
   local first = given[1]
   local named = #given == 1 and type(first) == 'table' and not torch.typename(first) and first
   if named then
      local known = false
      for _, argument in ipairs(arguments) do known = known or named[argument.arg] ~= nil end
      if not known and next(named) ~= nil and #named > 0 then named = false end
   end
   local result = {}
   for i, argument in ipairs(arguments) do
      local value = given[i]
      if named then value = named[argument.arg] end
      if value == nil then value = argument.default end
      if value == nil and argument.req then
         print(colored(colors.Red, 'missing argument: ' .. argument.arg))
         io.write(xlua.usage(name, description, examples(name, arguments), unpack(arguments)), '\n')
         xlua.error('error')
      end
      result[argument.arg] = value
   end
   result.usage = function() return xlua.usage(name, description, nil, unpack(arguments)) end
   return result
end

--- The arguments of a function that is called `f(1, 2)` or `f{a=1, b=2}`.
-- @tparam table given what it was called with: `{...}`
-- @tparam string name its name
-- @tparam string description what it does
-- @tparam table ... its arguments: `{arg=, type=, help=, req=, default=}`
-- @treturn table all by name, then each in order
function xlua.unpack(given, name, description, ...)
   if type(given) ~= 'table' then error('xlua.unpack: expected a table of arguments, got ' .. type(given), 2) end
   local arguments = {...}
   local result, listed = values(given, name, description, arguments), {}
   for i, argument in ipairs(arguments) do listed[i] = result[argument.arg] end
   return result, unpack(listed, 1, #arguments)
end

--- The same for a constructor: the arguments become fields.
function xlua.unpack_class(object, given, name, description, ...)
   if type(object) ~= 'table' or type(given) ~= 'table' then
      error(('xlua.unpack_class: expected an object and a table, got %s and %s'):format(type(object), type(given)), 2)
   end
   for key, value in pairs(values(given, name, description, {...})) do object[key] = value end
end

--- Require a package that need not be there.
function xlua.require(name)
   local ok, package = pcall(require, name)
   if ok then return package end
   print(package)
   print(('warning: <%s> could not be loaded (is it installed?)'):format(name))
   return false
end
