-- What nodes say of themselves.
require 'nngraph'
local test = {}

local file = debug.getinfo(1, 'S').short_src
local function here() return ('[%s]:%d_'):format(file, debug.getinfo(2, 'l').currentline) end
local function labelOf(node) return node.data.annotations._debugLabel end

function test.nodesKnowTheirLine(check)
   local x, line = nn.Identity()(), here()
   check.equal(labelOf(x), line)
   local y = x - nn.Tanh()
   local a, b = y:split(2); line = here()
   check.equal(labelOf(a.children[1]), ('[%s]:%d_ split at %s-mnode'):format(file, line:match(':(%d+)_') - 1, line:gsub('_$', '')))
   check.equal(labelOf(b), labelOf(y) .. '-2')
   local z = nngraph.Node {input = {}}; line = here()
   check.equal(labelOf(z), line)
   check.equal(labelOf(assert(load('return (nn.Tanh()())', '=chunk'))()), '[chunk]:1_')
   check.equal(torch.type(coroutine.wrap(function() return nn.Tanh()() end)()), 'nngraph.Node')
end

function test.annotations(check)
   local x = nn.Identity()()
   check.equal(x:annotate {name = 'in', graphAttributes = {color = 'red'}}, x)
   check.equal(x.data.annotations.name, 'in')
   x:annotate {description = 'what comes in', other = 5}
   check.equal(x.data.annotations.name, 'in')
   check.equal(x.data.annotations.other, 5)
   check.raises('nngraph.Node.annotate: expected a table of annotations, got nil', x.annotate, x)
   check.raises('nngraph.Node.annotate: expected a table of annotations, got nngraph.Node', x.annotate, x, x)
   check.equal(x:graphNodeName(), 'in (0)')
   check.equal(nn.Tanh()():graphNodeName(), 'Node0')
   check.equal(x:graphNodeAttributes().color, 'red')
   check.equal(x:graphNodeAttributes().tooltip, labelOf(x))
   check.equal(x:label(), 'desc = what comes in\nmodule = nn.Identity\\lreverseMap = {}')
end

function test.labels(check)
   local x = nn.Linear(2, 3)(nn.Identity()())
   check.equal(x:label(), 'module = nn.Linear(2 -> 3)\\lreverseMap = {}')
   x.data.input = {torch.ones(2), {torch.FloatTensor(1, 2), {}}}
   x.data.gradOutput = {torch.ones(2, 2)}
   x.data.own, x.data.text, x.data.flag = {1, nn.Tanh(), {a = 1}}, 'a\nb', false
   check.equal(x:label(), 'input = {Tensor[2],{torch.FloatTensor[1x2],{}}}\\lmodule = nn.Linear(2 -> 3)\\lreverseMap = {}'
      .. '\\lgradOutput = {Tensor[2x2]}\\lflag = false\\lown = {1,nn.Tanh,{}}\\ltext = a\\lb')
   -- A table in itself has an end.
   x.data.own[1] = x.data.own
   check.equal(x:label():find('own = {{...},nn.Tanh,{}}', 1, true) ~= nil, true)
   local a = x:split(2)
   check.equal(a:label(), 'input = {}\\lselectindex = 1\\lreverseMap = {}')
   local sum = nn.CAddTable() {a, nn.Tanh()()}
   sum.data.mapindex[1].forwardNodeId, sum.data.mapindex[2].forwardNodeId = 4, 7
   check.equal(sum:label(), 'module = nn.CAddTable\\lreverseMap = {}\\lmapindex = {Node4,Node7}')
end

function test.variablesNameNodes(check)
   local mine, kept = nn.Identity()(), nn.Identity()():annotate {name = 'other'}
   local list = {nn.Identity()()}
   local a, b = mine:split(2)
   nngraph.annotateNodes()
   local function name(node) return node.data.annotations.name end
   check.equal(name(mine), 'mine')
   check.equal(name(kept), 'other')
   check.equal(name(list[1]), nil)
   check.equal(name(a) .. name(b), 'ab')
   local outer = nn.Identity()()
   local function within()
      local inner = nn.Identity()()
      nngraph.annotateNodes(2)
      return name(inner)
   end
   local inner = within()
   check.equal(inner, nil)
   check.equal(name(outer), 'outer')
   nngraph.annotateNodes(10000)
   nngraph.annotateNodes(-1)
   check.raises('nngraph.annotateNodes: expected a level of the stack, got x', nngraph.annotateNodes, 'x')
   check.raises('nngraph.annotateNodes: expected a level of the stack, got nan', nngraph.annotateNodes, 0 / 0)
end

function test.annotationsAndPartsThatCannotBe(check)
   local node = nn.Identity()()
   check.raises('nngraph.Node.annotate: expected a table as graphAttributes, got red', node.annotate, node,
      {graphAttributes = 'red'})
   check.raises('nngraph.Node.split: expected at most 100000 outputs, got 2147483648', node.split, node, 2^31)
end

return test
