--- An edge from a node to another, with whatever belongs to it.
--
--     local g = graph.Graph()
--     g:add(graph.Edge(graph.Node 'a', graph.Node 'b'))
--
-- @classmod graph.Edge
local Edge = torch.class('graph.Edge')

--- Make an edge. It is part of a graph when it has been added to one.
-- @tparam graph.Node from where it begins
-- @tparam graph.Node to where it ends
-- @param[opt] weight anything that belongs to it
function Edge:__init(from, to, weight) self.from, self.to, self.weight = from, to, weight end
