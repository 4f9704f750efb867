--- What functions on tables ask of a table, and how they go over it.
-- @module moses.visiting
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local visiting = {}

--- Refuse what is no table.
-- @treturn table
function visiting.check(name, value)
   if type(value) ~= 'table' then expected('moses.' .. name, 'a table', value) end
   return value
end

--- The keys in the order in which they are visited: numbers upwards, then the others as pairs gives them.
function visiting.ordered(t)
   local numbers, others = {}, {}
   for key in pairs(t) do table.insert(type(key) == 'number' and numbers or others, key) end
   table.sort(numbers)
   return table.move(others, 1, #others, #numbers + 1, numbers)
end

--- Refuse what cannot be called.
function visiting.call(name, f)
   if f == nil then f = 'nothing' end
   return wants.callable('moses.' .. name, 'a function', f)
end

--- A whole number, or what stands for it if nothing came.
function visiting.number(name, n, default)
   if n == nil then return default end
   return math.floor(wants.number('moses.' .. name, 'a number', n))
end

--- Go over what a table holds, in this order; what is called on the way, if that is told, must be a function.
function visiting.visit(name, t, f)
   if f ~= nil then visiting.call(name, f) end
   local keys, i = visiting.ordered(visiting.check(name, t)), 0
   return function()
      i = i + 1
      if keys[i] ~= nil then return keys[i], t[keys[i]] end
   end
end

return visiting
