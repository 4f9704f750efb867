--- Pictures of graphs for people.
-- @module graph.dot
local place = require 'torch.place'
local graphviz = require 'graph.graphviz'
local todot = require 'graph.todot'
local written = require 'graph.written'

-- A picture that nobody gave a name to is shown, if there is something to show it on.
local function show(picture)
   local viewer = sys.OS == 'macos' and 'open'
      or (os.getenv('DISPLAY') or os.getenv('WAYLAND_DISPLAY')) and 'xdg-open'
   if not viewer or not os.execute(('command -v %s >/dev/null 2>&1'):format(viewer)) then
      io.stderr:write(('graph.dot: the picture is in %s\n'):format(picture))
   else
      os.execute(('%s %s >/dev/null 2>&1 &'):format(viewer, picture))
   end
end

--- Draw a graph: `fname.svg` is the picture, `fname.dot` Graphviz's own form of it. Without Graphviz there is only the
-- latter, as text, and a line on the error output says so.
--
-- Raises an error if a file cannot be written or Graphviz refuses the graph.
--
-- @function graph.dot
-- @tparam graph.Graph g
-- @tparam[opt] string title
-- @tparam[opt] string fname the files without what follows their dot; without it the picture is shown, or it is said
-- where it is
function graph.dot(g, title, fname)
   if not torch.isTypeOf(g, 'graph.Graph') then
      error('graph.dot: expected a graph.Graph, got ' .. torch.type(g), place.level())
   end
   if fname ~= nil and type(fname) ~= 'string' then
      error("graph.dot: expected a file's name, got " .. torch.type(fname), place.level())
   end
   local base = fname or graphviz.temporary()
   if not graphviz.isInstalled() then
      written('graph.dot', base .. '.dot', todot.text(g, title, true))
      io.stderr:write(('graph.dot: no picture, for Graphviz is not installed; its text is in %s.dot\n'):format(base))
      return
   end
   local ok, said = graphviz.draw(todot.text(g, title), 'dot', {dot = base .. '.dot', svg = base .. '.svg'})
   if not ok then error('graph.dot: Graphviz says: ' .. said, place.level()) end
   if not fname then show(base .. '.svg') end
end
