--- The trees of `nn.SoftMaxTree`: nodes by number, the children of a parent next to each other.
-- @module nnx.tree
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local tree = {}

-- Nodes are counted in ints, and tables have a row for each number.
local most = 2 ^ 26

local function isNode(number) return type(number) == 'number' and number >= 1 and number <= most and number % 1 == 0 end

-- Children by parent as lists, and the parents in order.
local function lists(who, hierarchy)
   if torch.type(hierarchy) ~= 'table' then expected(who, 'a table of children by parent', hierarchy) end
   local children, parents = {}, {}
   for parent, tensor in pairs(hierarchy) do
      if not isNode(parent) then expected(who, 'a number from 1 on as a parent', parent) end
      wants.vector(who, 'a vector of children', tensor)
      children[parent], parents[#parents + 1] = tensor:totable(), parent
      for _, child in ipairs(children[parent]) do
         if not isNode(child) then expected(who, 'numbers from 1 on as children', child) end
      end
   end
   table.sort(parents)
   return children, parents
end

-- A table of two numbers for each node, -1 where there is nothing.
local function pairsOf(count) return torch.IntTensor(count, 2):fill(-1) end

-- How many nodes, and how many families, are on the ways to the parents, from the root on.
local function measure(who, children, parents)
   local sizes, depths = {}, {}
   for _, parent in ipairs(parents) do
      local size, depth, at = 0, 0, parent
      while true do
         size, depth = size + #children[at], depth + 1
         if at == who.rootId then break end
         if depth > #parents then expected(who, 'a tree, in which nodes have one way to the root', 'a cycle') end
         at = at <= who.maxChildId and who.childParent[at][1] or -1
         if at == -1 then expected(who, ('a way from node %d to the root %d'):format(parent, who.rootId), 'none') end
      end
      sizes[#sizes + 1], depths[#depths + 1] = size, depth
   end
   return math.max(table.unpack(sizes)), math.max(table.unpack(depths))
end

--- Give a layer the tables of a tree.
-- @tparam nn.Module who its `rootId` is the root
-- @tparam table hierarchy
function tree.build(who, hierarchy)
   local children, parents = lists(who, hierarchy)
   if not children[who.rootId] then expected(who, 'a tree in which the root has children', who.rootId) end
   local ids, maxFamily = {}, 0
   for _, parent in ipairs(parents) do
      maxFamily = math.max(maxFamily, #children[parent])
      for _, child in ipairs(children[parent]) do ids[#ids + 1] = child end
   end
   who.nParentNode, who.nChildNode, who.maxFamily = #parents, #ids, maxFamily
   who.childIds, who.parentIds = torch.IntTensor(ids), torch.IntTensor(parents)
   who.maxParentId, who.maxChildId = parents[#parents], who.childIds:max()
   who.minNodeId = math.min(parents[1], who.childIds:min())
   who.maxNodeId = math.max(who.maxParentId, who.maxChildId)
   who.parentChildren, who.childParent = pairsOf(who.maxParentId), pairsOf(who.maxChildId)
   local first = 1
   for _, parent in ipairs(parents) do
      who.parentChildren[parent]:copy(torch.IntTensor {first, #children[parent]})
      first = first + #children[parent]
      for i, child in ipairs(children[parent]) do who.childParent[child]:copy(torch.IntTensor {parent, i}) end
   end
   who.maxFamilyPath, who.maxDept = measure(who, children, parents)
end

--- Where the rows of a parent's children begin, and how many they are.
function tree.family(who, parent)
   local row = isNode(parent) and parent <= who.parentChildren:size(1) and who.parentChildren[parent]
   if not row or row[1] < 1 then expected(who, 'the number of a parent', parent) end
   return row[1], row[2]
end

-- The parent of a node on the way to the root, and its place among the children.
local function above(who, node, target)
   local row = isNode(node) and node <= who.childParent:size(1) and who.childParent[node]
   if not row or row[1] < 1 then expected(who, 'targets that are nodes below the root', target) end
   return row[1], row[2]
end

--- The families on the ways from targets to the root: for each parent the samples that come by, and which of its
-- children they come from.
-- @tparam nn.Module who
-- @tparam torch.IntTensor targets
-- @treturn table `{{parent=, first=, count=, samples=LongTensor, children=LongTensor},…}`, in the order of parents
function tree.families(who, targets)
   local byParent, parents = {}, {}
   for i, target in ipairs(targets:totable()) do
      local node, steps = target, 0
      repeat
         local parent, place = above(who, node, target)
         local family = byParent[parent]
         if not family then
            family = {parent = parent, samples = {}, children = {}}
            family.first, family.count = tree.family(who, parent)
            byParent[parent], parents[#parents + 1] = family, parent
         end
         table.insert(family.samples, i)
         table.insert(family.children, place)
         node, steps = parent, steps + 1
         if steps > who.nParentNode then expected(who, 'a way to the root', target) end
      until node == who.rootId
   end
   table.sort(parents)
   local families = {}
   for i, parent in ipairs(parents) do
      local family = byParent[parent]
      family.samples, family.children = torch.LongTensor(family.samples), torch.LongTensor(family.children)
      families[i] = family
   end
   return families
end

return tree
