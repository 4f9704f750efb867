--- What nodes are called.
-- @module nngraph.labels
local utils = require 'nngraph.utils'
local labels = {}

--- The innermost line that is no file of ours.
-- @treturn table|nil as `debug.getinfo` gives it
function labels.caller()
   for level = 2, math.huge do
      local at = debug.getinfo(level, 'Sl')
      if not at or at.currentline > 0 and at.source:sub(1, 8) ~= '@sconce/' then return at end
   end
end

-- A value in a few words. Tables show what they have under numbers.
local function shown(value, within)
   if torch.isTensor(value) then
      local kind = torch.typename(value)
      local name = kind == torch.getdefaulttensortype() and 'Tensor' or kind
      return ('%s[%s]'):format(name, table.concat(value:size():totable(), 'x'))
   end
   if not utils.istable(value) then return (tostring(value):gsub('\n', '\\l')) end
   if within[value] then return '{...}' end
   within[value] = true
   local parts = {}
   for i, part in ipairs(value) do parts[i] = shown(part, within) end
   within[value] = nil
   return '{' .. table.concat(parts, ',') .. '}'
end

-- The data of the nodes that a node is fed from, by name.
local function sources(mapindex)
   local names = {}
   for i, data in ipairs(mapindex) do names[i] = ('Node%d'):format(data.forwardNodeId or i) end
   return '{' .. table.concat(names, ',') .. '}'
end

-- Fields in the order in which they are told, and those that are not.
local order = {'input', 'selectindex', 'module', 'reverseMap', 'nSplitOutputs', 'mapindex', 'gradOutput',
   'gradOutputBuffer'}
local known = {annotations = true, forwardNodeId = true}
for _, name in ipairs(order) do known[name] = true end

--- The fields of a node's data.
-- @tparam table data
-- @treturn string `input = {Tensor[3]}\lmodule = nn.Tanh`, with Graphviz's ends of lines
function labels.describe(data)
   local names, others, lines = {table.unpack(order)}, {}, {}
   for name in pairs(data) do
      if not known[name] then others[#others + 1] = name end
   end
   table.sort(others, function(a, b) return tostring(a) < tostring(b) end)
   table.move(others, 1, #others, #names + 1, names)
   for _, name in ipairs(names) do
      local value = data[name]
      if name == 'mapindex' then
         -- Of one source the picture says enough.
         value = #value > 1 and sources(value) or nil
      elseif value ~= nil then
         value = shown(value, {})
      end
      if value then lines[#lines + 1] = ('%s = %s'):format(tostring(name), value) end
   end
   return table.concat(lines, '\\l')
end

return labels
