--- Samples that are 1 with the probability that is the input, else 0.
--
-- The input is a tensor of any size; its gradient is `−R · (x − p) / (p · (1 − p))`, with x what was drawn and R the
-- reward of the sample. Where nothing is drawn, the output is the input. (Williams, 1992.)
--
-- @classmod nn.ReinforceBernoulli
local wants = require 'nn.wants'
local ReinforceBernoulli = torch.class('nn.ReinforceBernoulli', 'nn.Reinforce')

function ReinforceBernoulli:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   self.output:resizeAs(input)
   if not self:samples() then return self.output:copy(input) end
   self._uniform = self._uniform or input.new()
   self._uniform:resizeAs(input):uniform(0, 1)
   return self.output:lt(self._uniform, input)
end

-- (x − p)/(p·(1 − p))
function ReinforceBernoulli:updateGradInput(input)
   local reward = self:rewardAs(input)
   local gradInput = self.gradInput:resizeAs(input):copy(self.output):add(-1, input)
   return gradInput:cdiv(torch.mul(input, -1):add(1):cmul(input)):cmul(reward):mul(-1)
end
