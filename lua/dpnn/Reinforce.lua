--- Layers that learn from a reward instead of a gradient: `∂ ln f(output | input) / ∂ input`, times minus the reward.
--
-- A criterion such as `nn.VRClassReward` hands the reward, a number for each sample, to `reinforce` between forward and
-- backward. What comes as gradient of the output is ignored. (Williams, 1992.)
--
-- @classmod nn.Reinforce
local expected = require 'nn.expected'
local Reinforce, Module = torch.class('nn.Reinforce', 'nn.Module')

--- Make one.
-- @tparam[opt=false] boolean stochastic whether evaluation samples too
function Reinforce:__init(stochastic)
   Module.__init(self)
   self.stochastic = stochastic
end

--- Whether outputs are sampled now.
function Reinforce:samples() return self.stochastic or self.train ~= false end

--- Take a reward.
-- @tparam torch.Tensor reward a number for each sample
function Reinforce:reinforce(reward)
   if not torch.isTensor(reward) or reward:dim() ~= 1 then expected(self, 'a vector of rewards', reward) end
   self.reward = reward
end

function Reinforce:updateOutput(input) return self.output:set(input) end

function Reinforce:updateGradInput(input) return self.gradInput:resizeAs(input):zero() end

--- The reward in the size of an input.
-- @tparam torch.Tensor input
-- @treturn torch.Tensor
function Reinforce:rewardAs(input)
   local reward = self.reward
   if not reward then expected(self, 'a reward before backward', 'none') end
   if input:size(1) ~= reward:size(1) then
      expected(self, ('a reward for each of %d samples'):format(input:size(1)), reward)
   end
   local size = torch.LongStorage(input:dim()):fill(1)
   size[1] = input:size(1)
   return reward:view(size):expandAs(input)
end
