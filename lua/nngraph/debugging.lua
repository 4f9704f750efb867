--- A picture of the network at every error in it.
-- @module nngraph.debugging
local evaluation = require 'nngraph.evaluation'
local picture = require 'nngraph.picture'
local debugging = {}
local enabled = false

--- Let every error in a network leave a picture of it, with the node that it came from in red: `NAME.svg` and
-- `NAME.dot` in the current folder, after the network's `name` or its numbers of inputs and outputs. Without Graphviz
-- there is the latter only. A line says which file it was.
-- @function nngraph.setDebug
-- @tparam boolean enable
function nngraph.setDebug(enable) enabled = enable and true or false end

-- The node in this network; none if the error was in a network within it.
local function failed(net)
   local at = evaluation.at
   for _, node in ipairs(net.forwardnodes) do
      if at and node.data == at.data then return node end
   end
end

-- The name of a file that is not there yet.
local function free(name)
   local base, n = name, 1
   while paths.filep(base .. '.dot') or paths.filep(base .. '.svg') do
      n = n + 1
      base = ('%s_%d'):format(name, n)
   end
   return base
end

local function draw(net, node)
   local name = net.name or ('nngraph_%din_%dout'):format(net.nInputs, #net.outnode.children)
   local base = free(tostring(name))
   local text = net.fg:todot(base):gsub('}$', ('n%d[style=filled, fillcolor=red];\n}'):format(node.id))
   print('saving ' .. picture.save(text, base))
end

local function finish(net, ok, ...)
   if ok then return ... end
   local node = failed(net)
   local drawn, why = true, nil
   if node then drawn, why = pcall(draw, net, node) end
   -- The error itself must not get lost.
   if not drawn then io.stderr:write(('nngraph: no picture: %s\n'):format(tostring(why))) end
   error(..., 0)
end

--- Call a function; if errors are to be drawn and there is one, draw it and raise it again.
-- @tparam nn.gModule net whose function it is
-- @tparam function f
-- @param ... its arguments
-- @return what it returns
function debugging.guard(net, f, ...)
   if not enabled then return f(...) end
   return finish(net, pcall(f, ...))
end

return debugging
