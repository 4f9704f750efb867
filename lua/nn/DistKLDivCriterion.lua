--- Divergence of Kullback and Leibler of a distribution t from log probabilities x: `Σ t·(log t − x)`.
--
-- Divided by the number of elements, unless the field `sizeAverage` is set to false.
--
-- @classmod nn.DistKLDivCriterion
local DistKLDivCriterion, Criterion = torch.class('nn.DistKLDivCriterion', 'nn.Criterion')

function DistKLDivCriterion:__init()
   Criterion.__init(self)
   self.sizeAverage = true
   self.output_tensor = torch.Tensor(1)
end

require 'nn.elementwise'(DistKLDivCriterion, 'DistKLDivCriterion')
