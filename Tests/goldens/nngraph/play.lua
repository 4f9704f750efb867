-- Networks and graphs, and what comes of them, for the original and for Sconce alike: numbers and texts.
require 'nngraph'
local play = {}

-- The gates of one layer of an LSTM: input, forget, output, candidate.
local function cell(x, c, h, inputs, units)
   local sums = nn.CAddTable()({nn.Linear(inputs, 4 * units)(x):annotate {name = 'i2h'}, nn.Linear(units, 4 * units)(h)})
   local i, f, o, g = nn.SplitTable(2)(nn.Reshape(4, units)(sums)):split(4)
   local kept = nn.CMulTable()({nn.Sigmoid()(f), c})
   local nextC = nn.CAddTable()({kept, nn.CMulTable()({nn.Sigmoid()(i), nn.Tanh()(g)})})
   return nextC, nn.CMulTable()({nn.Sigmoid()(o), nn.Tanh()(nextC)})
end

--- A step of an LSTM of some layers: from {x, c1, h1, c2, h2, …} to {c1, h1, …, logarithms of chances}.
function play.lstm(inputs, units, layers)
   local given, made = {nn.Identity()()}, {}
   for layer = 1, layers do
      given[2 * layer], given[2 * layer + 1] = nn.Identity()(), nn.Identity()()
      local x = layer == 1 and given[1] or made[2 * layer - 2]
      made[2 * layer - 1], made[2 * layer] =
         cell(x, given[2 * layer], given[2 * layer + 1], layer == 1 and inputs or units, units)
   end
   made[#made + 1] = nn.LogSoftMax()(nn.Linear(units, inputs)(made[#made]):annotate {name = 'decoder'})
   return nn.gModule(given, made)
end

--- What goes into it, and gradients of what comes out, for a batch.
function play.data(inputs, units, layers, batch)
   local given, gradients = {torch.randn(batch, inputs)}, {}
   for n = 2, 2 * layers + 1 do given[n], gradients[n - 1] = torch.randn(batch, units), torch.randn(batch, units) end
   gradients[#gradients + 1] = torch.randn(batch, inputs)
   return given, gradients
end

--- A network with a table among its inputs, a nested output and a node that goes to several others.
function play.tables()
   local state, x = nn.Identity()(), - nn.Linear(3, 2)
   local a, b = state:split(2)
   local sum = {x, a} - nn.CAddTable() - nn.Tanh()
   local whole = nn.MulConstant(2)(nn.SelectTable(1)(state))
   return nn.gModule({state, x}, {nngraph.nest {sum, {b, sum}}, nn.CMulTable()({sum, b, whole}), sum})
end

--- A network in a network, and one module in two nodes.
function play.nested()
   local x, shared = nn.Identity()(), nn.Linear(2, 2)
   local inner = nn.gModule({x}, {nn.Tanh()(shared(x)), shared(nn.Sigmoid()(x))})
   local y = nn.Identity()()
   local left, right = inner(y):split(2)
   return nn.gModule({y}, {nn.CSubTable()({left, nn.Sequential():add(nn.Linear(2, 2)):add(nn.Tanh())(right)})})
end

-- All numbers in nested tables of tensors.
local function flat(value, list)
   if torch.isTensor(value) then
      local elements = value:contiguous()
      for i = 1, elements:nElement() do list[#list + 1] = elements:storage()[elements:storageOffset() + i - 1] end
   else
      for _, part in ipairs(value) do flat(part, list) end
   end
   return list
end
play.flat = flat

--- What two calls of a network compute: outputs, gradients of the input and of the parameters.
function play.numbers(net, input, gradOutput)
   local list = {}
   net:zeroGradParameters()
   for _ = 1, 2 do
      flat(net:forward(input), list)
      flat(net:backward(input, gradOutput), list)
   end
   local _, gradients = net:parameters()
   return flat(gradients, list)
end

--- The networks with inputs and gradients, drawn from a seed.
function play.networks()
   torch.manualSeed(7)
   local cases = {}
   local function add(name, net, input, gradOutput)
      cases[#cases + 1] = {name = name, net = net, input = input, gradOutput = gradOutput}
   end
   local net = play.lstm(5, 3, 2)
   add('lstm', net, play.data(5, 3, 2, 2))
   local r = torch.randn
   add('tables', play.tables(), {{r(2), r(2)}, r(3)}, {{r(2), {r(2), r(2)}}, r(2), r(2)})
   add('nested', play.nested(), r(3, 2), r(3, 2))
   return cases
end

--- The text of a network's graphs without tooltips, which tell lines of files, and in an order that is no matter of chance.
function play.text(net)
   local lines = {}
   for _, g in ipairs {net.fg, net.bg} do
      for line in g:todot('net'):gmatch('[^\n]+') do
         line = line:gsub(' tooltip="[^"]*"', '')
         local before, label, after = line:match('^(n%d+%[label=".-\\n)(.*)("%];)$')
         if label then
            local fields = {}
            for field in (label .. '\\l'):gmatch('(.-)\\l') do fields[#fields + 1] = field end
            table.sort(fields)
            line = before .. table.concat(fields, '\\l') .. after
         end
         lines[#lines + 1] = line
      end
   end
   return table.concat(lines, '\n')
end

--- Orders of the nodes of graphs without cycles, a line each.
function play.orders()
   local lines = {}
   local function numbers(nodes)
      local list = {}
      for i, node in ipairs(nodes) do list[i] = node.data .. '#' .. node.id end
      return table.concat(list, ' ')
   end
   local function visited(node, method)
      local list = {}
      node[method](node, function(n) list[#list + 1] = n end)
      return numbers(list)
   end
   torch.manualSeed(3)
   for size = 2, 12 do
      local nodes, g = {}, graph.Graph()
      for i = 1, size do nodes[i] = graph.Node(i) end
      for to = 2, size do
         for _ = 1, 2 do g:add(graph.Edge(nodes[torch.random(1, to - 1)], nodes[to])) end
      end
      local reversed = g:reverse()
      lines[#lines + 1] = table.concat({numbers(g.nodes), numbers(g:topsort()), numbers(g:roots()), numbers(g:leaves()),
         visited(nodes[1], 'dfs'), visited(nodes[1], 'bfs'), visited(nodes[1], 'visit'), numbers(reversed.nodes),
         numbers(reversed:topsort()), numbers(g:clone().nodes), numbers(nodes[1]:graph().nodes), tostring(g:hasCycle()),
         (g:todot():gsub('\n', '|'))}, ' / ')
   end
   return table.concat(lines, '\n')
end

return play
