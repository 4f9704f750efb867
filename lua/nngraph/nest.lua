--- Nodes whose output is a nested table.
-- @module nngraph.nest
local nodes = require 'nngraph.nodes'
local utils = require 'nngraph.utils'

local function nested(input)
   if torch.isTypeOf(input, 'nngraph.Node') then return input end
   if not utils.istable(input) or #input == 0 then
      nodes.refuse(('nngraph.nest: expected a node or a table of nodes, got %s'):format(
         utils.istable(input) and 'an empty table' or torch.type(input)))
   end
   local parts = {}
   for i, part in ipairs(input) do parts[i] = nested(part) end
   -- A module with one input gets no table of it.
   return #parts == 1 and nngraph.JustTable()(parts[1]) or nn.Identity()(parts)
end

--- A node whose output is a table, of tables to any depth: `nngraph.nest {h, {c1, c2}}`. A single node is returned as
-- it is.
-- @function nngraph.nest
-- @tparam nngraph.Node|table input a node or a table of nodes and such tables
-- @treturn nngraph.Node
function nngraph.nest(...)
   local count = select('#', ...)
   if count == 0 then nodes.refuse('nngraph.nest: Pass an input.') end
   if count > 1 then nodes.refuse('nngraph.nest: Use {input1, input2} to pass multiple inputs.') end
   return nested((...))
end
