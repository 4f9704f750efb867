--- Printing on a line, and into a file as well.
-- @module xlua.output
local sortedKeys = require 'trepl.sortedKeys'

-- The entries of a table, one a line, their values in short.
local function entries(t)
   local lines = {}
   for i, key in ipairs(sortedKeys(t)) do
      local value = rawget(t, key)
      lines[i] = ('[%s] = %s'):format(tostring(key), type(value) == 'userdata' and '<userdata>' or tostring(value))
   end
   return '{' .. table.concat(lines, ',\n ') .. '}'
end

--- Print values: the first, a table with its entries, then four blanks and the others.
function xlua.print(first, ...)
   local metatable = getmetatable(first)
   if type(first) == 'table' then
      if type(metatable) == 'table' and metatable.__tostring then io.write(tostring(first), ':\n') end
      io.write(entries(first))
   else
      io.write(tostring(first))
   end
   if select('#', ...) == 0 then io.write('\n') return end
   io.write('    ')
   print(...)
end

--- Print the names of the packages that are globals, then the globals that a script has made.
function xlua.who()
   local packages, others = {}, {}
   for name, value in next, _G do
      if type(name) == 'string' and package.loaded[name] == value then packages[#packages + 1] = name end
   end
   for _, name in ipairs(require('trepl.given')()) do others[name] = rawget(_G, name) end
   table.sort(packages)
   io.write('\nGlobal Libs:\n', entries(packages), '\n\nGlobal Vars:\n', entries(others), '\n\n')
end

local plainWrite, log = nil, nil
--- From now on write into a file what `print` and `io.write` write.
-- @tparam string name the file, begun anew
-- @tparam[opt] string mode as for `io.open`
function xlua.log(name, mode)
   local file, message = io.open(name, mode or 'w')
   if not file then error('xlua.log: ' .. message, 2) end
   if log then log:close() end
   log, plainWrite, print = file, plainWrite or io.write, xlua.print
   rawset(io, 'write', function(...)
      log:write(...)
      log:flush()
      return plainWrite(...)
   end)
end
