--- An order for the keys of a table that does not vary from run to run.
-- @module trepl.sortedKeys
local rank = {number = 1, string = 2, boolean = 3}

--- A table's keys: numbers, strings, booleans, then what has no order: it keeps the order in which `next` gave it.
return function(t)
   local keys, place = {}, {}
   for key in next, t do
      keys[#keys + 1] = key
      place[key] = #keys
   end
   table.sort(keys, function(a, b)
      local kindA, kindB = type(a), type(b)
      if kindA ~= kindB or not rank[kindA] then
         local rankA, rankB = rank[kindA] or 4, rank[kindB] or 4
         if rankA ~= rankB then return rankA < rankB end
         return place[a] < place[b]
      end
      if kindA == 'boolean' then return a and not b end
      return a < b
   end)
   return keys
end
