--- Mean absolute error: `Σ |x − t| / n`.
--
-- Divided by the number of elements, unless `sizeAverage` is false.
--
-- @classmod nn.AbsCriterion
local AbsCriterion, Criterion = torch.class('nn.AbsCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=true] boolean sizeAverage whether to divide by the number of elements
function AbsCriterion:__init(sizeAverage)
   Criterion.__init(self)
   self.sizeAverage = sizeAverage ~= false
   self.output_tensor = torch.Tensor(1)
end

require 'nn.elementwise'(AbsCriterion, 'AbsCriterion')
