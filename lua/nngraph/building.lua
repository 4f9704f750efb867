--- How the nodes of a script become a network.
-- @module nngraph.building
local nodes = require 'nngraph.nodes'
local building = {}

-- No line of a script makes the first and the last node. This is what Torch7 calls them.
local outside = '[[C]]:-1_'
local function ending() return nngraph.Node {input = {}, annotations = {_debugLabel = outside}} end

local function label(data) return tostring(data.annotations._debugLabel) end
local function refuse(form, ...) nodes.refuse('nn.gModule: ' .. form:format(...)) end

-- Everything that the outputs are computed from, and the node behind them.
local function last(outputs, count)
   local outnode = ending()
   for i = 1, count do outnode:add(outputs[i], true) end
   local reached = {}
   outnode:bfs(function(node) reached[node] = true end)
   return outnode, reached
end

-- The node before the inputs. Several are parts of one table.
local function first(inputs, count)
   local innode = ending()
   if count == 1 then
      inputs[1]:add(innode, true)
   else
      for i, part in ipairs {innode:split(count)} do inputs[i]:add(part, true) end
   end
   return innode
end

-- Parts of a table that nobody takes.
local function checkSplits(g)
   for _, node in ipairs(g.nodes) do
      local count = node.data.nSplitOutputs
      if count and #node.children < count then
         refuse('%d of split(%d) outputs from the node declared at %s are unused', count - #node.children, count,
            label(node.data))
      end
   end
end

-- Nodes made of those in the network whose output goes nowhere.
local function checkDangling(g, backward)
   for _, node in ipairs(g.nodes) do
      local users = {}
      for user in pairs(node.data.reverseMap) do
         if not backward.nodes[user] then users[#users + 1] = label(user.data) end
      end
      table.sort(users)
      if users[1] then refuse('node declared on %s does not connect to gmodule output', users[1]) end
   end
end

-- Nodes that are fed from nothing. Parameters of torch/nnop may be.
local function checkRoots(g, innode)
   for _, root in ipairs(g:roots()) do
      local module = root.data.module
      if root ~= innode and not module then
         refuse('one of the nodes is a part of another gModule already')
      elseif root ~= innode and torch.type(module) ~= 'nnop.Parameters' then
         refuse('node declared on %s, %s, has no input and is not among the inputs', label(root.data),
            torch.type(module))
      end
   end
end

--- Connect nodes to a network: fill the fields of a `nn.gModule`.
-- @tparam nn.gModule net
-- @tparam table inputs nodes without inputs of their own
-- @tparam table outputs nodes
function building.build(net, inputs, outputs)
   local nOutputs, nInputs = nodes.check('outputs', outputs), nodes.check('inputs', inputs)
   if nInputs == 0 then refuse('no inputs are not supported') end
   if nOutputs == 0 then refuse('no outputs are not supported') end
   local outnode, reached = last(outputs, nOutputs)
   for i = 1, nInputs do
      if not reached[inputs[i]] then
         refuse('inputs[%d], the node declared on %s, does not connect to gmodule output', i, label(inputs[i].data))
      end
   end
   local innode = first(inputs, nInputs)

   net.outnode, net.bg = outnode, outnode:graph()
   local fg, map = net.bg:reverse()
   net.fg, net.innode, net.nInputs = fg, map[innode], nInputs
   checkRoots(fg, net.innode)
   checkSplits(fg)
   checkDangling(fg, net.bg)
   for _, node in ipairs(fg.nodes) do node.data.forwardNodeId = node.id end
   net.forwardnodes, net.backwardnodes = fg:topsort(), net.bg:topsort()
   net.modules = building.modules(net)
end

--- The modules of a network, in the order in which they compute. One that several nodes have is there as often.
-- @tparam nn.gModule net
-- @treturn table
function building.modules(net)
   local modules = {}
   for _, node in ipairs(net.forwardnodes) do modules[#modules + 1] = node.data.module end
   return modules
end

return building
