--- A directed graph: edges, and the nodes that they connect.
--
-- `nodes` and `edges` have each of them under its number, and the number under the node or edge.
--
-- @classmod graph.Graph
local place = require 'torch.place'
local todot = require 'graph.todot'
local walks = require 'graph.walks'
local Graph = torch.class('graph.Graph')

function Graph:__init() self.edges, self.nodes = {}, {} end

local function addNode(self, node)
   local nodes = self.nodes
   if nodes[node] then return end
   nodes[#nodes + 1] = node
   nodes[node] = #nodes
   node.id = #nodes
end

local function addEdge(self, edge)
   local edges = self.edges
   if edges[edge] then return end
   edges[#edges + 1] = edge
   edges[edge] = #edges
   addNode(self, edge.from)
   addNode(self, edge.to)
   edge.from:add(edge.to)
end

local function isNode(value) return torch.isTypeOf(value, 'graph.Node') end
local function isEdge(value)
   return torch.isTypeOf(value, 'graph.Edge') and isNode(value.from) and isNode(value.to)
end

--- Add an edge between nodes, or each of a table of them. The nodes become parts of the graph, and the one that the
-- edge leads to a child of the other.
-- @tparam graph.Edge|table edge
function Graph:add(edge)
   local edges = torch.type(edge) == 'table' and edge or {edge}
   for i = 1, edge == nil and 1 or #edges do
      if not isEdge(edges[i]) then
         local got = torch.type(edges[i])
         error('graph.Graph: graph.Edge or {graph.Edges} expected, between nodes; got ' .. got, place.level())
      end
   end
   for _, each in ipairs(edges) do addEdge(self, each) end
end

-- Nodes that no edge has at one of its ends.
local function without(self, which)
   local has, found = {}, {}
   for _, edge in ipairs(self.edges) do has[edge[which]] = true end
   for _, node in ipairs(self.nodes) do
      if not has[node] then found[#found + 1] = node end
   end
   return found
end

--- The nodes that no edge leads to.
-- @treturn table
function Graph:roots() return without(self, 'to') end
--- The nodes that no edge begins at.
-- @treturn table
function Graph:leaves() return without(self, 'from') end

-- Another graph with nodes of its own, which hold the same; and which of them stands for which of ours.
local function copied(self, edgeBetween)
   local result, map = Graph.new(), {}
   local function of(node)
      map[node] = map[node] or torch.getmetatable(torch.typename(node)).new(node.data)
      return map[node]
   end
   for _, edge in ipairs(self.edges) do result:add(edgeBetween(of(edge.from), of(edge.to), edge.weight)) end
   return result, map
end

--- The graph with every edge the other way round.
-- @treturn graph.Graph with nodes of its own, which hold what these hold
-- @treturn table from the nodes of this graph to those of the other
function Graph:reverse()
   return copied(self, function(from, to, weight) return graph.Edge(to, from, weight) end)
end

--- A copy with nodes of its own, which hold what these hold.
-- @treturn graph.Graph
function Graph:clone() return (copied(self, graph.Edge)) end

--- Whether there is a way from some node back to it. A graph without a root has one, and so, as in Torch7, has a graph
-- without nodes.
function Graph:hasCycle() return #self:roots() == 0 or walks.hasCycle(self.nodes) end

--- The nodes in an order in which every edge leads forward.
--
-- Raises an error, "Graph has cycles", where there is no such order.
--
-- @treturn table
-- @treturn graph.Graph the reversed graph
-- @treturn table its roots
function Graph:topsort()
   if self:hasCycle() then error('graph.Graph.topsort: Graph has cycles', place.level()) end
   local reversed, map = self:reverse()
   local ours = {}
   for node, other in pairs(map) do ours[other] = node end
   local sorted, seen, roots = {}, {}, reversed:roots()
   for _, root in ipairs(roots) do
      for _, node in ipairs(walks.depthFirst(root, seen)) do sorted[#sorted + 1] = ours[node] end
   end
   return sorted, reversed, roots
end

--- The graph in the language of Graphviz.
-- @tparam[opt] string title
-- @treturn string
function Graph:todot(title) return todot.text(self, title) end
