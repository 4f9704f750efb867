--- Lists of nodes that scripts give.
-- @module nngraph.nodes
local place = require 'torch.place'
local utils = require 'nngraph.utils'
local nodes = {}

--- Raise an error that blames the script's line.
function nodes.refuse(message) error(message, place.level()) end

--- A table of nodes without gaps.
-- @tparam string array what the table is called in messages
-- @param list what came
-- @treturn int how many there are
function nodes.check(array, list)
   if not utils.istable(list) then
      nodes.refuse(('nngraph: expected a table of nodes as %s, got %s'):format(array, torch.type(list)))
   end
   local count = math.floor(utils.tableMaxN(list))
   for i = 1, count do
      if not torch.isTypeOf(list[i], 'nngraph.Node') then
         nodes.refuse(utils.expectingNodeErrorMessage(list[i], array, i))
      end
   end
   return count
end

return nodes
