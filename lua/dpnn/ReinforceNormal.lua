--- Samples of normal distributions whose means are the input; of `{means, deviations}`, if it is a table.
--
-- Tensors are of any size. The gradient of the means is `−R · (x − μ) / σ²`, that of the deviations
-- `−R · ((x − μ)² − σ²) / σ³`, with x what was drawn and R the reward of the sample. Where nothing is drawn, the output
-- is the means. (Williams, 1992.)
--
-- @classmod nn.ReinforceNormal
local ReinforceNormal, Reinforce = torch.class('nn.ReinforceNormal', 'nn.Reinforce')

--- Make one.
-- @tparam[opt] number|torch.Tensor stdev the deviation; not with tables
-- @tparam[opt=false] boolean stochastic whether evaluation samples too
function ReinforceNormal:__init(stdev, stochastic)
   Reinforce.__init(self, stochastic)
   self:setParameter('stdev', 'a standard deviation', stdev)
end

-- Means and deviations.
local function given(self, input)
   local mean, stdev = self:bothParameters(
      input, self.stdev, 'a standard deviation, or a table of means and deviations')
   if type(stdev) == 'number' then return mean, stdev end
   return mean, self:parameterAs('standard deviation', stdev, mean)
end

function ReinforceNormal:updateOutput(input)
   local mean, stdev = given(self, input)
   self.output:resizeAs(mean)
   if not self:samples() then return self.output:copy(mean) end
   self.output:normal()
   if type(stdev) == 'number' then self.output:mul(stdev) else self.output:cmul(stdev) end
   return self.output:add(mean)
end

-- (x − u)/s² for the mean u, (x − u)²/s³ − 1/s for the deviation s.
function ReinforceNormal:updateGradInput(input)
   local mean, stdev = given(self, input)
   local isTable = torch.type(input) == 'table'
   local reward = self:rewardAs(mean)
   local gradMean = isTable and self.gradInput[1] or self.gradInput
   gradMean:resizeAs(mean):copy(self.output):add(-1, mean)
   if isTable then
      local variance = torch.cmul(stdev, stdev)
      local gradStdev = self.gradInput[2]:resizeAs(stdev):cmul(gradMean, gradMean):add(-1, variance)
      gradStdev:cdiv(variance:cmul(stdev):add(1e-8)):cmul(reward):mul(-1)
   end
   if type(stdev) == 'number' then gradMean:div(stdev ^ 2) else gradMean:cdiv(stdev):cdiv(stdev) end
   gradMean:cmul(reward):mul(-1)
   return self.gradInput
end
