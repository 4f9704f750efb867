-- Graphviz: files, positions, and what there is without it.
require 'graph'
local graphviz = require 'graph.graphviz'
local test = {}

local function chain()
   local g, a, b = graph.Graph(), graph.Node(10), graph.Node(1)
   g:add(graph.Edge(a, b))
   g:add(graph.Edge(b, graph.Node(2)))
   g:add(graph.Edge(b, graph.Node(3)))
   return g
end

local function content(name)
   local file = io.open(name, 'rb')
   if not file then return nil end
   local text = file:read 'a'
   file:close()
   os.remove(name)
   return text
end

-- Without a PATH there is no program dot.
local function without(f)
   local isInstalled, stderr = graphviz.isInstalled, io.stderr
   local said = io.tmpfile()
   graphviz.isInstalled, io.stderr = function() return false end, said
   local ok, message = pcall(f)
   graphviz.isInstalled, io.stderr = isInstalled, stderr
   if not ok then error(message, 0) end
   said:seek('set', 0)
   return said:read 'a'
end

function test.textIsEscaped(check)
   check.equal(graph._dotEscape 'red', 'red')
   check.equal(graph._dotEscape 'a_b', '"a_b"')
   check.equal(graph._dotEscape 'My label', '"My label"')
   check.equal(graph._dotEscape 'Say "hello"\n', '"Say \\"hello\\"\\n"')
   check.equal(graph._dotEscape 'x\\l', '"x\\l"')
   check.equal(graph._dotEscape(5), '"5"')
   -- Nothing gets out of the quotes.
   check.equal(graph._dotEscape 'x\\"; y', '"x\\\\\\"; y"')
   check.equal(graph._dotEscape 'x\\', '"x\\\\"')
   check.equal(graph._dotEscape '', '""')
   check.raises('graph._dotEscape: expected a string, got nil', graph._dotEscape)
end

function test.filesAreDrawn(check)
   if not graphviz.isInstalled() then return end
   local base = graphviz.temporary()
   graph.dot(chain(), "it's", base)
   check.equal(content(base .. '.svg'):find('<svg', 1, true) ~= nil, true)
   local text = content(base .. '.dot')
   check.equal(text:find('n1 -> n2', 1, true) ~= nil and text:find('label="it\'s"', 1, true) ~= nil, true)
   graph.graphvizFile(chain(), 'neato', base .. '.png')
   check.equal(content(base .. '.png'):sub(2, 4), 'PNG')
   local odd = base .. "'; echo $(x)"
   graph.graphvizFile(chain(), 'dot', odd .. '.svg')
   check.equal(content(odd .. '.svg'):find('<svg', 1, true) ~= nil, true)
end

function test.positions(check)
   if not graphviz.isInstalled() then return end
   local p = graph.graphvizLayout(chain())
   check.equal(torch.type(p), 'torch.DoubleTensor')
   check.equal(('%dx%d'):format(p:size(1), p:size(2)), '4x2')
   -- Recorded from the original, up to fonts.
   local expected = {{0.4974, 0.8848}, {0.4974, 0.5}, {0.2272, 0.1152}, {0.7728, 0.1152}}
   for i, row in ipairs(expected) do
      for j, value in ipairs(row) do check.near(p[i][j], value, 0.03) end
   end
   check.equal(graph.graphvizLayout(graph.Graph(), 'dot'):dim(), 0)
end

function test.withoutGraphviz(check)
   local base, g = graphviz.temporary(), chain()
   local said = without(function() graph.dot(g, 'title', base) end)
   check.equal(said, ('graph.dot: no picture, for Graphviz is not installed; its text is in %s.dot\n'):format(base))
   check.equal(content(base .. '.dot'), g:todot 'title')
   check.equal(content(base .. '.svg'), nil)
   without(function()
      local refused = ': Graphviz is not installed: there is no program dot'
      check.raises('graph.graphvizLayout' .. refused, graph.graphvizLayout, g, 'dot')
      check.raises('graph.graphvizFile' .. refused, graph.graphvizFile, g, 'dot', base .. '.png')
   end)
end

function test.wrongCalls(check)
   local g = chain()
   check.raises('graph.dot: expected a graph.Graph, got number', graph.dot, 3)
   check.raises("graph.dot: expected a file's name, got table", graph.dot, g, 'x', {})
   check.raises('graph.graphvizFile: expected a graph.Graph, got nil', graph.graphvizFile)
   local engine = "expected a layout such as 'dot' or 'neato', got "
   check.raises('graph.graphvizFile: ' .. engine .. 'bogus', graph.graphvizFile, g, 'bogus', 'x.png')
   check.raises('graph.graphvizLayout: ' .. engine .. 'dot; ls', graph.graphvizLayout, g, 'dot; ls')
   check.raises("graph.graphvizFile: expected a file's name that ends in a format, got x", graph.graphvizFile, g, 'dot', 'x')
   check.raises('graph.graphvizLayout: expected a graph.Graph, got string', graph.graphvizLayout, 'x', 'dot')
   local written = require 'graph.written'
   check.raises('graph.dot: /nowhere/at/all: No such file or directory', written, 'graph.dot', '/nowhere/at/all', 'x')
   if io.open '/dev/full' then
      check.raises('graph.dot: No space left on device', written, 'graph.dot', '/dev/full', 'x')
   end
   if graphviz.isInstalled() then
      check.raises('graph.dot: Graphviz says: ', graph.dot, g, 'x', '/nowhere/at/all')
      check.raises('graph.graphvizFile: Graphviz says: ', graph.graphvizFile, g, 'dot', '/tmp/x.nosuchformat')
   end
end

return test
