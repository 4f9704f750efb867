--- A network of nodes, as a module.
--
-- `fg` is the graph of its nodes from the input to the output and `bg` the same backwards, `forwardnodes` and
-- `backwardnodes` their nodes in the order of computation, `innode` and `outnode` the ends. `modules` has the modules
-- of the nodes. `name` is used by pictures, `verbose` prints each node as it is served.
--
-- @classmod nn.gModule
local building = require 'nngraph.building'
local debugging = require 'nngraph.debugging'
local evaluation = require 'nngraph.evaluation'
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local gModule, Container = torch.class('nn.gModule', 'nn.Container')

--- Make a network.
--
-- Raises an error for what is no node, for inputs and nodes that do not lead to an output, for parts of a `split` that
-- are not used, and for nodes without inputs that are not among `inputs`.
--
-- @tparam table inputs the nodes that get the input; of several, the input is a table
-- @tparam table outputs the nodes that make the output; of several, the output is a table
function gModule:__init(inputs, outputs)
   Container.__init(self)
   self.verbose, self.output, self.gradInput = false, nil, nil
   building.build(self, inputs, outputs)
   if #self.outnode.children > 1 then self.output = self.outnode.data.input end
end

--- Compute with a function of one's own, or another method of the modules, in the place of `updateOutput`.
-- @tparam function|string func `func(module, input)` gives a module's output
-- @param input what the network gets
-- @return the output
function gModule:runForwardFunction(func, input)
   if type(func) == 'string' then
      local name = func
      func = function(module, value)
         if type(module[name]) ~= 'function' then expected(module, 'a method ' .. name, module[name]) end
         return module[name](module, value)
      end
   end
   if type(func) ~= 'function' then expected('nn.gModule.runForwardFunction', 'a function or the name of one', func) end
   return debugging.guard(self, evaluation.forward, self, func, input)
end

local function updateOutput(module, input) return module:updateOutput(input) end

function gModule:updateOutput(input)
   self.output = debugging.guard(self, evaluation.forward, self, updateOutput, input)
   return self.output
end

function gModule:updateGradInput(_, gradOutput)
   self.gradInput = debugging.guard(self, evaluation.backward, self, gradOutput)
   return self.gradInput
end

function gModule:accGradParameters(_, _, scale)
   debugging.guard(self, evaluation.accumulate, self, 'accGradParameters', scale or 1)
end

function gModule:accUpdateGradParameters(_, _, learningRate)
   debugging.guard(self, evaluation.accumulate, self, 'accUpdateGradParameters', learningRate)
end

-- What calls leave in nodes.
local kept = {'input', 'gradOutput', 'gradOutputBuffer'}

function gModule:clearState()
   for _, node in ipairs(self.forwardnodes) do
      for _, name in ipairs(kept) do node.data[name] = nil end
   end
   return Container.clearState(self)
end

function gModule:type(type, cache)
   if not type then return self._type end
   cache = cache or {}
   Container.type(self, type, cache)
   for _, node in ipairs(self.forwardnodes) do
      for _, name in ipairs(kept) do node.data[name] = utils.recursiveType(node.data[name], type, cache) end
   end
   return self
end

--- Call a function with each module and its counterpart in a network of the same structure, in the order in which they
-- compute.
-- @tparam nn.gModule gm the other network, a clone for instance
-- @tparam function func `func(module, other)`
function gModule:map(gm, func)
   if not torch.isTypeOf(gm, 'nn.gModule') then expected('nn.gModule.map', 'a gModule', gm) end
   if type(func) ~= 'function' then expected('nn.gModule.map', 'a function', func) end
   local mine, theirs = self.forwardnodes, gm.forwardnodes
   local same = #mine == #theirs
   for i = 1, same and #mine or 0 do same = same and not mine[i].data.module == not theirs[i].data.module end
   if not same then
      expected('nn.gModule.map: trying to map another gModule with a different structure',
         ('%d nodes'):format(#mine), ('%d'):format(#theirs))
   end
   for i, node in ipairs(mine) do
      if node.data.module then func(node.data.module, theirs[i].data.module) end
   end
end

function gModule:replace(callback)
   wants.callable(self, 'a function that says what takes the place of each module', callback)
   local replaced, known = wants.layer(self, callback(self)), {}
   for _, node in ipairs(self.forwardnodes) do
      local module = node.data.module
      if module then
         -- One module of several nodes stays one.
         known[module] = known[module] or module:replace(callback)
         node.data.module = known[module]
      end
   end
   self.modules = building.modules(self)
   return replaced
end

--- How a network comes from a file. Old ones have no list of their modules, and do not say how many inputs there are.
-- @tparam torch.File file
function gModule:read(file)
   Container.read(self, file)
   for _, name in ipairs {'forwardnodes', 'backwardnodes'} do
      if torch.type(self[name]) ~= 'table' then expected(self, 'a table of nodes as ' .. name, self[name]) end
   end
   self.modules = self.modules or building.modules(self)
   if not self.nInputs then
      local children = type(self.innode) == 'table' and self.innode.children
      if type(children) ~= 'table' then expected(self, 'a node as innode', self.innode) end
      self.nInputs = #children
   end
end

function gModule:__tostring__() return torch.type(self) end
