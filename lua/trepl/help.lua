--- What is said of a function, a class or a package where it is declared: `help(torch.add)`, `help 'nn.Linear'`.
-- @module trepl.help
local host = require 'sconce.host'

-- The lines of a file, one of ours or a script's.
local function linesOf(source)
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

-- A line of a comment as it is shown: `@tparam[opt=1] int n how many` is `  [n = 1]: int, how many`.
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

-- The comment whose last line is this one; nil if there is none.
local function commentAt(lines, last)
   local pieces = {}
   for i = last, 1, -1 do
      local text = lines[i] and lines[i]:match('^%s*%-%-+ ?(.*)')
      if not text or text:find('^luacheck') then break end
      local line = shown(text)
      if line then table.insert(pieces, 1, line) end
   end
   if #pieces > 0 then return (table.concat(pieces, '\n'):gsub('%s+$', '')) end
end

-- The comment at the head of a file: from its first line to the first that is none.
local function head(lines)
   local last = 0
   while lines[last + 1] and lines[last + 1]:find('^%-%-') do last = last + 1 end
   return commentAt(lines, last)
end

local function ofFunction(f)
   local declared = host.help(f)
   if declared then return declared end
   local at = debug.getinfo(f, 'S')
   local lines = linesOf(at.source)
   local comment = lines and commentAt(lines, at.linedefined - 1)
   local where = at.what ~= 'C' and ('%s:%d'):format(at.short_src, at.linedefined)
   if comment then return lines[at.linedefined]:match('^%s*(.-)%s*$') .. '\n' .. comment end
   return where and 'defined in ' .. where or 'a function of Lua itself'
end

-- A class or a package is described at the head of the file that is named as it is.
local function ofFile(name)
   local path = name:gsub('%.', '/')
   for _, file in ipairs {path .. '.lua', path .. '/init.lua'} do
      if host.source(file) then return head(linesOf('@sconce/' .. file)) end
   end
end

local function ofTable(t)
   local made = debug.getmetatable(t)
   local class = made and (rawget(made, '__metatable') or made)
   local name = type(class) == 'table' and rawget(class, '__typename')
   if name then
      local text = ofFile(name)
      local init = not text and type(class.__init) == 'function' and ofFunction(class.__init)
      return text or init or made.__call and host.help(made.__call) or 'the class ' .. name
   end
   for _, names in ipairs {package.loaded, _G} do
      for key, value in next, names do
         if value == t and type(key) == 'string' and key ~= '_G' then return ofFile(key) end
      end
   end
end

--- Print what is known of a function, a class, an object, a package, or what has this name.
-- @param what such a thing, or its name: `'nn.Linear'`
return function(what)
   local known = what
   if type(what) == 'string' then
      known = _G
      for part in what:gmatch('[^.]+') do
         local ok, inner = pcall(function() return known[part] end)
         known = ok and inner or nil
      end
   end
   local text
   if type(known) == 'function' then
      text = ofFunction(known)
   elseif type(known) == 'table' then
      text = ofTable(known)
   elseif torch.typename(known) then
      text = torch.typename(known)
   end
   if what == nil then text = 'help(what): what is known of a function, a class or a package' end
   print(text or 'undocumented symbol')
end
