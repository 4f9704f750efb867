-- Nodes: children and walks.
require 'graph'
local test = {}

local function diamond()
   local nodes = {}
   for _, name in ipairs {'a', 'b', 'c', 'd'} do nodes[name] = graph.Node(name) end
   nodes.a:add {nodes.b, nodes.c}
   nodes.b:add(nodes.d)
   nodes.c:add(nodes.d)
   return nodes
end

-- The names that a walk comes by.
local function walked(node, method, ...)
   local names = {}
   local result = node[method](node, function(n) names[#names + 1] = n.data end, ...)
   return table.concat(names), result
end

function test.fields(check)
   local node = graph.Node(7)
   check.equal(node.data, 7)
   check.equal(node.id, 0)
   check.equal(node.visited, false)
   check.equal(node.marked, false)
   check.equal(#node.children, 0)
   check.equal(node:label(), '7')
   check.equal(tostring(node), 'graph.Node')
   local edge = graph.Edge(node, node, 3)
   check.equal(edge.from == node and edge.to == node and edge.weight, 3)
end

function test.childrenComeOnce(check)
   local nodes = diamond()
   nodes.a:add {nodes.c, nodes.d}
   check.equal(#nodes.a.children, 3)
   check.equal(nodes.a.children[nodes.d], 3)
   check.equal(nodes.a.children[3], nodes.d)
   local refused = 'graph.Node: expected a graph.Node as child, got '
   check.raises(refused .. 'nil', nodes.a.add, nodes.a)
   check.raises(refused .. 'number', nodes.a.add, nodes.a, 3)
   check.raises(refused .. 'string', nodes.a.add, nodes.a, {graph.Node 'e', 'x'})
   check.equal(#nodes.a.children, 3)
end

function test.walks(check)
   local nodes = diamond()
   check.equal((walked(nodes.a, 'dfs')), 'dbca')
   check.equal((walked(nodes.a, 'bfs')), 'abcd')
   check.equal((walked(nodes.a, 'visit')), 'abdcd')
   check.equal(nodes.a.visited or nodes.a.marked, false)
   local names = {}
   nodes.a:visit(nil, function(n) names[#names + 1] = n.data end)
   check.equal(table.concat(names), 'dbdca')
end

-- These leave a mark, and do not go where one is.
function test.dirtyWalks(check)
   local nodes = diamond()
   nodes.b.visited = true
   local names, list = walked(nodes.a, 'dfs_dirty')
   check.equal(names, 'dca')
   check.equal(#list, 3)
   check.equal(list[1], nodes.d)
   check.equal(nodes.d.visited, true)
   check.equal(nodes.d.marked, false)
   check.equal((walked(nodes.a, 'dfs_dirty')), '')
   check.equal((walked(nodes.a, 'bfs_dirty')), 'abcd')
   check.equal(nodes.d.marked, true)
   check.equal((walked(nodes.a, 'bfs_dirty')), '')
end

-- An error in a function leaves no marks.
function test.failedWalks(check)
   local nodes = diamond()
   check.raises('stop', nodes.a.dfs, nodes.a, function() error 'stop' end)
   check.equal((walked(nodes.a, 'dfs')), 'dbca')
   check.raises('graph.Node: expected a function to call, got nil', nodes.a.dfs, nodes.a)
   check.raises('graph.Node: expected a function to call, got table', nodes.a.bfs, nodes.a, {})
end

function test.cycles(check)
   local nodes = diamond()
   nodes.d:add(nodes.a)
   check.equal((walked(nodes.a, 'dfs')), 'dbca')
   check.equal((walked(nodes.d, 'bfs')), 'dabc')
   check.raises('graph.Node.visit: Graph has cycles', nodes.a.visit, nodes.a, print)
end

function test.graphOfWhatIsReached(check)
   local nodes = diamond()
   local g = nodes.b:graph()
   check.equal(#g.nodes, 2)
   check.equal(g.nodes[1], nodes.b)
   check.equal(nodes.d.id, 2)
   check.equal(#nodes.a:graph().edges, 4)
   check.equal(#graph.Node 'alone':graph().nodes, 0)
end

function test.visitsWithoutFunctions(check)
   local a = graph.Node 'a'
   check.raises('graph.Node.visit: expected a function to call, got number', a.visit, a, 3)
   check.raises('graph.Node.visit: expected a function to call, got table', a.visit, a, nil, {})
end

return test
