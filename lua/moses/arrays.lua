--- Of arrays.
-- @module moses.arrays
local expected = require 'nn.expected'
local moses = require 'moses'
local visiting = require 'moses.visiting'
local check, visit, number = visiting.check, visiting.visit, visiting.number

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
   start, finish = number('slice', start, 1), math.min(number('slice', finish, #t), #t)
   start = math.min(math.max(start, 1), #t + 1)
   return table.move(t, start, finish, 1, {})
end
--- The first elements of an array: n, or one.
function moses.first(t, n) return moses.slice(t, 1, math.min(number('first', n, 1), #check('first', t))) end
moses.head, moses.take = moses.first, moses.first
--- All but the last n.
function moses.initial(t, n) return moses.slice(t, 1, #check('initial', t) - math.min(number('initial', n, 1), #t)) end
--- The last elements: n, or all but the first.
function moses.last(t, n)
   local count = #check('last', t)
   return moses.slice(t, math.max(count - number('last', n, count - 1) + 1, 1), count)
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
   for i = 1, math.min(number('pop', n, 1), #check('pop', t)) do result[i] = table.remove(t, 1) end
   return table.unpack(result)
end
--- Numbers from one to another: `range(to)` from 0, `range(from, to [, step])`.
function moses.range(from, to, step)
   for _, n in pairs {from or 0, to, step} do number('range', n) end
   step = step or 1
   if to == nil then from, to = 0, from or 0 end
   if not ((to - from) / step < 1e8) then expected('moses.range', 'a step that leads to the end', step) end
   local result = {}
   for i = from, to, step do result[#result + 1] = i end
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
   if between ~= nil and type(between) ~= 'string' then
      expected('moses.concat', 'a text between the elements', between)
   end
   local texts = moses.map(check('concat', t), function(_, value) return tostring(value) end)
   return table.concat(texts, between, number('concat', from), number('concat', to))
end
