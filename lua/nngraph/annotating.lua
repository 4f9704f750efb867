--- Nodes named after variables.
-- @module nngraph.annotating
local nodes = require 'nngraph.nodes'

--- Name the nodes in a function's local variables after them. Nodes that have a name keep it.
-- @function nngraph.annotateNodes
-- @tparam[opt=1] int stackLevel which function: 1 is the one that calls, 2 the one that called that
function nngraph.annotateNodes(stackLevel)
   stackLevel = stackLevel or 1
   if type(stackLevel) ~= 'number' or stackLevel ~= math.floor(stackLevel) or math.abs(stackLevel) > 1e6 then
      nodes.refuse('nngraph.annotateNodes: expected a level of the stack, got ' .. tostring(stackLevel))
   end
   if stackLevel < 1 or not debug.getinfo(stackLevel + 1, 'l') then return end
   for n = 1, math.huge do
      local name, value = debug.getlocal(stackLevel + 1, n)
      if not name then return end
      if torch.isTypeOf(value, 'nngraph.Node') and not value.data.annotations.name then
         value.data.annotations.name = name
      end
   end
end
