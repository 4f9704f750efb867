--- Networks shown.
-- @module nngraph.display
local expected = require 'nn.expected'

--- Show the graph of a network.
-- @function nngraph.display
-- @tparam nn.gModule gmodule
function nngraph.display(gmodule)
   if not torch.isTypeOf(gmodule, 'nn.gModule') then expected('nngraph.display', 'a gModule', gmodule) end
   graph.dot(gmodule.fg, gmodule.name)
end
