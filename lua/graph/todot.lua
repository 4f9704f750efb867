--- Graphs as text for Graphviz.
-- @module graph.todot
local place = require 'torch.place'
local todot = {}

-- What stands between quotes. Graphviz's own sequences such as \l stay, but none may reach over the closing quote.
local function inQuotes(text)
   return (text:gsub('(\\*)"', '%1%1\\"'):gsub('(\\+)$', '%1%1'):gsub('\n', '\\n'))
end

--- A text as Graphviz takes it: between quotes, unless it is one word of letters.
-- @function graph._dotEscape
-- @tparam string text
-- @treturn string
local function escape(text)
   if type(text) ~= 'string' and type(text) ~= 'number' then
      error('graph._dotEscape: expected a string, got ' .. type(text), place.level())
   end
   text = tostring(text)
   if text:find('^%a+$') then return text end
   return '"' .. inQuotes(text) .. '"'
end
graph._dotEscape = escape

-- Nodes may have names and attributes of their own.
local function labelOf(node)
   local name = node.graphNodeName and node:graphNodeName() or ('Node%d'):format(node.id)
   return name .. '\n' .. node:label()
end

local function attributesOf(node)
   local values, names = {}, {}
   for name, value in pairs(node.graphNodeAttributes and node:graphNodeAttributes() or {}) do
      if name ~= 'label' then
         names[#names + 1] = tostring(name)
         values[tostring(name)] = tostring(value)
      end
   end
   table.sort(names)
   return values, names
end

-- In the text the label comes first; in a file, as Graphviz itself writes them, all attributes by name.
local function attributeText(node, byName)
   local values, names = attributesOf(node)
   values.label = labelOf(node)
   table.insert(names, 1, 'label')
   if byName then table.sort(names) end
   local parts = {}
   for i, name in ipairs(names) do
      parts[i] = (name:find '^[%a_][%w_]*$' and name or escape(name)) .. '=' .. escape(values[name])
   end
   return table.concat(parts, ' ')
end

--- The first lines of a graph.
-- @tparam[opt] string title
-- @treturn table
function todot.opening(title)
   local lines = {'digraph G {'}
   if title then
      lines[2] = 'labelloc="t";'
      lines[3] = ('label="%s";'):format(inQuotes(tostring(title)))
   end
   lines[#lines + 1] = 'node [shape = oval]; '
   return lines
end

--- The graph as text.
-- @tparam graph.Graph g
-- @tparam[opt] string title
-- @tparam[opt] boolean byName whether a node's attributes are sorted by name, its label among them
-- @treturn string
function todot.text(g, title, byName)
   local lines = todot.opening(title)
   for _, node in ipairs(g.nodes) do
      lines[#lines + 1] = ('n%d[%s];'):format(node.id, attributeText(node, byName))
   end
   for _, edge in ipairs(g.edges) do lines[#lines + 1] = ('n%d -> n%d;'):format(edge.from.id, edge.to.id) end
   lines[#lines + 1] = '}'
   return table.concat(lines, '\n')
end

return todot
