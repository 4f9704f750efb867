--- Orders of the nodes of a graph. Each walk keeps its own stack, so that graphs may be as deep as they like.
-- @module graph.walks
local walks = {}

--- A set of nodes kept in a field of theirs.
-- @tparam string field such as `'visited'`
function walks.flags(field)
   return setmetatable({}, {
      __index = function(_, node) return node[field] end,
      __newindex = function(_, node, value) node[field] = value end,
   })
end

--- What can be reached from a node, each after all that it leads to.
-- @tparam graph.Node from
-- @tparam table seen nodes that are left out; those that are found are added
-- @treturn table
function walks.depthFirst(from, seen)
   local order, path, at = {}, {}, {}
   if not seen[from] then
      seen[from], path[1], at[1] = true, from, 0
   end
   while #path > 0 do
      local top = #path
      at[top] = at[top] + 1
      local child = path[top].children[at[top]]
      if not child then
         order[#order + 1] = path[top]
         path[top], at[top] = nil, nil
      elseif not seen[child] then
         seen[child], path[top + 1], at[top + 1] = true, child, 0
      end
   end
   return order
end

--- What can be reached from a node, the nearer ones first.
-- @tparam graph.Node from
-- @tparam table seen nodes that are left out; those that are found are added
-- @treturn table
function walks.breadthFirst(from, seen)
   local order, at = {}, 0
   if not seen[from] then
      seen[from], order[1] = true, from
   end
   while at < #order do
      at = at + 1
      for _, child in ipairs(order[at].children) do
         if not seen[child] then
            seen[child], order[#order + 1] = true, child
         end
      end
   end
   return order
end

--- Whether there is a cycle in what can be reached from some nodes.
-- @tparam table nodes
function walks.hasCycle(nodes)
   local seen, order = {}, {}
   for _, node in ipairs(nodes) do
      for _, found in ipairs(walks.depthFirst(node, seen)) do
         order[#order + 1] = found
         order[found] = #order
      end
   end
   -- Without a cycle all that a node leads to comes before it.
   for i, node in ipairs(order) do
      for _, child in ipairs(node.children) do
         if order[child] >= i then return true end
      end
   end
   return false
end

return walks
