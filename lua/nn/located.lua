--- Errors in a container say where in it they happened: `In 2 module of nn.Sequential:`.
-- @module nn.located
local place = require 'torch.place'
local located = {}

--- The two parts of an error that already says where it happened: the script's line, and headers with what they are of.
-- @tparam string err
-- @treturn string|nil nothing if it does not
-- @treturn string
function located.parts(err)
   local first, inner = err:match('^([^\n]*\n)(.*)$')
   if inner and (inner:find '^In [^\n]+ of [%w_.]+:\n' or inner:find '^At step %d+ of [%w_.]+:\n') then
      return first, inner
   end
end

-- Headers in front of a message. The first also gets the traceback, since what comes later only shows where the error
-- passed. An error that is no text goes on as it is.
local function describe(headers, err)
   if type(err) ~= 'string' then return err end
   local first, inner = located.parts(err)
   if inner then return first .. headers .. inner end
   local at = place.text()
   local message = err:sub(1, #at) == at and err:sub(#at + 1) or err
   return ('%s\n%s%s\n%s\n'):format(at, headers, message, debug.traceback('', 3):sub(2))
end

local function header(container, index) return ('In %d module of %s:\n'):format(index, torch.type(container)) end

-- Of a node that does something: what it is, and where in the script it was made.
local function nodeHeader(container, node)
   local data = node.data
   local what = data.module and torch.type(data.module) or data.nSplitOutputs and 'a split'
   if not what then return '' end
   return ('In %s declared on %s of %s:\n'):format(what, data.annotations._debugLabel, torch.type(container))
end

-- The loops of containers, whose locals tell which layer, or which node of a graph, is being served.
local loops = {}

-- The header of a loop at a level, if it has begun.
local function headerAt(level)
   local container, index, node
   for n = 1, math.huge do
      local name, value = debug.getlocal(level + 1, n)
      if not name then break end
      if name == 'self' then container = value elseif name == 'i' then index = value end
      if name == 'node' then node = value end
   end
   if node then return nodeHeader(container, node) end
   return index and header(container, index) or ''
end

-- The error has all loops on the stack that no inner handler has told of.
local function handler(err)
   local headers = ''
   -- Lua counts to a level each time: on a stack that has overflown, all of them would take minutes.
   for level = 2, 10000 do
      local at = debug.getinfo(level, 'f')
      if not at or at.func == xpcall then break end
      if loops[at.func] then headers = headerAt(level) .. headers end
   end
   return headers ~= '' and describe(headers, err) or err
end

-- Lua takes 200 protected calls within one another, and containers may nest deeper: then loops run within their
-- container's own protection.
local depth, deepest = 0, 100

local function finish(ok, ...)
   depth = depth - 1
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
   return function(self, a, b, c)
      if depth >= deepest then return loop(self, a, b, c) end
      depth = depth + 1
      return finish(xpcall(loop, handler, self, a, b, c))
   end
end

--- Call a function on behalf of one layer.
-- @tparam nn.Container container who calls
-- @tparam int index the number of the layer
-- @tparam function f what is called
-- @param ... its arguments
-- @return what it returns
function located.call(container, index, f, ...)
   depth = depth + 1
   return finish(xpcall(f, function(err) return describe(header(container, index), err) end, ...))
end

return located
