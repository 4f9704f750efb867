--- The smallest of a table of tensors, element by element.
-- @classmod nn.CMinTable
local CMinTable = torch.class('nn.CMinTable', 'nn.Module')
require 'nn.extremeTable'(CMinTable, 'lt', 'min')
