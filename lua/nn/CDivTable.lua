--- The first tensor of a table divided by the second, element by element.
-- @classmod nn.CDivTable
local slots = require 'nn.slots'
local wants = require 'nn.wants'
local CDivTable, Module = torch.class('nn.CDivTable', 'nn.Module')

function CDivTable:__init()
   Module.__init(self)
   self.gradInput = {}
end

function CDivTable:updateOutput(input)
   wants.alike(self, input, self.output, 2)
   return self.output:cdiv(input[1], input[2])
end

function CDivTable:updateGradInput(input, gradOutput)
   wants.alike(self, input, gradOutput, 2)
   wants.elements(self, 'gradOutput', gradOutput, input[1])
   local gradInput = slots(self.gradInput, {input[1], input[2]})
   local first, second = gradInput[1], gradInput[2]
   first:cdiv(gradOutput, input[2]):resizeAs(input[1])
   second:cmul(first, input[1]):cdiv(input[2]):mul(-1):resizeAs(input[2])
   self.gradInput = gradInput
   return gradInput
end
