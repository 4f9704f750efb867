--- Pictures that show the modules of a network and leave out what only hands on.
-- @module nngraph.simple_print
local expected = require 'nn.expected'
local graphviz = require 'graph.graphviz'
local picture = require 'nngraph.picture'
local todot = require 'graph.todot'
local simple_print = {}
nngraph.simple_print = simple_print

-- Nodes of networks have a table in which a module may be. An identity only hands on.
local function computes(node)
   local module = type(node.data) == 'table' and node.data.module
   return module and torch.type(module) ~= 'nn.Identity'
end

local function check(name, g)
   if not torch.isTypeOf(g, 'graph.Graph') then expected('nngraph.simple_print.' .. name, 'a graph.Graph', g) end
end

--- The graph in the language of Graphviz.
-- @tparam graph.Graph g such as `net.fg`
-- @tparam[opt] string title
-- @treturn string
function simple_print.todot(g, title)
   check('todot', g)
   local lines = todot.opening(title)
   for _, node in ipairs(g.nodes) do
      if computes(node) then
         local label = graph._dotEscape(('Node%d\n%s'):format(node.id, node:label()))
         lines[#lines + 1] = ('n%d[label=%s];'):format(node.id, label)
      end
   end
   for _, edge in ipairs(g.edges) do
      if computes(edge.from) and computes(edge.to) then
         lines[#lines + 1] = ('n%d -> n%d;'):format(edge.from.id, edge.to.id)
      end
   end
   lines[#lines + 1] = '}'
   return table.concat(lines, '\n')
end

--- Save it: `fname.dot` as text, `fname.svg` as a picture if Graphviz is installed.
-- @tparam graph.Graph g
-- @tparam[opt] string title
-- @tparam[opt] string fname without it, files in the folder for temporary ones, whose name is printed
function simple_print.dot(g, title, fname)
   check('dot', g)
   if fname ~= nil and type(fname) ~= 'string' then
      expected('nngraph.simple_print.dot', "a file's name", fname)
   end
   local saved = picture.save(simple_print.todot(g, title), fname or graphviz.temporary())
   if not fname then print('saving ' .. saved) end
end

return simple_print
