--- Which globals a script has made.
-- @module trepl.given
local given = {arg = true}
for name in next, _G do given[name] = true end

-- Some names become globals when they are first read: Penlight's modules, other ways to a package.
local function isOurs(name, value)
   if type(value) == 'function' then
      local source = debug.getinfo(value, 'S').source
      return source == '@sconce/trepl/import.lua' or source == '@sconce/trepl/help.lua'
   end
   return package.loaded['pl.' .. name] == value
end

--- The names of the globals that have come since this file was loaded, in order.
return function()
   local names = {}
   for name, value in next, _G do
      if type(name) == 'string' and not given[name] and not isOurs(name, value) then names[#names + 1] = name end
   end
   table.sort(names)
   return names
end
