--- A value as text, as th shows it: of a table all that is in it.
-- @module trepl.text
local host = require 'sconce.host'
local depth, sortedKeys = require 'trepl.depth', require 'trepl.sortedKeys'

-- What an object holds, in one line: a table can be full of them.
local function summary(object)
   local kind = host.kind(object)
   if not kind or not (torch.isTensor(object) or torch.isStorage(object)) then return tostring(object) end
   if torch.isStorage(object) then return ('%s - size: %s'):format(kind, #object) end
   if object:dim() == 0 then return kind .. ' - empty' end
   local sizes = {}
   for i = 1, object:dim() do sizes[i] = object:size(i) end
   return ('%s - size: %s'):format(kind, table.concat(sizes, 'x'))
end

-- An object that was userdata in Torch7, and so is shown by its own text wherever it lies.
local function isOpaque(value)
   if type(value) ~= 'table' then return type(value) == 'userdata' end
   local class = getmetatable(value)
   return type(class) == 'table' and rawget(class, '__opaque') == true
end

local function write(pieces, t, level)
   local indent = (' '):rep(4 * level)
   pieces[#pieces + 1] = '{\n'
   for _, key in ipairs(sortedKeys(t)) do
      local value = rawget(t, key)
      pieces[#pieces + 1] = indent .. '  ' .. tostring(key) .. ' : '
      if isOpaque(value) then
         pieces[#pieces + 1] = summary(value)
      elseif type(value) == 'table' then
         if level + 1 >= depth.limit or next(value) == nil then
            pieces[#pieces + 1] = '{...}'
         else
            pieces[#pieces + 1] = '\n' .. indent .. '    '
            write(pieces, value, level + 1)
         end
      elseif type(value) == 'string' then
         pieces[#pieces + 1] = '"' .. value .. '"'
      else
         pieces[#pieces + 1] = tostring(value)
      end
      pieces[#pieces + 1] = '\n'
   end
   pieces[#pieces + 1] = indent .. '}'
end

--- The text of a value: its own if it has one, otherwise that of its fields.
-- @function text
return function(value)
   local class = getmetatable(value)
   if type(value) ~= 'table' or type(class) == 'table' and class.__tostring then return tostring(value) end
   if next(value) == nil then return '{}' end
   local pieces = {}
   write(pieces, value, 0)
   return table.concat(pieces)
end
