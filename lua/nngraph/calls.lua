--- What calling and subtracting mean for modules and criterions: they make nodes.
-- @module nngraph.calls
local nodes = require 'nngraph.nodes'
local utils = require 'nngraph.utils'
local Module, Criterion = nn.Module, nn.Criterion

local onlyOne = 'nngraph: Use {input1, input2} to pass multiple inputs.'
local noInputs = 'nngraph: cannot pass an empty table of inputs. To indicate no incoming connections, leave the second '
   .. 'set of parens blank.'

--- A node that computes with this module: `nn.Linear(20, 10)(x)`.
-- @function nn.Module:__call__
-- @tparam[opt] nngraph.Node|table input what the module's input comes from: a node, or a table of nodes for a module
-- that takes a table. Without it the node is an input of the network
-- @treturn nngraph.Node
function Module:__call__(...)
   local count, input = select('#', ...), (...)
   if count > 1 then nodes.refuse(onlyOne) end
   local node = nngraph.Node {module = self}
   if count == 0 then return node end
   local inputs = utils.istable(input) and input or {input}
   if utils.istable(input) and next(input) == nil then nodes.refuse(noInputs) end
   for i = 1, math.max(1, nodes.check('inputs', inputs)) do
      if inputs[i] == nil then nodes.refuse(utils.expectingNodeErrorMessage(nil, 'inputs', i)) end
      node:add(inputs[i], true)
   end
   return node
end

--- A node that computes a loss: `nn.MSECriterion()({prediction, target})`.
-- @function nn.Criterion:__call__
-- @treturn nngraph.Node of an `nn.ModuleFromCriterion`
function Criterion:__call__(...) return nn.ModuleFromCriterion(self)(...) end

--- A node that is an input of the network: `- nn.Linear(20, 10)`.
-- @function nn.Module:__unm__
-- @treturn nngraph.Node
function Module:__unm__() return self() end

-- `x - nn.Tanh()`, `{x, y} - nn.CAddTable()`: a node of the module on the right.
local function chain(previous, following)
   if not torch.isTypeOf(following, 'nn.Module') and not torch.isTypeOf(following, 'nn.Criterion') then
      nodes.refuse(('nngraph: expected a module behind the -, got %s'):format(torch.type(following)))
   end
   return following(previous)
end

--- A node of a module that takes what comes before the sign: `{x, y} - nn.CAddTable()`.
-- @function nn.Module:__sub__
-- @treturn nngraph.Node
Module.__sub__, Criterion.__sub__ = chain, chain

return chain
