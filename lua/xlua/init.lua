--- Odds and ends that scripts count on: progress bars, times as text, options, tables.
-- @module xlua
require 'torch'
require 'sys'
xlua = {}

for _, part in ipairs {'progress', 'text'} do require('xlua.' .. part) end

-- Parts that few scripts use are loaded when they are first read.
local later = {}
for _, name in ipairs {'usage', 'error', 'unpack', 'unpack_class', 'require', 'print'} do later[name] = 'usage' end
require 'torch.late'(xlua, 'xlua', later)

--- Forget the globals that a script has made.
function xlua.clear()
   for name in next, _G do
      if not package.loaded[name] and name:match('^%l$') then _G[name] = nil end
   end
   collectgarbage()
end
function xlua.clearall() xlua.clear() end

--- Call a function; if it raises, call another.
function xlua.trycatch(try, catch)
   local ok, message = pcall(try)
   if not ok and catch then catch(message) end
   return ok
end

return xlua
