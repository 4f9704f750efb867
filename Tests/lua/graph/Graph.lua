-- Graphs: what is in them, orders, cycles, text.
require 'graph'
local test = {}

-- Data and number of each node.
local function shown(nodes)
   local list = {}
   for i, node in ipairs(nodes) do list[i] = node.data .. '#' .. node.id end
   return table.concat(list, ' ')
end
local function edgesOf(g)
   local list = {}
   for i, edge in ipairs(g.edges) do list[i] = edge.from.data .. edge.to.data .. (edge.weight or '') end
   return table.concat(list, ' ')
end

-- A graph of edges such as 'ab', and its nodes by name.
local function made(...)
   local g, nodes = graph.Graph(), {}
   local function node(name)
      nodes[name] = nodes[name] or graph.Node(name)
      return nodes[name]
   end
   for _, edge in ipairs {...} do g:add(graph.Edge(node(edge:sub(1, 1)), node(edge:sub(2, 2)), edge:sub(3))) end
   return g, nodes
end

-- As the original has it.
local net = {'ca', 'cb', 'ad', 'bd', 'de', 'ge', 'ef', 'gh'}

function test.edgesBringNodes(check)
   local g, nodes = made(table.unpack(net))
   check.equal(shown(g.nodes), 'c#1 a#2 b#3 d#4 e#5 g#6 f#7 h#8')
   check.equal(edgesOf(g), 'ca cb ad bd de ge ef gh')
   check.equal(g.nodes[nodes.g], 6)
   check.equal(g.edges[g.edges[3]], 3)
   check.equal(shown(nodes.c.children), 'a#2 b#3')
   check.equal(nodes.c.children[nodes.b], 2)
   g:add(g.edges[1])
   g:add {graph.Edge(nodes.a, nodes.h), graph.Edge(nodes.b, nodes.h)}
   g:add {}
   check.equal(edgesOf(g), 'ca cb ad bd de ge ef gh ah bh')
end

function test.endsAndOrders(check)
   local g = made(table.unpack(net))
   check.equal(shown(g:roots()), 'c#1 g#6')
   check.equal(shown(g:leaves()), 'f#7 h#8')
   local sorted, reversed, roots = g:topsort()
   check.equal(shown(sorted), 'c#1 a#2 b#3 d#4 g#6 e#5 f#7 h#8')
   check.equal(shown(reversed.nodes), 'a#1 c#2 b#3 d#4 e#5 g#6 f#7 h#8')
   check.equal(shown(roots), 'f#7 h#8')
end

function test.reversedAndCopied(check)
   local g, nodes = made('ab7', 'bc')
   local reversed, map = g:reverse()
   check.equal(edgesOf(reversed), 'ba7 cb')
   check.equal(rawequal(map[nodes.a], reversed.nodes[2]), true)
   check.equal(rawequal(map[nodes.a], nodes.a), false)
   check.equal(edgesOf(g), 'ab7 bc')
   local clone = g:clone()
   check.equal(edgesOf(clone), 'ab7 bc')
   check.equal(rawequal(clone.nodes[1], nodes.a), false)
   -- What nodes hold is shared.
   local data = {}
   local holder = graph.Graph()
   holder:add(graph.Edge(graph.Node(data), graph.Node(1)))
   check.equal(holder:clone().nodes[1].data, data)
   check.equal(torch.type(clone), 'graph.Graph')
end

function test.cyclesAreFound(check)
   check.equal(made('ab', 'bc', 'ac'):hasCycle(), false)
   -- Neither root nor leaf, and each of them.
   for _, edges in ipairs {{'ab', 'ba'}, {'aa'}, {'ab', 'bc', 'cb'}, {'ab', 'bc', 'cb', 'cd'}, {'ab', 'ba', 'ac'},
      {'ab', 'cd', 'dc'}} do
      local g = made(table.unpack(edges))
      check.equal(g:hasCycle(), true, table.concat(edges, ' '))
      check.raises('graph.Graph.topsort: Graph has cycles', g.topsort, g)
   end
   local _, nodes = made('ab', 'bc', 'cb', 'bd')
   check.equal(nodes.a:hasCycle(), true)
   check.equal(nodes.d:hasCycle(), false)
   check.equal(graph.Graph():hasCycle(), true)
   check.raises('Graph has cycles', graph.Graph().topsort, graph.Graph())
end

function test.textForGraphviz(check)
   check.equal(made('ab', 'bc'):todot('My "title"'), 'digraph G {\nlabelloc="t";\nlabel="My \\"title\\"";\nnode [shape = oval]; \n' .. [[
n1[label="Node1\na"];
n2[label="Node2\nb"];
n3[label="Node3\nc"];
n1 -> n2;
n2 -> n3;
}]])
   check.equal(graph.Graph():todot(), 'digraph G {\nnode [shape = oval]; \n}')
end

function test.wrongEdges(check)
   local g, a = graph.Graph(), graph.Node 'a'
   local message = 'graph.Graph: graph.Edge or {graph.Edges} expected, between nodes; got '
   check.raises(message .. 'number', g.add, g, 3)
   check.raises(message .. 'nil', g.add, g)
   check.raises(message .. 'graph.Node', g.add, g, a)
   check.raises(message .. 'graph.Edge', g.add, g, graph.Edge(a))
   check.raises(message .. 'graph.Edge', g.add, g, graph.Edge(a, 'b'))
   check.raises(message .. 'string', g.add, g, {graph.Edge(a, graph.Node 'b'), 'x'})
   check.equal(#g.edges + #g.nodes + #a.children, 0)
end

-- A walk that made a call a node would stop at Lua's limit.
function test.deepGraphs(check)
   local g, last = graph.Graph(), graph.Node(0)
   local first = last
   for i = 1, 100000 do
      local node = graph.Node(i)
      g:add(graph.Edge(last, node))
      last = node
   end
   check.equal(#g:topsort(), 100001)
   check.equal(g:hasCycle(), false)
   check.equal(#first:graph().nodes, 100001)
   local count = 0
   first:dfs(function() count = count + 1 end)
   first:visit(function() count = count + 1 end)
   check.equal(count, 200002)
end

function test.filesComeBack(check)
   local g = torch.deserialize(torch.serialize((made('ab7', 'bc', 'ac'))))
   check.equal(torch.type(g), 'graph.Graph')
   check.equal(edgesOf(g), 'ab7 bc ac')
   check.equal(shown(g:topsort()), 'a#1 b#2 c#3')
   check.equal(g.nodes[g.edges[1].from], 1)
end

return test
