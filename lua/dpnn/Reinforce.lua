--- Layers that learn from a reward instead of a gradient: `∂ ln f(output | input) / ∂ input`, times minus the reward.
--
-- A criterion such as `nn.VRClassReward` hands the reward, a number for each sample, to `reinforce` between forward and
-- backward. What comes as gradient of the output is ignored. (Williams, 1992.)
--
-- @classmod nn.Reinforce
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
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
   self.reward = wants.vector(self, 'a vector of rewards', reward)
end

function Reinforce:updateOutput(input) return self.output:set(wants.type(self, 'input', input, self.output)) end

function Reinforce:updateGradInput(input)
   return self.gradInput:resizeAs(wants.type(self, 'input', input, self.gradInput)):zero()
end

--- The reward in the size of an input, which is to be that of the output.
-- @tparam torch.Tensor input
-- @treturn torch.Tensor
function Reinforce:rewardAs(input)
   wants.same(self, 'input', input, self.output)
   local reward = self.reward
   if not reward then expected(self, 'a reward before backward', 'none') end
   wants.type(self, 'reward', reward, input)
   if input:size(1) ~= reward:size(1) then
      expected(self, ('a reward for each of %d samples'):format(input:size(1)), reward)
   end
   local size = torch.LongStorage(input:dim()):fill(1)
   size[1] = input:size(1)
   return reward:view(size):expandAs(input)
end

--- Set a distribution's second parameter, if it does not come with each input.
-- @tparam string field where it is kept
-- @tparam string what messages say it is
-- @tparam ?number|torch.Tensor value
function Reinforce:setParameter(field, what, value)
   if value ~= nil and type(value) ~= 'number' and not torch.isTensor(value) then expected(self, what, value) end
   self[field] = value
   if not value then self.gradInput = {torch.Tensor(), torch.Tensor()} end
end

--- Both parameters of a distribution: a table of them, or the input and what the layer has.
-- @tparam torch.Tensor|{torch.Tensor,...} input
-- @tparam ?number|torch.Tensor own
-- @tparam string what messages ask for where there is no second one
-- @treturn torch.Tensor
-- @treturn number|torch.Tensor
function Reinforce:bothParameters(input, own, what)
   local first, second = input, own
   if torch.type(input) == 'table' then
      wants.tensors(self, input, 2)
      first, second = input[1], input[2]
   end
   wants.type(self, 'input', first, self.output)
   if not second then expected(self, what, first) end
   return first, second
end

--- A distribution's second parameter in the size of the first: a number, a tensor for each sample, or one for all.
-- @tparam string name
-- @tparam number|torch.Tensor value
-- @tparam torch.Tensor first
-- @treturn torch.Tensor
function Reinforce:parameterAs(name, value, first)
   if type(value) == 'number' then return first.new():resizeAs(first):fill(value) end
   wants.type(self, name, value, first)
   if first:dim() > 1 and value:dim() == first:dim() - 1 then
      wants.elements(self, name, value, first[1])
      value = value:contiguous():view(1, table.unpack(value:size():totable())):expandAs(first)
   end
   return wants.same(self, name, value, first)
end

restored.fields(Reinforce, {['output gradInput'] = restored.tensor})
