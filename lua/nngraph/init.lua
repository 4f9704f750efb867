--- Networks as graphs: calling a module makes a node of it, and `nn.gModule` a module of the nodes.
--
--     require 'nngraph'
--     local x = nn.Identity()()
--     local h = nn.Tanh()(nn.Linear(20, 10)(x))         -- or: x - nn.Linear(20, 10) - nn.Tanh()
--     local net = nn.gModule({x}, {nn.Linear(10, 1)(h)})
--     net:forward(torch.randn(20))
--
-- `net(tensor)` is then no longer a short form of `net:forward(tensor)`, as in Torch7.
--
-- @module nngraph
require 'nn'
require 'graph'

nngraph = require 'torch.late'({}, 'nngraph', {
   annotateNodes = 'annotating', setDebug = 'debugging', display = 'display', nest = 'nest',
   simple_print = 'simple_print',
})
-- What lies in nn.
require 'nngraph.calls'
require 'nngraph.gmodule'
require 'nngraph.ModuleFromCriterion'

return nngraph
