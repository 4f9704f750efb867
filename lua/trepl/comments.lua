--- Doc comments as they stand in a file, and as `help` shows them.
-- @module trepl.comments
local host = require 'sconce.host'
local comments = {}

--- The lines of a file, one of ours or a script's; nil of what is no file.
-- @tparam string source as `debug.getinfo` gives it
-- @treturn ?table
function comments.lines(source)
   local path = source:match('^@(.*)')
   if not path then return nil end
   local text = host.source(path:match('^sconce/(.*)') or '')
   if not text then
      local file = io.open(path)
      text = file and file:read('a')
      if file then file:close() end
   end
   local lines = {}
   for line in ((text or '') .. '\n'):gmatch('(.-)\n') do lines[#lines + 1] = line end
   return lines
end

--- The comment whose last line is this one, line by line and without its dashes; nil if there is none. It `isPublic` if
-- it begins with three dashes.
-- @tparam table lines
-- @tparam int last
-- @treturn ?table
function comments.endingAt(lines, last)
   local comment = {}
   for i = last, 1, -1 do
      local text = lines[i] and lines[i]:match('^%s*%-%-+ ?(.*)')
      if not text or text:find('^luacheck') then break end
      table.insert(comment, 1, text)
      if lines[i]:find('^%s*%-%-%-[^-]') then
         comment.isPublic = true
         break
      end
   end
   return #comment > 0 and comment or nil
end

--- The comment that names a function by `@function`, of one that is made by another function.
-- @tparam table lines
-- @tparam string name
-- @treturn ?table
function comments.naming(lines, name)
   local inside
   for i, line in ipairs(lines) do
      local comment = line:find('^%s*%-%-')
      if comment and (line:match('@function%s+([%w_.:]+)') or ''):match('[%w_]+$') == name then inside = true end
      if inside and not comment then return comments.endingAt(lines, i - 1) end
   end
end

--- The comment at the head of a file: from its first line to the first that is none.
-- @tparam table lines
-- @treturn ?table
function comments.head(lines)
   local last = 0
   while lines[last + 1] and lines[last + 1]:find('^%-%-') do last = last + 1 end
   return comments.endingAt(lines, last)
end

-- A line as it is shown: `@tparam[opt=1] int n how many` is `  [n = 1]: int, how many`.
local function shown(line)
   local tag, options, rest = line:match('^@(%a+)(%b[])%s*(.*)')
   if not tag then tag, rest = line:match('^@(%a+)%s*(.*)') end
   if not tag then return line end
   if tag == 'return' then return '  -> ' .. rest end
   if tag == 'treturn' then return '  -> ' .. rest:gsub('^(%S+) ', '%1, ') end
   if tag ~= 'param' and tag ~= 'tparam' then return nil end
   local kind, name, text = '', rest:match('^(%S+)%s*(.*)')
   if tag == 'tparam' then kind, name, text = rest:match('^(%S+)%s+(%S+)%s*(.*)') end
   if not name then return line end
   local default = options and options:match('^%[opt=(.*)%]$')
   if options then name = ('[%s%s]'):format(name, default and ' = ' .. default or '') end
   return ('  %s: %s%s%s'):format(name, kind, kind ~= '' and text ~= '' and ', ' or '', text)
end

--- What a comment says, its tags as they are shown.
-- @tparam ?table comment
-- @treturn ?string
function comments.text(comment)
   local pieces = {}
   for _, line in ipairs(comment or {}) do pieces[#pieces + 1] = shown(line) end
   if #pieces > 0 then return (table.concat(pieces, '\n'):gsub('%s+$', '')) end
end

--- The first sentence of a comment.
-- @tparam table comment
-- @treturn string
function comments.sentence(comment)
   local text = {}
   for _, line in ipairs(comment) do
      if line == '' or line:find('^@') then break end
      text[#text + 1] = line
   end
   text = table.concat(text, ' ')
   return text:match('^(.-%.)%s') or text
end

--- A function's head without its body: `function Linear:noBias()`.
-- @tparam string line
-- @treturn string
function comments.signature(line) return line:match('^%s*(.-function[^(]*%b())') or line:match('^%s*(.-)%s*$') end

--- A function's arguments in their parentheses: `(inputs, outputs)`.
-- @tparam string line
-- @treturn string
function comments.arguments(line) return line:match('function[^(]*(%b())') or '(…)' end

return comments
