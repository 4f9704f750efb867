--- Odds and ends that scripts count on: progress bars, times as text, options, tables.
-- @module xlua
require 'torch'
require 'sys'
xlua = {}

for _, part in ipairs {'progress', 'text'} do require('xlua.' .. part) end

-- Parts that few scripts use are loaded when they are first read.
local files = {
   usage = {'usage', 'usage_module', 'error', 'unpack', 'unpack_class', 'require'},
   output = {'print', 'who', 'log'},
   surroundings = {'envparams', 'installed'},
}
local later = {}
for file, names in pairs(files) do
   for _, name in ipairs(names) do later[name] = file end
end
require 'torch.late'(xlua, 'xlua', later)

--- Forget the globals that a script has made.
function xlua.clear()
   for _, name in ipairs(require('trepl.given')()) do rawset(_G, name, nil) end
   collectgarbage()
end
xlua.clearall = xlua.clear

--- Call a function; if it raises, call another.
function xlua.trycatch(try, catch)
   local ok, message = pcall(try)
   if not ok and catch then catch(message) end
   return ok
end

return xlua
