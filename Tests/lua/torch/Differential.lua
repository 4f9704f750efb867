-- The differential test: what the original answered to each call in Tests/goldens/differential, type by type and layout by
-- layout. That folder's files say how calls are written; Tests/goldens/README.md how their answers were recorded.
local folder = 'Tests/goldens/differential/'
local rows = dofile(folder .. 'rows.lua')
local tests, used, called, all = {}, {}, {}, dofile(folder .. 'themes.lua')

--- The recorded lines of a theme, and a function that returns the next one's fields.
local function recorded(theme)
   local file = assert(io.open(folder .. theme .. '.tsv', 'rb'))
   local next = file:lines()
   return function()
      local line, fields = next() or '', {}
      for field in (line .. '\t'):gmatch('(.-)\t') do fields[#fields + 1] = field end
      return fields
   end, file
end

local function compare(theme)
   local next, file = recorded(theme)
   local wrong, count = {}, 0
   rows.each(theme, function(call, given, tolerance, list)
      local head = next()
      assert(head[1] == call and head[2] == given and head[3] == tolerance, theme .. '.tsv is of other calls: record it anew, at ' .. call)
      called[#called + 1] = call
      local forFloat, forDouble = tolerance:match('(%S+) (%S+)')
      local tolerances = {Float = tonumber(forFloat), Double = tonumber(forDouble)}
      for _, row in ipairs(list) do
         local t, layout, expected = row[1], row[2], next()
         assert(expected[2] == t and expected[3] == layout, theme .. '.tsv is of other calls: record it anew, at ' .. call)
         local got, message = row.run()
         local why, same = rows.why(call, t, layout), rows.agree(got, expected[4], tolerances[t])
         count = count + 1
         if why and (why.unsafe or not same) then used[why] = true
         elseif not same then
            wrong[#wrong + 1] = ('%s [%s] %s %s:\n  expected %s\n  got      %s %s'):format(call, given, t, layout, expected[4], got,
               got == 'error' and tostring(message) or '')
         end
      end
   end)
   assert(#next() == 1, theme .. '.tsv holds more calls: record it anew')
   file:close()
   if #wrong > 0 then
      error(('%d of %d differ:\n%s'):format(#wrong, count, table.concat(wrong, '\n', 1, math.min(#wrong, 20))), 0)
   end
end
for _, theme in ipairs(all) do
   tests[theme] = function() compare(theme) end
end

--- Words of a text, as keys.
local function words(text)
   local set = {}
   for word in text:gmatch('%S+') do set[word] = true end
   return set
end
--- Every name is called by a case or told apart, and none is both. (Runs after the themes: `~` is the last of names.)
tests['~ names are called'] = function()
   local names, calls = dofile(folder .. 'names.lua'), table.concat(called, '\n')
   local patterns, wrong = {functions = '%f[%w_]torch%.([%a_][%w_]*)', methods = ':([%a_][%w_]*)[%(%{\']'}, {}
   for kind, pattern in pairs(patterns) do
      local is, apart = {}, words(names.apart[kind])
      for name in calls:gmatch(pattern) do is[name] = true end
      for name in pairs(words(names[kind])) do
         if is[name] == apart[name] then
            wrong[#wrong + 1] = ('%s: %s %s'):format(kind, name, is[name] and 'is called, and told apart' or 'is not called')
         end
      end
   end
   table.sort(wrong)
   assert(#wrong == 0, table.concat(wrong, '\n'))
end
tests['~ what is explained is so'] = function()
   for k, entry in ipairs(rows.explained) do
      assert(used[entry], ('entry %d of explained.lua explains nothing: %s'):format(k, table.concat(entry, ', ')))
      assert(entry.why, 'an entry of explained.lua without a why')
   end
end

return tests
