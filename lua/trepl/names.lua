--- Names that are there when they are read: Penlight's modules, other ways to a package, and `%` on strings.
-- @module trepl.names

-- `path` is pl.path; `List` is a class and pl.List its module.
local modules = {}
for _, name in ipairs {
   'utils', 'path', 'app', 'stringx', 'tablex', 'list', 'operator', 'dir', 'seq', 'sip', 'input', 'text', 'test',
   'pretty', 'array2d', 'lexer', 'lapp', 'data', 'func', 'permute', 'template', 'types', 'comprehension', 'config',
   'url', 'xml', 'class', 'file', 'compat', 'List', 'Map', 'Set', 'OrderedMap', 'MultiMap', 'Date',
} do
   modules[name] = true
end

local ours = {import = true, include = true, xrequire = true, who = true}

setmetatable(_G, {
   __index = function(globals, name)
      if name == 'help' then
         rawset(globals, name, require 'trepl.help')
         return rawget(globals, name)
      end
      if ours[name] then
         require 'trepl.import'
         return rawget(globals, name)
      end
      if not modules[name] then return nil end
      local ok, module = pcall(require, 'pl.' .. name)
      if not ok then return nil end
      rawset(globals, name, module)
      return module
   end,
})

-- A text with numbers in it stays a number; any other is a format, and what it wants comes in a table or alone.
local strings, format = getmetatable(''), nil
function strings.__mod(a, b)
   local x, y = tonumber(a), tonumber(b)
   if x and y then return x % y end
   if type(a) ~= 'string' then error(('attempt to perform arithmetic on a %s value'):format(type(b)), 2) end
   if not format then
      local own = strings.__mod
      require('pl.stringx').format_operator()
      format, strings.__mod = strings.__mod, own
   end
   local ok, text = pcall(format, a, b)
   if not ok then error((text:gsub('^.-:%d+: ', '')), 2) end
   return text
end

return true
