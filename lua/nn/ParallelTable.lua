--- Layers side by side: the input is a table with a part for each, and so is the output.
--
--     nn.ParallelTable():add(nn.Tanh()):add(nn.Sigmoid()):forward {torch.Tensor(3), torch.Tensor(2)}
--
-- @classmod nn.ParallelTable
local branches = require 'nn.branches'
local expected = require 'nn.expected'
local located = require 'nn.located'
local ParallelTable, Container = torch.class('nn.ParallelTable', 'nn.Container')

function ParallelTable:__init()
   Container.__init(self)
   self.output, self.gradInput = {}, {}
end

local function checkTables(self, input, gradOutput)
   if type(input) ~= 'table' then expected(self, 'a table of inputs', input) end
   if type(gradOutput) ~= 'table' then expected(self, 'a table of gradients', gradOutput) end
end

ParallelTable.updateOutput = located.method(function(self, input)
   local modules, output = self.modules, self.output
   checkTables(self, input, output)
   for i = 1, #modules do output[i] = modules[i]:updateOutput(input[i]) end
   return output
end)

ParallelTable.updateGradInput = located.method(function(self, input, gradOutput)
   local modules, gradInput = self.modules, self.gradInput
   checkTables(self, input, gradOutput)
   for i = 1, #modules do gradInput[i] = modules[i]:updateGradInput(input[i], gradOutput[i]) end
   return gradInput
end)

ParallelTable.accGradParameters = located.method(function(self, input, gradOutput, scale)
   local modules = self.modules
   checkTables(self, input, gradOutput)
   for i = 1, #modules do modules[i]:accGradParameters(input[i], gradOutput[i], scale or 1) end
end)

ParallelTable.accUpdateGradParameters = located.method(function(self, input, gradOutput, learningRate)
   local modules = self.modules
   checkTables(self, input, gradOutput)
   for i = 1, #modules do modules[i]:accUpdateGradParameters(input[i], gradOutput[i], learningRate) end
end)

ParallelTable.__tostring__ = branches
