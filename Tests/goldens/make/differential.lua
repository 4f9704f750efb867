-- Records what the original answers in the differential test: th Tests/goldens/make/differential.lua [THEME …], with the
-- original's th, in the project's folder. A theme, Tests/goldens/differential/THEME.lua, gets THEME.tsv beside it. With
-- `trace` as the first word each call is told before it is made, so that one sees where the original stops.
local folder = 'Tests/goldens/differential/'
local rows = dofile(folder .. 'rows.lua')

local themes, trace = {}, false
for _, word in ipairs(arg) do
   if word == 'trace' then trace = true else themes[#themes + 1] = word end
end
if #themes == 0 then themes = dofile(folder .. 'themes.lua') end

for _, theme in ipairs(themes) do
   local lines = {}
   rows.each(theme, function(call, given, tolerance, list)
      lines[#lines + 1] = table.concat({call, given, tolerance}, '\t')
      for _, row in ipairs(list) do
         local why = rows.why(call, row[1], row[2])
         if trace then io.stderr:write(call, ' ', row[1], ' ', row[2], '\n') end
         local text = why and why.unsafe and 'unsafe' or row.run()
         lines[#lines + 1] = table.concat({'', row[1], row[2], text}, '\t')
      end
   end)
   local file = assert(io.open(folder .. theme .. '.tsv', 'wb'))
   file:write(table.concat(lines, '\n'), '\n')
   file:close()
end
