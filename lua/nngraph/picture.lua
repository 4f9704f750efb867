--- Files with pictures.
-- @module nngraph.picture
local graphviz = require 'graph.graphviz'
local nodes = require 'nngraph.nodes'
local written = require 'graph.written'
local picture = {}

--- Save a graph as text, and as a picture if Graphviz is installed.
-- @tparam string text the graph in Graphviz's language
-- @tparam string base the files' names without what follows the dot
-- @treturn string the picture's name; the text's, if there is no picture
function picture.save(text, base)
   written('nngraph', base .. '.dot', text)
   if not graphviz.isInstalled() then return base .. '.dot' end
   local ok, said = graphviz.draw(text, 'dot', {svg = base .. '.svg'})
   if not ok then nodes.refuse('nngraph: Graphviz says: ' .. said) end
   return base .. '.svg'
end

return picture
