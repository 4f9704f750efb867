--- Rectified linear unit: `y = max(x, 0)`, element by element.
-- @classmod nn.ReLU
local ReLU, Threshold = torch.class('nn.ReLU', 'nn.Threshold')

--- Make a layer.
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten, to save memory
function ReLU:__init(inplace) Threshold.__init(self, 0, 0, inplace) end
