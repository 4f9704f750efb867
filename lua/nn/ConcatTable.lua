--- Layers side by side: each gets the input, and the output is the table of theirs.
--
--     nn.ConcatTable():add(nn.Linear(3, 2)):add(nn.Linear(3, 4)):forward(torch.Tensor(3))     -- {2 numbers, 4 numbers}
--
-- @classmod nn.ConcatTable
local branches = require 'nn.branches'
local expected = require 'nn.expected'
local located = require 'nn.located'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local ConcatTable, Container = torch.class('nn.ConcatTable', 'nn.Container')

function ConcatTable:__init()
   Container.__init(self)
   self.output = {}
end

ConcatTable.updateOutput = located.method(function(self, input)
   local modules, output = self.modules, self.output
   for i = 1, #modules do output[i] = modules[i]:updateOutput(input) end
   return output
end)

local function isTable(value) return torch.type(value) == 'table' end

-- The gradient for the input is the sum of the layers', part by part where the input is a table. What lies in
-- `gradInput` from before is used again.
local function copy(to, from)
   if not isTable(from) then return (utils.recursiveCopy(torch.isTensor(to) and to or nil, from)) end
   to = isTable(to) and to or {}
   for i = 1, math.max(#to, #from) do to[i] = from[i] ~= nil and copy(to[i], from[i]) or nil end
   return to
end
local function add(self, to, from)
   if not isTable(from) then
      local alike = torch.isTensor(from) and torch.type(to) == torch.type(from) and to:nElement() == from:nElement()
      if not alike then expected(self, 'gradients alike from all layers', from) end
      return to:add(from)
   end
   if not isTable(to) then expected(self, 'gradients alike from all layers', to) end
   for i = 1, #from do to[i] = to[i] ~= nil and add(self, to[i], from[i]) or copy(nil, from[i]) end
   return to
end

local function checkGradients(self, gradOutput)
   if not isTable(gradOutput) then expected(self, 'a table of gradients', gradOutput) end
end

local function gather(self, input, gradOutput, i, gradInput)
   if isTable(input) and not isTable(gradInput) then
      expected(self, 'a table of gradients from each layer', gradInput)
   end
   if gradInput == nil then return end
   wants.nested(self, "a layer's gradient", gradInput)
   if i == 1 then self.gradInput = copy(self.gradInput, gradInput) else add(self, self.gradInput, gradInput) end
end

ConcatTable.updateGradInput = located.method(function(self, input, gradOutput)
   local modules = self.modules
   checkGradients(self, gradOutput)
   for i = 1, #modules do gather(self, input, gradOutput, i, modules[i]:updateGradInput(input, gradOutput[i])) end
   return self.gradInput
end)

ConcatTable.backward = located.method(function(self, input, gradOutput, scale)
   local modules = self.modules
   checkGradients(self, gradOutput)
   for i = 1, #modules do gather(self, input, gradOutput, i, modules[i]:backward(input, gradOutput[i], scale or 1)) end
   return self.gradInput
end)

ConcatTable.accGradParameters = located.method(function(self, input, gradOutput, scale)
   local modules = self.modules
   checkGradients(self, gradOutput)
   for i = 1, #modules do modules[i]:accGradParameters(input, gradOutput[i], scale or 1) end
end)

ConcatTable.accUpdateGradParameters = located.method(function(self, input, gradOutput, learningRate)
   local modules = self.modules
   checkGradients(self, gradOutput)
   for i = 1, #modules do modules[i]:accUpdateGradParameters(input, gradOutput[i], learningRate) end
end)

ConcatTable.__tostring__ = branches
