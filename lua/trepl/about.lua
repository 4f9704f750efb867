--- What is said of a function, a class or a package where it is declared, as text.
-- @module trepl.about
local host = require 'sconce.host'
local comments = require 'trepl.comments'
local folders = require 'torch.lateFolders'

-- Where a function begins: its lines and the number of the first.
local function placeOf(f)
   local at = debug.getinfo(f, 'S')
   return at.what ~= 'C' and comments.lines(at.source) or nil, at.linedefined, at.short_src
end

-- What a function is called in the packages that are loaded, in order.
local function namesOf(f)
   local names = {}
   for _, package in next, package.loaded do
      for key, value in next, type(package) == 'table' and package or {} do
         if rawequal(value, f) and type(key) == 'string' then names[#names + 1] = key end
      end
   end
   table.sort(names)
   return names
end

-- A function's head and its comment: before its first line or, if another function made it, where its name is given.
local function declaration(f)
   local lines, line = placeOf(f)
   if not lines then return nil end
   local comment = comments.endingAt(lines, line - 1)
   if comment then return comments.signature(lines[line]), comment end
   for _, name in ipairs(namesOf(f)) do
      comment = comments.naming(lines, name)
      if comment then return name .. '(…)', comment end
   end
end

local function ofFunction(f)
   local declared = host.help(f)
   if declared then return declared end
   local head, comment = declaration(f)
   if head then return head .. '\n' .. comments.text(comment) end
   local _, line, where = placeOf(f)
   return line > 0 and ('defined in %s:%d'):format(where, line) or 'a function of Lua itself'
end

-- The comment at the head of the file that is named as a class or a package is; a package's classes may lie in folders
-- of other packages.
local function ofFile(name)
   local package, class = name:match('^([^.]*)%.([^.]*)$')
   local paths = {}
   for _, folder in ipairs(folders[package] or {package}) do paths[#paths + 1] = ('%s/%s.lua'):format(folder, class) end
   if not package then paths = {name .. '.lua', name .. '/init.lua'} end
   for _, path in ipairs(paths) do
      if host.source(path) then return comments.text(comments.head(comments.lines('@sconce/' .. path))) end
   end
end

-- How a class is called, with what is said of the arguments.
local function ofConstructor(name, init)
   local lines, line = placeOf(init)
   if not lines then return nil end
   local text = comments.text(comments.endingAt(lines, line - 1))
   return name .. comments.arguments(lines[line]) .. (text and '\n' .. text or '')
end

-- The methods that a class brings and documents, each with the first sentence of its comment, and where others are.
local function ofMethods(class)
   local names, rows = {}, {}
   for key, value in next, class do
      if type(key) == 'string' and type(value) == 'function' and key:sub(1, 1) ~= '_' then names[#names + 1] = key end
   end
   table.sort(names)
   for _, key in ipairs(names) do
      local lines, line = placeOf(class[key])
      local comment = lines and comments.endingAt(lines, line - 1)
      if comment and comment.isPublic then
         rows[#rows + 1] = ('  :%s%s: %s'):format(key, comments.arguments(lines[line]), comments.sentence(comment))
      end
   end
   local parent = (debug.getmetatable(class) or class).__typename
   local others = parent and parent ~= class.__typename and ' those of ' .. parent
   if #rows == 0 then return others and 'Methods:' .. others end
   return ('Methods%s:\n%s'):format(others and ', besides' .. others or '', table.concat(rows, '\n'))
end

local function ofClass(name, class)
   local pieces = {}
   local function piece(text) if text then pieces[#pieces + 1] = text end end
   piece(ofFile(name))
   piece(type(class.__init) == 'function' and ofConstructor(name, class.__init))
   piece(ofMethods(class))
   return #pieces > 0 and table.concat(pieces, '\n\n') or nil
end

local function ofTable(t)
   local made = debug.getmetatable(t)
   local class = made and (rawget(made, '__metatable') or made)
   local name = type(class) == 'table' and rawget(class, '__typename')
   if name then return made.__call and host.help(made.__call) or ofClass(name, class) or 'the class ' .. name end
   for _, names in ipairs {package.loaded, _G} do
      for key, value in next, names do
         if value == t and type(key) == 'string' and key ~= '_G' then return ofFile(key) end
      end
   end
end

--- What is known of a function, a class, an object, a package, or what has this name.
-- @param what such a thing, or its name: `'nn.Linear'`
-- @treturn ?string
return function(what)
   local known = what
   if type(what) == 'string' then
      known = _G
      for part in what:gmatch('[^.:]+') do
         local ok, inner = pcall(function() return known[part] end)
         known = ok and inner or nil
      end
   end
   if type(known) == 'function' then return ofFunction(known) end
   if type(known) == 'table' then return ofTable(known) end
   return known ~= nil and torch.typename(known) or nil
end
