--- Directed graphs: nodes that hold anything, edges between them, and pictures of them.
--
--     local a, b = graph.Node 'a', graph.Node 'b'
--     local g = graph.Graph()
--     g:add(graph.Edge(a, b))
--     print(g:todot())
--
-- @module graph
require 'torch'

graph = require 'torch.late'({}, 'graph', {
   dot = 'dot', _dotEscape = 'todot', graphvizFile = 'graphviz', graphvizLayout = 'graphviz',
})
return graph
