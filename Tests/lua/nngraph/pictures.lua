-- Pictures of networks: of every error, without what only hands on, and with annotations.
require 'nngraph'
local graphviz = require 'graph.graphviz'
local test = {}

local function node() return nn.Identity()() end
local function exists(name) return paths.filep(name) end

local function content(name)
   local file = assert(io.open(name))
   local text = file:read 'a'
   file:close()
   return text
end

-- The function's result and what it prints.
local function printed(f, ...)
   local lines, kept = {}, print
   print = function(...) lines[#lines + 1] = table.concat({...}, '\t') end
   local results = table.pack(pcall(f, ...))
   print = kept
   return table.concat(lines, '\n'), table.unpack(results)
end

-- Some files in a folder of their own.
local function inFolder(f)
   local folder = os.tmpname()
   os.remove(folder)
   assert(paths.mkdir(folder))
   local ok, message = pcall(f, folder)
   paths.rmall(folder, 'yes')
   if not ok then error(message, 0) end
end

local function linear()
   local x = node()
   local net = nn.gModule({x}, {nn.Linear(3, 2)(x)})
   return net, net.forwardnodes[3]
end

function test.errorsAreDrawn(check)
   inFolder(function(folder)
      local net, failing = linear()
      net.name = folder .. '/mine'
      nngraph.setDebug(true)
      local said, ok, message = printed(net.forward, net, torch.ones(4))
      local suffix = graphviz.isInstalled() and '.svg' or '.dot'
      check.equal(said, 'saving ' .. net.name .. suffix)
      check.equal(ok, false)
      check.equal(message:find('nn.Linear: size mismatch', 1, true) ~= nil, true)
      check.equal(content(net.name .. '.dot'):find(('\nn%d[style=filled, fillcolor=red];\n}'):format(failing.id), 1, true) ~= nil,
         true)
      -- The next one does not overwrite it.
      net:forward(torch.ones(3))
      said = printed(net.backward, net, torch.ones(3), torch.ones(5))
      check.equal(said, 'saving ' .. net.name .. '_2' .. suffix)
      -- Of a network in a network the inner one is drawn.
      local y = node()
      local outer = nn.gModule({y}, {nn.Tanh()(net(y))})
      outer.name = folder .. '/outer'
      said = printed(outer.forward, outer, torch.ones(4))
      check.equal(said, 'saving ' .. net.name .. '_3' .. suffix)
      -- A picture that cannot be saved hides no error.
      net.name = folder .. '/nowhere/at/all'
      local stderr = io.stderr
      io.stderr = assert(io.tmpfile())
      said, ok, message = printed(net.forward, net, torch.ones(4))
      io.stderr = stderr
      check.equal(said, '')
      check.equal(message:find('nn.Linear: size mismatch', 1, true) ~= nil, true)
      nngraph.setDebug(false)
      net.name = folder .. '/later'
      check.equal((printed(net.forward, net, torch.ones(4))), '')
      check.equal(exists(net.name .. '.dot'), false)
   end)
end

-- Without a name they are called after the numbers of inputs and outputs, and lie in the current folder.
function test.namesOfPictures(check)
   local net = linear()
   nngraph.setDebug(true)
   local said = printed(net.forward, net, torch.ones(4))
   nngraph.setDebug(false)
   local name = said:match '^saving (.*)%.%w+$'
   check.equal(name:match '^nngraph_1in_1out', 'nngraph_1in_1out')
   check.equal(os.remove(name .. '.dot'), true)
   os.remove(name .. '.svg')
end

function test.nothingThatHandsOn(check)
   local x, y = node(), - nn.Linear(2, 2)
   local a, b = x:split(2)
   local net = nn.gModule({x, y}, {nn.CAddTable() {a, b, nn.Tanh()(x), nn.Sigmoid()(y)}})
   check.equal(nngraph.simple_print.todot(net.fg, 'My net'), [[
digraph G {
labelloc="t";
label="My net";
node [shape = oval];]] .. ' \n' .. [[
n1[label="Node1\nmodule = nn.CAddTable\lreverseMap = {}\lmapindex = {Node3,Node4,Node5,Node6}"];
n5[label="Node5\nmodule = nn.Tanh\lreverseMap = {}"];
n6[label="Node6\nmodule = nn.Sigmoid\lreverseMap = {}"];
n9[label="Node9\nmodule = nn.Linear(2 -> 2)\lreverseMap = {}"];
n5 -> n1;
n6 -> n1;
n9 -> n6;
}]])
   inFolder(function(folder)
      nngraph.simple_print.dot(net.fg, 'My net', folder .. '/net')
      check.equal(content(folder .. '/net.dot'), nngraph.simple_print.todot(net.fg, 'My net'))
      check.equal(exists(folder .. '/net.svg'), graphviz.isInstalled())
      check.raises('nngraph: ' .. folder .. '/no/net.dot', nngraph.simple_print.dot, net.fg, nil, folder .. '/no/net')
   end)
   check.raises('nngraph.simple_print.todot: expected a graph.Graph, got nn.gModule', nngraph.simple_print.todot, net)
   check.raises("nngraph.simple_print.dot: expected a file's name, got 3", nngraph.simple_print.dot, net.fg, nil, 3)
   check.raises('nngraph.display: expected a gModule, got nil', nngraph.display)
end

function test.annotationsAreDrawn(check)
   local x = node():annotate {name = 'In "x"', description = 'd\\"q', graphAttributes = {color = 'red', fontcolor = '#00ff00'}}
   local net = nn.gModule({x}, {nn.Tanh()(x)})
   local line = net.fg:todot():match '\n(n3[^\n]*)\n'
   check.equal(line:gsub(' tooltip="[^"]*"', ''), 'n3[label="In \\"x\\" (3)\\ndesc = d\\\\\\"q\\nmodule = nn.Identity\\lreverseMap = {}" '
      .. 'color=red fontcolor="#00ff00"];')
   if not graphviz.isInstalled() then return end
   inFolder(function(folder)
      graph.dot(net.fg, 'net', folder .. '/net')
      check.equal(content(folder .. '/net.dot'):find('color=red,.*label="In ') ~= nil, true)
      check.equal(content(folder .. '/net.svg'):find('#00ff00', 1, true) ~= nil, true)
   end)
end

-- Every node is told as it is served.
function test.verboseNetworks(check)
   local net = linear()
   net.verbose = true
   check.equal((printed(net.forward, net, torch.ones(3))), [[
 V : input = {Tensor[3]}\lreverseMap = {}
 V : input = {Tensor[3]}\lmodule = nn.Identity\lreverseMap = {}
 V : input = {Tensor[3]}\lmodule = nn.Linear(3 -> 2)\lreverseMap = {}
 V : input = {Tensor[2]}\lreverseMap = {}]])
end

return test
