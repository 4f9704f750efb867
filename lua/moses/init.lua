--- Functions on tables, in the manner of the package of that name (1.6): callbacks take the key first, then the value.
--
--     moses.map({1, 2}, function(k, v) return 2 * v end)      -- {2, 4}
--
-- @module moses
local expected = require 'nn.expected'
local moses = {_VERSION = 'Moses v1.6.1'}

local function check(name, value)
   if type(value) ~= 'table' then expected('moses.' .. name, 'a table', value) end
   return value
end

-- The keys in the order in which they are visited: numbers upwards, then the others as pairs gives them.
local function ordered(t)
   local numbers, others = {}, {}
   for key in pairs(t) do table.insert(type(key) == 'number' and numbers or others, key) end
   table.sort(numbers)
   return table.move(others, 1, #others, #numbers + 1, numbers)
end

local function visit(name, t)
   local keys, i = ordered(check(name, t)), 0
   return function()
      i = i + 1
      if keys[i] ~= nil then return keys[i], t[keys[i]] end
   end
end

--- Call `f(key, value, …)` for everything in a table.
function moses.each(t, f, ...)
   for key, value in visit('each', t) do f(key, value, ...) end
end
--- The same for the array part alone.
function moses.eachi(t, f, ...)
   for i, value in ipairs(check('eachi', t)) do f(i, value, ...) end
end
--- A table of what `f(key, value, …)` returns, under the same keys.
function moses.map(t, f, ...)
   local result = {}
   for key, value in visit('map', t) do result[key] = f(key, value, ...) end
   return result
end
--- Fold from the left: `state = f(state, value)`, beginning with the first value if no state is given.
function moses.reduce(t, f, state)
   for _, value in visit('reduce', t) do
      if state == nil then state = value else state = f(state, value) end
   end
   return state
end
--- Fold from the right.
function moses.reduceRight(t, f, state) return moses.reduce(moses.reverse(t), f, state) end

--- The values for which `f(key, value, …)` holds, as an array.
function moses.select(t, f, ...)
   local result = {}
   for key, value in visit('select', t) do
      if f(key, value, ...) then result[#result + 1] = value end
   end
   return result
end
moses.filter = moses.select
--- The values for which `f(key, value, …)` does not hold, as an array.
function moses.reject(t, f, ...)
   local extra = table.pack(...)
   return moses.select(t, function(key, value) return not f(key, value, table.unpack(extra, 1, extra.n)) end)
end
--- Whether `f(key, value, …)` holds for everything.
function moses.all(t, f, ...)
   for key, value in visit('all', t) do
      if not f(key, value, ...) then return false end
   end
   return true
end
moses.every = moses.all
--- Whether it holds for something.
function moses.any(t, f, ...)
   for key, value in visit('any', t) do
      if f(key, value, ...) then return true end
   end
   return false
end
moses.some = moses.any
--- The key of a value, or of the first one for which a function holds; nothing if there is none.
function moses.detect(t, wanted)
   for key, value in visit('detect', t) do
      if value == wanted or type(wanted) == 'function' and wanted(value) then return key end
   end
end
--- Whether a value is there.
function moses.include(t, wanted) return moses.detect(t, wanted) ~= nil end
moses.contains = moses.include
--- One field of each value that has it, as an array.
function moses.pluck(t, field)
   local result = {}
   for _, value in visit('pluck', t) do
      if type(value) == 'table' and value[field] ~= nil then result[#result + 1] = value[field] end
   end
   return result
end

local function extreme(name, better)
   moses[name] = function(t, transform)
      local best, bestMeasure
      for _, value in visit(name, t) do
         local measure = value
         if transform then measure = transform(value) end
         if best == nil or better(measure, bestMeasure) then best, bestMeasure = value, measure end
      end
      return bestMeasure
   end
end
--- The greatest value, or what a function says of it.
-- @function moses.max
extreme('max', function(a, b) return a > b end)
--- The least value, or what a function says of it.
-- @function moses.min
extreme('min', function(a, b) return a < b end)

--- Sort an array in place.
function moses.sort(t, before)
   table.sort(check('sort', t), before)
   return t
end
--- Values in a new order, drawn with `math.random`.
function moses.shuffle(t)
   local result = moses.values(t)
   for i = #result, 2, -1 do
      local j = math.random(i)
      result[i], result[j] = result[j], result[i]
   end
   return result
end
--- Arrays of values, under what `f(key, value)` says of them.
function moses.groupBy(t, f)
   local groups = {}
   for key, value in visit('groupBy', t) do
      local group = f(key, value)
      groups[group] = groups[group] or {}
      table.insert(groups[group], value)
   end
   return groups
end
--- How much there is in a table, or how many arguments came.
function moses.size(...)
   local t = ...
   if type(t) ~= 'table' then return t == nil and 0 or select('#', ...) end
   local count = 0
   for _ in pairs(t) do count = count + 1 end
   return count
end

--- The arguments as an array.
function moses.toArray(...) return {...} end
--- An array from last to first.
function moses.reverse(t)
   local result, count = {}, #check('reverse', t)
   for i = 1, count do result[i] = t[count + 1 - i] end
   return result
end
--- A stretch of an array.
function moses.slice(t, start, finish)
   check('slice', t)
   start, finish = start or 1, finish or #t
   return table.move(t, start, finish, 1, {})
end
--- The first elements of an array: n, or one.
function moses.first(t, n) return moses.slice(t, 1, math.min(n or 1, #check('first', t))) end
moses.head, moses.take = moses.first, moses.first
--- All but the last n.
function moses.initial(t, n) return moses.slice(t, 1, n and #check('initial', t) - math.min(n, #t) or #t - 1) end
--- The last elements: n, or all but the first.
function moses.last(t, n)
   return moses.slice(t, n and math.max(#check('last', t) - n + 1, 1) or 2, #check('last', t))
end
--- The elements from an index on.
function moses.rest(t, index) return moses.slice(t, index or 1, #check('rest', t)) end
moses.tail = moses.rest
--- The values that are neither nil nor false, as an array.
function moses.compact(t) return moses.select(t, function(_, value) return value end) end
--- An array of arrays as one: nested to any depth, or one level of it.
function moses.flatten(t, shallow)
   local result = {}
   for _, value in visit('flatten', t) do
      if type(value) == 'table' and not torch.typename(value) then
         local inner = shallow and value or moses.flatten(value)
         table.move(inner, 1, #inner, #result + 1, result)
      else
         result[#result + 1] = value
      end
   end
   return result
end
--- An array without what comes again.
function moses.unique(t)
   local seen, result = {}, {}
   for _, value in visit('unique', t) do
      if not seen[value] then
         seen[value] = true
         result[#result + 1] = value
      end
   end
   return result
end
moses.uniq = moses.unique
--- The index of a value in an array.
function moses.indexOf(t, wanted)
   for i, value in ipairs(check('indexOf', t)) do
      if value == wanted then return i end
   end
end
--- Two arrays behind each other.
function moses.append(a, b)
   local result = table.move(check('append', a), 1, #a, 1, {})
   return table.move(check('append', b), 1, #b, #result + 1, result)
end
--- Append values to an array.
function moses.push(t, ...)
   for _, value in ipairs {...} do table.insert(check('push', t), value) end
   return t
end
--- Take the first values off an array.
function moses.pop(t, n)
   local result = {}
   for i = 1, math.min(n or 1, #check('pop', t)) do result[i] = table.remove(t, 1) end
   return table.unpack(result)
end
--- Numbers from one to another: `range(to)` from 0, `range(from, to [, step])`.
function moses.range(from, to, step)
   if to == nil then from, to = 0, from end
   local result = {}
   for i = from, to, step or 1 do result[#result + 1] = i end
   return result
end
--- The i-th elements of several arrays, as arrays.
function moses.zip(...)
   local arrays, result = {...}, {}
   for _, array in ipairs(arrays) do
      for i, value in ipairs(check('zip', array)) do
         result[i] = result[i] or {}
         table.insert(result[i], value)
      end
   end
   return result
end
--- The elements joined to a text.
function moses.concat(t, between, from, to)
   local texts = moses.map(check('concat', t), function(_, value) return tostring(value) end)
   return table.concat(texts, between, from, to)
end

--- The keys, as an array.
function moses.keys(t) return ordered(check('keys', t)) end
--- The values, as an array.
function moses.values(t)
   local result = {}
   for _, value in visit('values', t) do result[#result + 1] = value end
   return result
end
--- Copy the fields of tables into the first one.
function moses.extend(t, ...)
   for _, from in ipairs {...} do
      for key, value in pairs(check('extend', from)) do check('extend', t)[key] = value end
   end
   return t
end
--- A copy of a table, and of tables in it, unless it is to be shallow.
function moses.clone(t, shallow)
   if type(t) ~= 'table' then return t end
   local result = {}
   for key, value in pairs(t) do
      local plain = type(value) == 'table' and not torch.typename(value)
      result[key] = plain and not shallow and moses.clone(value) or value
   end
   return result
end
--- Whether a table has a key.
function moses.has(t, key) return check('has', t)[key] ~= nil end
--- The fields with these names.
function moses.pick(t, ...)
   local result = {}
   for _, key in ipairs(moses.flatten {...}) do result[key] = check('pick', t)[key] end
   return result
end
--- The fields with other names.
function moses.omit(t, ...)
   local result = moses.clone(check('omit', t), true)
   for _, key in ipairs(moses.flatten {...}) do result[key] = nil end
   return result
end
--- Whether two values are equal, tables by what they hold.
function moses.isEqual(a, b)
   if type(a) ~= 'table' or type(b) ~= 'table' or rawequal(a, b) then return a == b end
   for key, value in pairs(a) do
      if not moses.isEqual(value, b[key]) then return false end
   end
   for key in pairs(b) do
      if a[key] == nil then return false end
   end
   return true
end

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
   for i = 1, n do result[i] = f(i, ...) end
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

return require 'moses.chain'(moses)
