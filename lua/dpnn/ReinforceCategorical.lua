--- Samples of categories with the probabilities that are the input, N×K: a 1 among zeros for each sample.
--
-- The gradient is `−R / p` for the category that was drawn and 0 for the others, with R the reward of the sample. Where
-- nothing is drawn, the output is the input. (Williams, 1992.)
--
-- @classmod nn.ReinforceCategorical
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local ReinforceCategorical, Reinforce = torch.class('nn.ReinforceCategorical', 'nn.Reinforce')

function ReinforceCategorical:updateOutput(input)
   wants.type(self, 'input', wants.dims(self, 'input', input, 2), self.output)
   self.output:resizeAs(input)
   if not self:samples() then return self.output:copy(input) end
   local sums = input:sum(2)
   if not (input:min() >= 0 and sums:min() > 0 and sums:max() < math.huge) then
      expected(self, 'rows of chances with a finite sum above 0', input)
   end
   self._index = input:multinomial(1)
   return self.output:zero():scatter(2, self._index, 1)
end

-- 1/p of what was drawn.
function ReinforceCategorical:updateGradInput(input)
   local reward = self:rewardAs(input)
   self._input = torch.add(input, 1e-8)
   return self.gradInput:resizeAs(input):copy(self.output):cdiv(self._input):cmul(reward):mul(-1)
end

function ReinforceCategorical:type(type, cache)
   if type then self._index = nil end
   return Reinforce.type(self, type, cache)
end
