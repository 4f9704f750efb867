--- Where storages get memory from. There is one way here, so that a script has nothing to choose, and makes none.
-- @classmod torch.Allocator
local class = require 'torch.class'

local Allocator = torch.newmetatable 'torch.Allocator'
torch.Allocator = class.abstract(Allocator)
Allocator.__constructor = torch.Allocator
class.adopt('torch.Allocator', Allocator, torch.Allocator)
