--- Graphviz, where it is installed: positions of nodes, and pictures in its formats.
-- @module graph.graphviz
local place = require 'torch.place'
local todot = require 'graph.todot'
local graphviz = {}

-- The ways of Graphviz to place nodes.
local engines = {}
for name in ('circo dot fdp neato nop nop1 nop2 osage patchwork sfdp twopi'):gmatch('%S+') do engines[name] = true end

local function refuse(who, text) error(('graph.%s: %s'):format(who, text), place.level()) end

local function checkGraph(who, g)
   if not torch.isTypeOf(g, 'graph.Graph') then refuse(who, 'expected a graph.Graph, got ' .. torch.type(g)) end
end

local function checkEngine(who, name)
   if not engines[name] then
      refuse(who, ("expected a layout such as 'dot' or 'neato', got %s"):format(tostring(name)))
   end
end

-- An argument for the shell.
local function quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

--- Whether Graphviz is there.
function graphviz.isInstalled() return (os.execute('command -v dot >/dev/null 2>&1')) == true end

--- A name in the folder for temporary files, without what follows the dot.
function graphviz.temporary()
   local name = os.tmpname()
   os.remove(name)
   return name
end

--- Let Graphviz draw: `graphviz.draw(text, 'dot', {svg = 'net.svg', dot = 'net.dot'})`.
-- @tparam string text the graph in Graphviz's language
-- @tparam string engine how nodes are placed
-- @tparam table files a file for each format
-- @treturn boolean whether it has
-- @treturn string what it said, if it has not; its warnings go to the error output
function graphviz.draw(text, engine, files)
   local formats, input = {}, os.tmpname()
   local file = assert(io.open(input, 'w'))
   file:write(text)
   file:close()
   local command = {'dot', '-K' .. engine}
   for format in pairs(files) do formats[#formats + 1] = format end
   table.sort(formats)
   for _, format in ipairs(formats) do
      command[#command + 1] = ('-T%s -o %s'):format(format, quoted(files[format]))
   end
   command[#command + 1] = quoted(input) .. ' 2>&1 && echo drawn'
   local pipe = assert(io.popen(table.concat(command, ' ')))
   local said = pipe:read('a')
   pipe:close()
   os.remove(input)
   local ok = said:find('drawn\n$') ~= nil
   if ok then io.stderr:write((said:gsub('drawn\n$', ''))) end
   return ok, (said:gsub('%s+$', ''))
end

local function drawn(who, g, engine, files)
   if not graphviz.isInstalled() then refuse(who, 'Graphviz is not installed: there is no program dot') end
   local ok, said = graphviz.draw(todot.text(g), engine, files)
   if not ok then refuse(who, 'Graphviz says: ' .. said) end
end

--- Draw a graph into a file, in the format that the file's name ends in.
-- @function graph.graphvizFile
-- @tparam graph.Graph g
-- @tparam string algorithm how nodes are placed, such as `'dot'` or `'neato'`
-- @tparam string fname such as `'net.png'`
function graph.graphvizFile(g, algorithm, fname)
   checkGraph('graphvizFile', g)
   checkEngine('graphvizFile', algorithm)
   local format = type(fname) == 'string' and fname:match('%.(%w+)$')
   if not format then
      refuse('graphvizFile', "expected a file's name that ends in a format, got " .. tostring(fname))
   end
   drawn('graphvizFile', g, algorithm, {[format] = fname})
end

--- Where Graphviz places the nodes.
-- @function graph.graphvizLayout
-- @tparam graph.Graph g
-- @tparam[opt='dot'] string algorithm how nodes are placed, such as `'neato'`
-- @treturn torch.Tensor a row for each node: x and y, as shares of the picture's width and height; y grows upwards
function graph.graphvizLayout(g, algorithm)
   algorithm = algorithm or 'dot'
   checkGraph('graphvizLayout', g)
   checkEngine('graphvizLayout', algorithm)
   if #g.nodes == 0 then return torch.Tensor() end
   local name = os.tmpname()
   drawn('graphvizLayout', g, algorithm, {plain = name})
   local positions, width, height = torch.zeros(#g.nodes, 2), nil, nil
   local rows = {}
   for i, node in ipairs(g.nodes) do rows[('n%d'):format(node.id)] = i end
   for line in io.lines(name) do
      local w, h = line:match('^graph %S+ (%S+) (%S+)')
      if w then width, height = tonumber(w), tonumber(h) end
      local node, x, y = line:match('^node (%S+) (%S+) (%S+)')
      if node then
         positions[{rows[node], 1}], positions[{rows[node], 2}] = tonumber(x) / width, tonumber(y) / height
      end
   end
   os.remove(name)
   return positions
end

return graphviz
