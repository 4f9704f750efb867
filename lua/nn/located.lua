--- Errors in a container say where in it they happened: `In 2 module of nn.Sequential:`.
-- @module nn.located
local place = require 'nn.place'
local located = {}

-- One container's line in front of a message. The innermost also adds the traceback, since what comes later only shows
-- where the error passed. An error that is no text goes on as it is.
local function describe(container, index, err)
   if type(err) ~= 'string' then return err end
   local header = ('In %d module of %s:\n'):format(index, torch.type(container))
   local first, inner = err:match('^([^\n]*\n)(In %d+ module of .*)$')
   if inner then return first .. header .. inner end
   local at = place.text()
   local message = err:sub(1, #at) == at and err:sub(#at + 1) or err
   return ('%s\n%s%s\n%s\n'):format(at, header, message, debug.traceback('', 3):sub(2))
end

-- The loops of containers, whose locals tell which layer is being served.
local loops = {}

-- The container and the index in the innermost loop that is running.
local function current()
   for level = 3, math.huge do
      local at = debug.getinfo(level, 'f')
      if not at then return end
      if loops[at.func] then
         local container, index
         for n = 1, math.huge do
            local name, value = debug.getlocal(level, n)
            if not name then return container, index end
            if name == 'self' then container = value elseif name == 'i' then index = value end
         end
      end
   end
end

local function handler(err)
   local container, index = current()
   return index and describe(container, index, err) or err
end

local function finish(ok, ...)
   if ok then return ... end
   error(..., 0)
end

--- A method from a loop over layers: `function(self, …) for i = 1, #self.modules do … end end`, with these names.
--
-- No closure is made and no argument packed when the method is called: the loop's locals say what an error is about.
--
-- @tparam function loop the loop
-- @treturn function the method
function located.method(loop)
   loops[loop] = true
   return function(self, a, b, c) return finish(xpcall(loop, handler, self, a, b, c)) end
end

--- Call a function on behalf of one layer.
-- @tparam nn.Container container who calls
-- @tparam int index the number of the layer
-- @tparam function f what is called
-- @param ... its arguments
-- @return what it returns
function located.call(container, index, f, ...)
   return finish(xpcall(f, function(err) return describe(container, index, err) end, ...))
end

return located
