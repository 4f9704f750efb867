--- Odds and ends that scripts count on: progress bars, times as text, options, tables.
-- @module xlua
require 'torch'
require 'sys'
xlua = {}

for _, part in ipairs {'progress', 'text'} do require('xlua.' .. part) end

--- Clear the globals of a script.
function xlua.clear()
   for name in next, _G do
      if not package.loaded[name] and name ~= '_G' and name:match('^%l$') then _G[name] = nil end
   end
   collectgarbage()
end
function xlua.clearall() xlua.clear() end

--- Call a function; if it raises, call another.
function xlua.trycatch(try, catch)
   local ok, message = pcall(try)
   if not ok then
      if catch then catch(message) end
      return false
   end
   return true
end

return xlua
