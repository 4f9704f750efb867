--- How a line may go on: names of globals, of fields and of methods, for the prompt.
-- @module trepl.complete

-- What is read from a value under a name, if that raises no error.
local function read(value, name)
   local ok, field = pcall(function() return value[name] end)
   if ok then return field end
end

-- Adds the names in a table: packages that load their classes later know them all.
local function add(names, t)
   pcall(function()
      for key in pairs(t) do
         if type(key) == 'string' and key:find('^[%a_][%w_]*$') then names[key] = true end
      end
   end)
end

-- The names that a value answers to: its own, those of its class and of what that inherits.
local function namesOf(value)
   local names = {}
   if type(value) == 'table' then add(names, value) end
   local class, seen = debug.getmetatable(value), {}
   local constructed = type(class) == 'table' and rawget(class, '__metatable')
   if type(constructed) == 'table' then class = constructed end
   while type(class) == 'table' and not seen[class] do
      seen[class] = true
      add(names, class)
      local index = rawget(class, '__index')
      if type(index) == 'table' then add(names, index) end
      class = debug.getmetatable(class)
   end
   return names
end

--- The names that may stand where a line ends, in order; those that begin with `_` only if that is asked for.
--
--     complete('net = nn.SeqL')      -- {'SeqLSTM', 'SeqLSTMP'}, 4: that much of them is there
--
-- @tparam string line up to the cursor
-- @treturn table names
-- @treturn int how many characters of the line they begin with
return function(line)
   local word = line:match('[%a_][%w_.:]*$') or ''
   local path, mark, start = word:match('^(.-)([.:]?)([%w_]*)$')
   if line:sub(1, -#word - 1):find('[.:)%]]%s*$') then return {}, #start end
   local value = _G
   for part in path:gmatch('[^.:]+') do
      value = read(value, part)
      if value == nil then return {}, #start end
   end
   local found = {}
   for name in pairs(namesOf(value)) do
      local wanted = name:sub(1, #start) == start and (name:sub(1, 1) ~= '_' or start:sub(1, 1) == '_')
      if wanted and (mark ~= ':' or type(read(value, name)) == 'function') then found[#found + 1] = name end
   end
   table.sort(found)
   return found, #start
end
