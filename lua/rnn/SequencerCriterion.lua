--- A criterion at each step: the sum of what it says of each, or the mean.
--
-- Input and target are sequences, as tables or as tensors of T×….
--
-- @classmod nn.SequencerCriterion
local sequence = require 'rnn.sequence'
local SequencerCriterion = torch.class('nn.SequencerCriterion', 'nn.AbstractSequencerCriterion')

function SequencerCriterion:updateOutput(input, target)
   sequence.like(self, 'target', target, input)
   return self:lossOf(input, function(step) return target[step] end)
end

function SequencerCriterion:updateGradInput(input, target)
   sequence.like(self, 'target', target, input)
   return self:gradientOf(input, function(step) return target[step] end)
end
