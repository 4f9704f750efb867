--- The product of a table of tensors, element by element.
-- @classmod nn.CMulTable
local slots = require 'nn.slots'
local wants = require 'nn.wants'
local CMulTable, Module = torch.class('nn.CMulTable', 'nn.Module')

function CMulTable:__init()
   Module.__init(self)
   self.gradInput = {}
end

function CMulTable:updateOutput(input)
   local output, first = self.output, select(2, wants.alike(self, input, self.output))
   if #input == 1 then return output:resizeAs(first):copy(first) end
   output:cmul(first, input[2])
   for i = 3, #input do output:cmul(input[i]) end
   return output
end

local function check(self, input, gradOutput)
   wants.alike(self, input, gradOutput)
   wants.elements(self, 'gradOutput', gradOutput, input[1])
   self.gradInput = slots(self.gradInput, input)
   return self.gradInput
end

-- Each gradient is the product of the others: right where an input is 0, too.
function CMulTable:updateGradInput(input, gradOutput)
   local gradInput = check(self, input, gradOutput)
   for i = 1, #input do
      local gradient, from = gradInput[i], gradOutput
      for j = 1, #input do
         if j ~= i then
            gradient:cmul(from, input[j])
            from = gradient
         end
      end
      gradient:resizeAs(input[i])
      if #input == 1 then gradient:copy(gradOutput) end
   end
   return gradInput
end

--- The same with one division for each tensor, for many of them: nan where an input is 0. Call it after `updateOutput`.
function CMulTable:updateGradInput_efficient(input, gradOutput)
   local gradInput = check(self, input, gradOutput)
   wants.elements(self, 'gradOutput', gradOutput, self.output)
   for i = 1, #input do gradInput[i]:cmul(gradOutput, self.output):cdiv(input[i]):resizeAs(input[i]) end
   return gradInput
end
