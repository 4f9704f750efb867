--- `print` as th has it: a TAB after every plain value, tables and objects on lines of their own.
-- @module trepl.print
print_old = print

--- Print values: plain ones each followed by a TAB, tables and objects followed by a new line. Flushes.
function print(...)
   local inLine = false
   for i = 1, select('#', ...) do
      local value = (select(i, ...))
      inLine = type(value) ~= 'table' and type(value) ~= 'userdata'
      if inLine then io.write(tostring(value), '\t') else io.write(require('trepl.text')(value), '\n') end
   end
   if inLine then io.write('\n') end
   io.flush()
end
print_new = print

--- How many levels of nested tables are shown.
function setprintlevel(levels) require('trepl.depth').limit = levels end

return print
