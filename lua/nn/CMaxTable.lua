--- The largest of a table of tensors, element by element.
-- @classmod nn.CMaxTable
local CMaxTable = torch.class('nn.CMaxTable', 'nn.Module')
require 'nn.extremeTable'(CMaxTable, 'gt', 'max')
