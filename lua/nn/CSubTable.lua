--- The first tensor of a table less the second, element by element.
-- @classmod nn.CSubTable
local slots = require 'nn.slots'
local wants = require 'nn.wants'
local CSubTable, Module = torch.class('nn.CSubTable', 'nn.Module')

function CSubTable:__init()
   Module.__init(self)
   self.gradInput = {}
end

function CSubTable:updateOutput(input)
   wants.alike(self, input, self.output, 2)
   return self.output:add(input[1], -1, input[2])
end

function CSubTable:updateGradInput(input, gradOutput)
   wants.alike(self, input, gradOutput, 2)
   wants.elements(self, 'gradOutput', gradOutput, input[1])
   local gradInput = slots(self.gradInput, {input[1], input[2]})
   gradInput[1]:resizeAs(input[1]):copy(gradOutput)
   gradInput[2]:mul(gradOutput, -1):resizeAs(input[2])
   self.gradInput = gradInput
   return gradInput
end
