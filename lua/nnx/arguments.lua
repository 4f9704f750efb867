--- Arguments of constructors that come in order, or in one table by their names.
-- @module nnx.arguments
local expected = require 'nn.expected'
local arguments = {}

--- Whether arguments came by name: as one plain table.
function arguments.named(...)
   local first = ...
   return select('#', ...) == 1 and torch.type(first) == 'table' and first or nil
end

--- Numbers that become fields of these names. All of them may be left out.
-- @tparam nn.Module who
-- @tparam {string,...} names
-- @param ... the arguments
function arguments.numbers(who, names, ...)
   local named = arguments.named(...)
   for i, name in ipairs(names) do
      local value = select(i, ...)
      if named then value = named[name] end
      if value ~= nil and type(value) ~= 'number' then expected(who, ('a number as %s'):format(name), value) end
      who[name] = value
   end
end

return arguments
