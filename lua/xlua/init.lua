--- Odds and ends that scripts count on: progress bars, times as text, options, tables.
-- @module xlua
require 'torch'
require 'sys'
xlua = {}

for _, part in ipairs {'progress', 'text'} do require('xlua.' .. part) end

-- Parts that few scripts use are loaded when they are first read.
require 'torch.late'(xlua, 'xlua', {
   usage = 'usage', usage_module = 'usage', error = 'usage', require = 'usage', unpack = 'usage',
   unpack_class = 'usage', print = 'output', who = 'output', log = 'output',
   envparams = 'surroundings', installed = 'surroundings',
})

--- Forget the globals that a script has made.
function xlua.clear()
   for _, name in ipairs(require('trepl.given')()) do rawset(_G, name, nil) end
   collectgarbage()
end
xlua.clearall = xlua.clear

--- Call a function; if it raises, call another.
function xlua.trycatch(try, catch)
   if catch ~= nil and type(catch) ~= 'function' then
      error('xlua.trycatch: expected a function, got ' .. type(catch), 2)
   end
   local ok, message = pcall(try)
   if not ok and catch then catch(message) end
   return ok
end

return xlua
