--- A table of tables turned around: `{{a1, a2}, {b1, b2}}` gives `{{a1, b1}, {a2, b2}}`.
-- @classmod nn.ZipTable
local wants = require 'nn.wants'
local ZipTable, Module = torch.class('nn.ZipTable', 'nn.Module')

function ZipTable:__init()
   Module.__init(self)
   self.output, self.gradInput = {}, {}
end

local function turned(self, name, lists)
   wants.table(self, name, lists)
   local result = {}
   for i, list in ipairs(lists) do
      for k, entry in ipairs(wants.table(self, ('%s %d'):format(name, i), list)) do
         result[k] = result[k] or {}
         result[k][i] = entry
      end
   end
   return result
end

function ZipTable:updateOutput(input)
   self.output = turned(self, 'input', input)
   return self.output
end

function ZipTable:updateGradInput(_, gradOutput)
   self.gradInput = turned(self, 'gradOutput', gradOutput)
   return self.gradInput
end
