--- Of functions and single values.
-- @module moses.values
local moses = require 'moses'
local visiting = require 'moses.visiting'

--- What comes.
function moses.identity(value) return value end
--- A function that calls others from right to left.
function moses.compose(...)
   local functions = moses.reverse {...}
   return function(...)
      local results = table.pack(...)
      for _, f in ipairs(functions) do results = table.pack(f(table.unpack(results, 1, results.n))) end
      return table.unpack(results, 1, results.n)
   end
end
--- Call a function n times with the number of the call, and gather what it returns.
function moses.times(n, f, ...)
   local result = {}
   visiting.call('times', f)
   for i = 1, visiting.number('times', n, 0) do result[i] = f(i, ...) end
   return result
end

for name, kind in pairs {isTable = 'table', isString = 'string', isFunction = 'function', isBoolean = 'boolean',
      isNumber = 'number', isNil = 'nil'} do
   moses[name] = function(value) return type(value) == kind end
end
--- Whether a value is nan.
function moses.isNaN(value) return type(value) == 'number' and value ~= value end
--- Whether it is a finite number.
function moses.isFinite(value) return type(value) == 'number' and value > -math.huge and value < math.huge end
--- Whether it is a whole number.
function moses.isInteger(value) return moses.isFinite(value) and math.floor(value) == value end
--- Whether it is a table without gaps from 1 on, and with nothing else.
function moses.isArray(value) return type(value) == 'table' and moses.size(value) == #value end
--- Whether it is nil, or an empty table or text.
function moses.isEmpty(value)
   return value == nil or value == '' or type(value) == 'table' and next(value) == nil
end
