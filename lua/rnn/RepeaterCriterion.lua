--- A criterion at each step of the input, with one target for all: the sum of what it says of each, or the mean.
--
-- The input is a sequence, as a table of steps or a tensor of T×…; the target is what the criterion takes at a step.
--
-- @classmod nn.RepeaterCriterion
local RepeaterCriterion = torch.class('nn.RepeaterCriterion', 'nn.AbstractSequencerCriterion')

function RepeaterCriterion:updateOutput(input, target)
   return self:lossOf(input, function() return target end)
end

function RepeaterCriterion:updateGradInput(input, target)
   return self:gradientOf(input, function() return target end)
end
