--- A criterion as a layer: its input is a table of what the criterion takes, `{input, target}`.
-- @classmod nn.CriterionTable
local expected = require 'nn.expected'
local CriterionTable, Module = torch.class('nn.CriterionTable', 'nn.Module')

--- Make a layer.
-- @tparam nn.Criterion criterion what computes
function CriterionTable:__init(criterion)
   Module.__init(self)
   if type(criterion) ~= 'table' then expected(self, 'a criterion', criterion) end
   self.criterion = criterion
   self.gradInput = {criterion.gradInput}
end

local function checkTable(self, input)
   if torch.type(input) ~= 'table' then expected(self, 'a table of an input and its target', input) end
end

function CriterionTable:updateOutput(input)
   checkTable(self, input)
   self.output = self.criterion:updateOutput(table.unpack(input))
   return self.output
end

function CriterionTable:updateGradInput(input)
   checkTable(self, input)
   self.gradInput = {(self.criterion:updateGradInput(table.unpack(input)))}
   return self.gradInput
end
