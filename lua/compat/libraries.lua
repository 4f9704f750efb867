--- The functions of Lua's libraries: those that LuaJIT had and 5.4 lacks, and those it answered otherwise.
-- @module compat.libraries
local compat = require 'sconce.compat'

-- 5.4 puts them in place of its own; the rest of each library stays.
local function add(library, functions)
   for name, f in pairs(functions) do library[name] = f end
end
add(_G, compat.basic)
add(string, compat.string)
add(table, compat.table)
add(math, compat.math)
add(math, require 'sconce.math')
add(getmetatable(io.stdout).__index, compat.file)
bit = compat.bit
package.loaded.bit = bit

unpack = table.unpack
string.gfind = string.gmatch
math.mod = nil

--- The memory that Lua uses, in kB.
function gcinfo() return math.floor(collectgarbage('count')) end

--- The largest positive number among the keys.
function table.maxn(t)
   local n = 0
   for key in next, t do
      if type(key) == 'number' and key > n then n = key end
   end
   return n
end

--- Call a function with every key and value, until it returns one.
function table.foreach(t, f)
   for key, value in next, t do
      local result = f(key, value)
      if result ~= nil then return result end
   end
end

--- Call a function with every index and value of a list, until it returns one.
function table.foreachi(t, f)
   for i = 1, rawlen(t) do
      local result = f(i, t[i])
      if result ~= nil then return result end
   end
end

-- A time or one of its parts may have a fraction.
local plainTime, plainDate = os.time, os.date
local function whole(value)
   local number = tonumber(value)
   return number and math.tointeger(number < 0 and math.ceil(number) or math.floor(number)) or value
end

function os.time(parts)
   if parts == nil then return plainTime() end
   if type(parts) ~= 'table' then return plainTime(parts) end
   local t = {isdst = parts.isdst}
   for _, name in ipairs {'year', 'month', 'day', 'hour', 'min', 'sec'} do t[name] = whole(parts[name]) end
   return plainTime(t)
end

function os.date(format, time)
   if time == nil then return plainDate(format) end
   return plainDate(format, whole(time))
end

return true
