--- A tensor added to each tensor of a table: `{x, {a, b}}` gives `{x + a, x + b}`.
-- @classmod nn.CAddTensorTable
local slots = require 'nn.slots'
local wants = require 'nn.wants'
local CAddTensorTable, Module = torch.class('nn.CAddTensorTable', 'nn.Module')

function CAddTensorTable:__init()
   Module.__init(self)
   self.gradInput = {}
end

local function check(self, input)
   wants.table(self, 'input', input)
   wants.tensor(self, 'input', input[1])
   wants.table(self, 'second input', input[2])
   for i = 1, #input[2] do wants.elements(self, 'input', input[2][i], input[1]) end
   return input[1], input[2]
end

function CAddTensorTable:updateOutput(input)
   local x, list = check(self, input)
   local output = slots(self.output, list)
   for i = 1, #list do output[i]:add(x, list[i]) end
   self.output = output
   return output
end

function CAddTensorTable:updateGradInput(input, gradOutput)
   local x, list = check(self, input)
   wants.table(self, 'gradOutput', gradOutput)
   local gradInput = torch.type(self.gradInput) == 'table' and self.gradInput or {}
   local sum, others = gradInput[1] or x.new(), slots(gradInput[2], list)
   sum:resizeAs(x):zero()
   for i = 1, #list do
      wants.elements(self, 'gradOutput', gradOutput[i], x)
      sum:add(gradOutput[i])
      others[i]:resizeAs(list[i]):copy(gradOutput[i])
   end
   self.gradInput, gradInput[1], gradInput[2] = gradInput, sum, others
   return gradInput
end
