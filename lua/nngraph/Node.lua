--- A node of a network: a module, and what feeds it.
--
-- `data` has the `module`, or `nSplitOutputs`, or `selectindex`; what the node is fed from, in `mapindex` (the data of
-- those nodes under their numbers, the numbers under the data); the `annotations`; and, after a call, `input` and
-- `gradOutput`.
--
-- @classmod nngraph.Node
local chain = require 'nngraph.calls'
local expected = require 'nn.expected'
local labels = require 'nngraph.labels'
local nodes = require 'nngraph.nodes'
local utils = require 'nngraph.utils'
local wants = require 'nn.wants'
local Node, Parent = torch.class('nngraph.Node', 'graph.Node')

--- Make a node.
-- @tparam table data
function Node:__init(data)
   if not utils.istable(data) then expected(self, "a table of the node's data", data) end
   Parent.__init(self, data)
   data.annotations = data.annotations or {}
   data.mapindex = data.mapindex or {}
   data.reverseMap = data.reverseMap or {}
   data.annotations._debugLabel = data.annotations._debugLabel or self:_makeDebugLabel(labels.caller())
end

--- Where in the script a node was made.
-- @tparam table dinfo what `debug.getinfo` says
-- @treturn string|nil such as `[train.lua]:12_`
function Node:_makeDebugLabel(dinfo)
   return dinfo and ('[%s]:%d_'):format(dinfo.short_src, dinfo.currentline) or nil
end

--- Let the node be fed from another.
-- @tparam nngraph.Node child where data comes from; in a picture of the finished network the edges lead the other way
-- @tparam[opt] boolean domap whether what comes from there is the next part of the node's input
function Node:add(child, domap)
   if domap then
      if not torch.isTypeOf(child, 'nngraph.Node') then expected(self, 'an nngraph.Node', child) end
      local mapindex = self.data.mapindex
      if mapindex[child.data] then nodes.refuse("nngraph.Node: Don't pass the same input twice.") end
      mapindex[#mapindex + 1] = child.data
      mapindex[child.data] = #mapindex
      child.data.reverseMap[self] = true
   end
   Parent.add(self, child)
end

--- Nodes for the parts of a node whose output is a table.
--
--     local h, c = state:split(2)
--
-- @tparam int noutput how many parts the table has
-- @return as many nodes; for one part a node of `nngraph.JustElement`
function Node:split(noutput)
   wants.count('nngraph.Node.split', 'a number of outputs', noutput)
   -- No function has more results than this.
   if noutput > 1e5 then expected('nngraph.Node.split', 'at most 100000 outputs', noutput) end
   noutput = math.floor(noutput)
   if noutput == 1 then return nngraph.JustElement()(self) end
   local own = self.data.annotations._debugLabel
   local at = labels.caller()
   local where = at and ('[%s]:%d'):format(at.short_src, at.currentline) or '[?]'
   local split = nngraph.Node {
      nSplitOutputs = noutput,
      annotations = {_debugLabel = ('%s split at %s-mnode'):format(own, where)},
   }
   split:add(self, true)
   local parts = {}
   for i = 1, noutput do
      local annotations = {_debugLabel = ('%s-%d'):format(own, i)}
      parts[i] = nngraph.Node {selectindex = i, input = {}, annotations = annotations}
      parts[i]:add(split, true)
   end
   return table.unpack(parts)
end

--- Say something about a node, for people and pictures.
-- @tparam table annotations `name`, `description`, `graphAttributes` (Graphviz's, such as `{color = 'red'}`), or
-- anything else
-- @treturn nngraph.Node itself
function Node:annotate(annotations)
   if not utils.istable(annotations) then expected('nngraph.Node.annotate', 'a table of annotations', annotations) end
   local attributes = annotations.graphAttributes
   if attributes ~= nil and not utils.istable(attributes) then
      expected('nngraph.Node.annotate', 'a table as graphAttributes', attributes)
   end
   for key, value in pairs(annotations) do self.data.annotations[key] = value end
   return self
end

--- Its name in a picture: the one that it was annotated with, or its number in the graph.
-- @treturn string
function Node:graphNodeName()
   local name = self.data.annotations.name
   return name and ('%s (%d)'):format(tostring(name), self.id) or ('Node%d'):format(self.id)
end

--- Its attributes in a picture: where it was made is the tooltip, unless they have another.
-- @treturn table
function Node:graphNodeAttributes()
   local annotations = self.data.annotations
   annotations.graphAttributes = annotations.graphAttributes or {}
   annotations.graphAttributes.tooltip = annotations.graphAttributes.tooltip or annotations._debugLabel
   return annotations.graphAttributes
end

--- What a picture says of it: its module, and what came in and went out.
-- @treturn string
function Node:label()
   local text, description = labels.describe(self.data), self.data.annotations.description
   return description and ('desc = %s\n%s'):format(tostring(description), text) or text
end

Node.__sub__ = chain
