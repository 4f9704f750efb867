--- Of keys and fields.
-- @module moses.objects
local moses = require 'moses'
local visiting = require 'moses.visiting'
local check, ordered, visit = visiting.check, visiting.ordered, visiting.visit

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
   check('pick', t)
   for _, key in ipairs(moses.flatten {...}) do
      if t[key] ~= nil then result[key] = t[key] end
   end
   return result
end
--- The fields with other names.
function moses.omit(t, ...)
   local result = moses.clone(check('omit', t), true)
   for _, key in ipairs(moses.flatten {...}) do
      if result[key] ~= nil then result[key] = nil end
   end
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
