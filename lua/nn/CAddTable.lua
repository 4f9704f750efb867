--- The sum of a table of tensors, element by element.
--
--     nn.CAddTable():forward {torch.Tensor {1, 2}, torch.Tensor {10, 20}}      -- 11, 22
--
-- @classmod nn.CAddTable
local slots = require 'nn.slots'
local wants = require 'nn.wants'
local CAddTable, Module = torch.class('nn.CAddTable', 'nn.Module')

--- Make a layer.
-- @tparam[opt=false] boolean inplace whether the sum is written into the first tensor
function CAddTable:__init(inplace)
   Module.__init(self)
   self.inplace, self.gradInput = inplace, {}
end

function CAddTable:updateOutput(input)
   local output, count = self.output, #wants.alike(self, input, self.output)
   local first = input[1]
   if self.inplace then
      output:set(first)
      for i = 2, count do output:add(input[i]) end
   elseif count == 1 then
      output:resizeAs(first):copy(first)
   else
      output:add(first, input[2])
      for i = 3, count do output:add(input[i]) end
   end
   return output
end

function CAddTable:updateGradInput(input, gradOutput)
   wants.alike(self, input, gradOutput)
   wants.elements(self, 'gradOutput', gradOutput, input[1])
   local gradInput = slots(self.gradInput, input)
   for i = 1, #input do
      if self.inplace then gradInput[i]:set(gradOutput) else gradInput[i]:resizeAs(input[i]):copy(gradOutput) end
   end
   self.gradInput = gradInput
   return gradInput
end
