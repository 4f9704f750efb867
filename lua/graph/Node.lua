--- A node of a graph: what it holds, in `data`, and the nodes that its edges lead to, in `children`.
--
-- `children` has each child under its number, and the number under the child. `id` is the node's number in the graph
-- that it was last added to.
--
-- @classmod graph.Node
local place = require 'torch.place'
local walks = require 'graph.walks'
local Node = torch.class('graph.Node')

--- Make a node without children.
-- @param data what it holds
function Node:__init(data)
   self.data, self.id, self.children = data, 0, {}
   self.visited, self.marked = false, false
end

local function append(self, child)
   local children = self.children
   if children[child] then return end
   children[#children + 1] = child
   children[child] = #children
end

--- Add a child, or each of a table of them. What is one already stays where it is.
-- @tparam graph.Node|table child
function Node:add(child)
   local nodes = torch.type(child) == 'table' and child or {child}
   for i = 1, child == nil and 1 or #nodes do
      if not torch.isTypeOf(nodes[i], 'graph.Node') then
         error('graph.Node: expected a graph.Node as child, got ' .. torch.type(nodes[i]), place.level())
      end
   end
   for _, node in ipairs(nodes) do append(self, node) end
end

local function call(nodes, f)
   if type(f) ~= 'function' then error('graph.Node: expected a function to call, got ' .. type(f), place.level()) end
   for _, node in ipairs(nodes) do f(node) end
   return nodes
end

--- Call a function with this node and all that can be reached from it: a node comes after those that it leads to.
-- @tparam function func
function Node:dfs(func) call(walks.depthFirst(self, {}), func) end

--- The same for nodes that are not `visited`, which they are then.
-- @tparam function func
-- @treturn table the nodes in that order
function Node:dfs_dirty(func)
   local nodes = walks.depthFirst(self, walks.flags 'visited')
   return call(nodes, func)
end

--- Call a function with this node and all that can be reached from it, the nearer ones first.
-- @tparam function func
function Node:bfs(func) call(walks.breadthFirst(self, {}), func) end

--- The same for nodes that are not `marked`, which they are then.
-- @tparam function func
-- @treturn table the nodes in that order
function Node:bfs_dirty(func)
   local nodes = walks.breadthFirst(self, walks.flags 'marked')
   return call(nodes, func)
end

--- Go along every path that begins here: a node that several lead to is visited as often.
-- @tparam[opt] function pre_func called with a node before its children are visited
-- @tparam[opt] function post_func called with it afterwards
function Node:visit(pre_func, post_func)
   for _, func in pairs {pre_func or false, post_func or false} do
      if func and type(func) ~= 'function' then
         error('graph.Node.visit: expected a function to call, got ' .. type(func), place.level())
      end
   end
   if walks.hasCycle {self} then error('graph.Node.visit: Graph has cycles', place.level()) end
   local path, at = {self}, {0}
   if pre_func then pre_func(self) end
   while #path > 0 do
      local top = #path
      local child = path[top].children[at[top] + 1]
      if child then
         at[top] = at[top] + 1
         path[top + 1], at[top + 1] = child, 0
         if pre_func then pre_func(child) end
      else
         local node = path[top]
         path[top], at[top] = nil, nil
         if post_func then post_func(node) end
      end
   end
end

--- Whether a path from this node leads back to a node on it.
function Node:hasCycle() return walks.hasCycle {self} end

--- The graph of all that can be reached from here. A node without children has none: a graph is made of edges.
-- @treturn graph.Graph of these very nodes, numbered anew
function Node:graph()
   local result = graph.Graph()
   for _, node in ipairs(walks.breadthFirst(self, {})) do
      for _, child in ipairs(node.children) do result:add(graph.Edge(node, child)) end
   end
   return result
end

--- What a picture of the graph says of the node.
-- @treturn string
function Node:label() return tostring(self.data) end
