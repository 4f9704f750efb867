--- Logistic loss of targets 1 and −1: `Σ log (1 + e⁻ˣᵗ)`.
--
-- Divided by the number of elements, unless the field `sizeAverage` is set to false.
--
-- @classmod nn.SoftMarginCriterion
local SoftMarginCriterion, Criterion = torch.class('nn.SoftMarginCriterion', 'nn.Criterion')

function SoftMarginCriterion:__init()
   Criterion.__init(self)
   self.sizeAverage = true
   self.output_tensor = torch.Tensor(1)
end

require 'nn.elementwise'(SoftMarginCriterion, 'SoftMarginCriterion')
