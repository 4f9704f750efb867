-- Graphs of nodes that should not be one: cycles, nodes of other graphs, lists with gaps.
local values, watch = require 'values', require 'watch'
local pick, chance = values.pick, values.chance
local graphs = {}

local makers = {
   function() return nn.Tanh() end, function() return nn.Linear(3, 3) end, function() return nn.CAddTable() end,
      function() return nn.Identity() end,
   function() return nn.JoinTable(1) end, function() return nn.SplitTable(1) end,
      function() return nn.ConcatTable():add(nn.Tanh()):add(nn.Tanh()) end,
   function() return nn.LSTM(3, 3) end, function() return nn.SelectTable(1) end, values.module,
}

local function someOf(nodes)
   local list = {}
   for i = 1, math.random(0, 3) do list[i] = chance(.95) and pick(nodes) or values.any() end
   return list
end

local steps = {
   function(nodes) nodes[#nodes + 1] = pick(makers)()(pick(nodes)) end,
   function(nodes) nodes[#nodes + 1] = pick(makers)()(someOf(nodes)) end,
   function(nodes) nodes[#nodes + 1] = pick(makers)()() end,
   function(nodes) nodes[#nodes + 1] = pick(nodes) - pick(makers)() end,
   function(nodes) for _, part in ipairs {pick(nodes):split(math.random(3))} do nodes[#nodes + 1] = part end end,
   function(nodes) pick(nodes):add(pick(nodes), chance(.8)) end,
   function(nodes) nodes[#nodes + 1] = nngraph.nest(someOf(nodes)) end,
   function(nodes) pick(nodes):annotate {name = values.any(), description = values.any(),
      graphAttributes = values.any()} end,
   function(nodes) local node = pick(nodes) node.data[pick {'module', 'mapindex', 'annotations', 'reverseMap',
      'selectindex', 'nSplitOutputs', 'input'}] = values.any() end,
   function(nodes) pick(nodes).children = values.any() end,
   function(nodes) pick(nodes).data = values.any() end,
   function(nodes) nodes[#nodes + 1] = pick(makers)()(values.any()) end,
   function(nodes) local node = pick(nodes) node[pick {'dfs', 'bfs', 'visit', 'dfs_dirty', 'bfs_dirty'}](node,
      chance(.5) and function() end or values.any()) end,
   function(nodes) pick(nodes):graph():todot(values.any()) end,
   function(nodes) pick(nodes):hasCycle() end,
}

local function run(net)
   for _ = 1, math.random(6) do
      local input = chance(.6) and torch.randn(pick {3, 3, 3, 2}) or values.tensors()
      if chance(.2) then input = values.any() end
      local name = pick {'forward', 'forward', 'backward', 'updateGradInput', 'accGradParameters', 'clone', 'float',
         'clearState', 'type', 'getParameters', 'map', 'replace', 'tostring',
         'parameters', 'runForwardFunction'}
      if name == 'tostring' then watch.try('gModule', tostring, net)
      else watch.try('gModule:' .. name, net[name], net, input, chance(.5) and net.output or values.any(),
         values.any()) end
   end
   if chance(.3) then
      local ok, text = watch.try('serialize', torch.serialize, net)
      if ok then watch.try('deserialize', torch.deserialize, text) end
   end
   if chance(.3) then watch.try('todot', net.fg.todot, net.fg, values.any()) end
   if chance(.3) then watch.try('simple_print', nngraph.simple_print.todot, net.fg) end
end

function graphs.round()
   -- What a script did to the insides of a node is its own affair: no crash is all that is asked.
   local nodes, last = {nn.Identity()(), nn.Identity()()}, pick {6, 6, 6, 8, 11, #steps}
   watch.forgiving = last > 8
   for _ = 1, math.random(12) do watch.try('a node', steps[math.random(last)], nodes) end
   local inputs, outputs = {nodes[1], chance(.5) and nodes[2] or nil}, chance(.5) and {nodes[#nodes]} or someOf(nodes)
   if chance(.1) then inputs = someOf(nodes) end
   local ok, net = watch.try('nn.gModule', nn.gModule, inputs, outputs)
   if ok then run(net) end
   if chance(.2) then
      local g = graph.Graph()
      for _ = 1, math.random(5) do watch.try('graph.Graph:add', g.add, g,
         chance(.9) and graph.Edge(pick(nodes), pick(nodes)) or values.any()) end
      for _, name in ipairs {'topsort', 'hasCycle', 'reverse', 'clone', 'leaves', 'roots',
         'todot'} do watch.try('graph.Graph:' .. name, g[name], g) end
   end
   watch.forgiving = false
end

return graphs
