--- Of everything in a table, whatever its keys.
-- @module moses.collections
local expected = require 'nn.expected'
local moses = require 'moses'
local visiting = require 'moses.visiting'
local check, visit = visiting.check, visiting.visit

--- Call `f(key, value, …)` for everything in a table.
function moses.each(t, f, ...)
   for key, value in visit('each', t, f or false) do f(key, value, ...) end
end
--- The same for the array part alone.
function moses.eachi(t, f, ...)
   visiting.call('eachi', f)
   for i, value in ipairs(check('eachi', t)) do f(i, value, ...) end
end
--- A table of what `f(key, value, …)` returns, under the same keys.
function moses.map(t, f, ...)
   local result = {}
   for key, value in visit('map', t, f or false) do result[key] = f(key, value, ...) end
   return result
end
--- Fold from the left: `state = f(state, value)`, beginning with the first value if no state is given.
function moses.reduce(t, f, state)
   for _, value in visit('reduce', t, f or false) do
      if state == nil then state = value else state = f(state, value) end
   end
   return state
end
--- Fold from the right.
function moses.reduceRight(t, f, state) return moses.reduce(moses.reverse(t), f, state) end

--- The values for which `f(key, value, …)` holds, as an array.
function moses.select(t, f, ...)
   local result = {}
   for key, value in visit('select', t, f or false) do
      if f(key, value, ...) then result[#result + 1] = value end
   end
   return result
end
moses.filter = moses.select
--- The values for which `f(key, value, …)` does not hold, as an array.
function moses.reject(t, f, ...)
   local extra = table.pack(...)
   visiting.call('reject', f)
   return moses.select(t, function(key, value) return not f(key, value, table.unpack(extra, 1, extra.n)) end)
end
--- Whether `f(key, value, …)` holds for everything.
function moses.all(t, f, ...)
   for key, value in visit('all', t, f or false) do
      if not f(key, value, ...) then return false end
   end
   return true
end
moses.every = moses.all
--- Whether it holds for something.
function moses.any(t, f, ...)
   for key, value in visit('any', t, f or false) do
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
      for _, value in visit(name, t, transform) do
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
   if before ~= nil and type(before) ~= 'function' then expected('moses.sort', 'a function', before) end
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
   for key, value in visit('groupBy', t, f or false) do
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
