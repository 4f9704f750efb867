--- The elements of a table, from last to first.
--
--     nn.ReverseTable():forward {a, b, c}      -- {c, b, a}
--
-- @classmod nn.ReverseTable
local wants = require 'nn.wants'
local ReverseTable, Module = torch.class('nn.ReverseTable', 'nn.Module')

function ReverseTable:__init()
   Module.__init(self)
   self.output, self.gradInput = {}, {}
end

local function reversed(self, name, value)
   wants.table(self, name, value)
   local result, count = {}, #value
   for i = 1, count do result[i] = value[count + 1 - i] end
   return result
end

function ReverseTable:updateOutput(input)
   self.output = reversed(self, 'input', input)
   return self.output
end

function ReverseTable:updateGradInput(_, gradOutput)
   self.gradInput = reversed(self, 'gradOutput', gradOutput)
   return self.gradInput
end
