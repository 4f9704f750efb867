--- One layer for each entry of a table: clones of it, made as they are needed.
--
--     nn.MapTable(nn.Linear(3, 2)):forward {torch.Tensor(3), torch.Tensor(3)}      -- {2 numbers, 2 numbers}
--
-- @classmod nn.MapTable
local expected = require 'nn.expected'
local located = require 'nn.located'
local shown = require 'nn.shown'
local wants = require 'nn.wants'
local MapTable, Container = torch.class('nn.MapTable', 'nn.Container')

-- What clones share, if the layer does not say.
local sharedFields = {'weight', 'bias', 'gradWeight', 'gradBias'}

--- Make a container.
-- @tparam[opt] nn.Module module the layer; or else `add` one
-- @tparam[opt=true] boolean shared whether the clones share weight, bias and their gradients with it
function MapTable:__init(module, shared)
   Container.__init(self)
   self.shared = shared ~= false
   self.sharedparams = {table.unpack(sharedFields)}
   self.output, self.gradInput = {}, {}
   if module ~= nil then self:add(module) end
end

--- Say which layer, where the constructor was not told.
function MapTable:add(module)
   if self.module then expected(self, 'one module alone', module) end
   self.module = wants.module(self, module)
   self.modules[1] = module
   return self
end

-- Make clones, until there are as many.
local function extend(self, count)
   local modules = self.modules
   modules[1] = wants.module(self, self.module)
   for i = #modules + 1, count do
      modules[i] = self.module:clone(table.unpack(self.shared and (self.sharedparams or sharedFields) or {}))
   end
end

--- Set the number of clones.
function MapTable:resize(count)
   wants.count(self, 'a number of modules', count)
   extend(self, count)
   for i = count + 1, #self.modules do self.modules[i] = nil end
end

local function trim(list, count)
   for i = count + 1, #list do list[i] = nil end
   return list
end

local function check(self, input, gradOutput)
   wants.table(self, 'input', input)
   wants.table(self, 'gradOutput', gradOutput)
   extend(self, #input)
end

MapTable.updateOutput = located.method(function(self, input)
   check(self, input, self.output)
   local modules, output = self.modules, trim(self.output, #input)
   for i = 1, #input do output[i] = modules[i]:updateOutput(input[i]) end
   return output
end)

MapTable.updateGradInput = located.method(function(self, input, gradOutput)
   check(self, input, gradOutput)
   local modules, gradInput = self.modules, trim(self.gradInput, #input)
   for i = 1, #input do gradInput[i] = modules[i]:updateGradInput(input[i], gradOutput[i]) end
   return gradInput
end)

MapTable.accGradParameters = located.method(function(self, input, gradOutput, scale)
   check(self, input, gradOutput)
   local modules = self.modules
   for i = 1, #input do modules[i]:accGradParameters(input[i], gradOutput[i], scale or 1) end
end)

MapTable.accUpdateGradParameters = located.method(function(self, input, gradOutput, learningRate)
   check(self, input, gradOutput)
   local modules = self.modules
   for i = 1, #input do modules[i]:accUpdateGradParameters(input[i], gradOutput[i], learningRate) end
end)

-- What is shared is changed once.

function MapTable:zeroGradParameters()
   if not self.shared then return Container.zeroGradParameters(self) end
   if self.module then self.module:zeroGradParameters() end
end

function MapTable:updateParameters(learningRate)
   if not self.shared then return Container.updateParameters(self, learningRate) end
   if self.module then self.module:updateParameters(learningRate) end
end

--- Drop all clones, and what calls have left.
function MapTable:clearState()
   trim(self.modules, 1)
   return Container.clearState(self)
end

function MapTable:__tostring__()
   if not self.module then return torch.type(self) .. ' { }' end
   return ('%s {\n  %s\n}'):format(torch.type(self), shown(self.module, '        '))
end
