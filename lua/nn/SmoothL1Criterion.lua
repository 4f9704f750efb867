--- Huber's loss: `Σ d² / 2` of differences d below 1, `Σ (|d| − ½)` of larger ones.
--
-- Divided by the number of elements, unless `sizeAverage` is false.
--
-- @classmod nn.SmoothL1Criterion
local SmoothL1Criterion, Criterion = torch.class('nn.SmoothL1Criterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=true] boolean sizeAverage whether to divide by the number of elements
function SmoothL1Criterion:__init(sizeAverage)
   Criterion.__init(self)
   self.sizeAverage = sizeAverage ~= false
   self.output_tensor = torch.Tensor(1)
end

require 'nn.elementwise'(SmoothL1Criterion, 'SmoothL1Criterion')
