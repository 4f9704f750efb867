--- `y = x` between two bounds, and the nearer one elsewhere, element by element.
--
--     nn.Clamp(-1, 2):forward(torch.Tensor {-3, 0, 5})      -- -1, 0, 2
--
-- @classmod nn.Clamp
local Clamp, HardTanh = torch.class('nn.Clamp', 'nn.HardTanh')

--- Make a layer.
-- @tparam[opt=-1] number min_value the lower bound
-- @tparam[opt=1] number max_value the upper bound
function Clamp:__init(min_value, max_value) HardTanh.__init(self, min_value, max_value) end
