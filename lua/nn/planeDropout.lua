--- Dropout of whole planes: what `nn.SpatialDropout` and `nn.VolumetricDropout` share.
-- @module nn.planeDropout
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'

local function checkProbability(self, p)
   if type(p) ~= 'number' or not (p >= 0 and p <= 1) then expected(self, 'a probability from 0 to 1', p) end
   return p
end

--- Give a class its methods.
-- @function planeDropout
-- @tparam table class the class, made from `nn.Module`
-- @tparam table Module its parent
-- @tparam int dims of how many dimensions a plane consists
-- @tparam string size what messages say of the input's size
return function(class, Module, dims, size)
   function class:__init(p, stochasticInference)
      Module.__init(self)
      self.p = checkProbability(self, p or 0.5)
      self.train = true
      self.stochastic_inference = stochasticInference or false
      self.noise = torch.Tensor()
   end

   local function checkInput(self, input)
      wants.type(self, 'input', input, self.output)
      local d = input:dim()
      if d ~= dims + 1 and d ~= dims + 2 then wants.otherSize(self, 'input of size ' .. size, input) end
   end

   function class:updateOutput(input)
      checkInput(self, input)
      local output = self.output:resizeAs(input):copy(input)
      if not self.train and not self.stochastic_inference then return output:mul(1 - self.p) end
      local planes = input:size()
      for d = input:dim() - dims + 1, input:dim() do planes[d] = 1 end
      self.noise:resize(planes):bernoulli(1 - self.p)
      return output:cmul(self.noise:expandAs(input))
   end

   function class:updateGradInput(input, gradOutput)
      if not self.train then expected(self, 'training mode for backward', 'evaluation') end
      checkInput(self, input)
      wants.same(self, 'gradOutput', gradOutput, input)
      if self.noise:dim() ~= input:dim() then expected(self, 'updateOutput before backward', self.noise) end
      self.gradInput:resizeAs(gradOutput):copy(gradOutput):cmul(self.noise:expandAs(input))
      return self.gradInput
   end

   --- Change the probability.
   function class:setp(p) self.p = checkProbability(self, p) end

   function class:clearState()
      utils.clear(self, 'noise')
      return Module.clearState(self)
   end

   function class:__tostring__() return ('%s(%f)'):format(torch.type(self), self.p) end
end
