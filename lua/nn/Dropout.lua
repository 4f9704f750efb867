--- In training each element is dropped with probability p, and the others are divided by 1 − p.
--
-- In evaluation the input passes. With `v1` the division is left out, and evaluation multiplies by 1 − p instead.
--
-- @classmod nn.Dropout
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local Dropout, Module = torch.class('nn.Dropout', 'nn.Module')

-- 0 ≤ p < 1; nan is neither.
local function checkProbability(self, p)
   if type(p) ~= 'number' or not (p >= 0 and p < 1) then expected(self, 'a probability from 0 to below 1', p) end
   return p
end

--- Make a layer.
-- @tparam[opt=0.5] number p the probability with which an element is dropped
-- @tparam[opt=false] boolean v1 whether evaluation scales instead of training
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten
-- @tparam[opt=false] boolean stochasticInference whether evaluation drops elements too
function Dropout:__init(p, v1, inplace, stochasticInference)
   Module.__init(self)
   self.p = checkProbability(self, p or 0.5)
   self.train = true
   self.inplace = inplace
   self.stochastic_inference = stochasticInference or false
   self.v2 = not v1
   self.noise = torch.Tensor()
end

-- What is changed: the input itself, or a copy of it.
local function target(self, name, to, from)
   if not torch.isTensor(from) then expected(self, 'a tensor', from) end
   wants.type(self, name, from, self.noise)
   if self.inplace then return to:set(from) end
   return to:resizeAs(from):copy(from)
end

function Dropout:updateOutput(input)
   local output = target(self, 'input', self.output, input)
   if self.p > 0 then
      if self.train or self.stochastic_inference then
         self.noise:resizeAs(input):bernoulli(1 - self.p)
         if self.v2 then self.noise:div(1 - self.p) end
         output:cmul(self.noise)
      elseif not self.v2 then
         output:mul(1 - self.p)
      end
   end
   return output
end

function Dropout:updateGradInput(_, gradOutput)
   local gradInput = target(self, 'gradOutput', self.gradInput, gradOutput)
   if self.train and self.p > 0 then wants.elements(self, 'gradOutput', gradOutput, self.noise) end
   if self.train then
      if self.p > 0 then gradInput:cmul(self.noise) end
   elseif not self.v2 and self.p > 0 then
      gradInput:mul(1 - self.p)
   end
   return gradInput
end

--- Change the probability.
function Dropout:setp(p) self.p = checkProbability(self, p) end

function Dropout:clearState()
   utils.clear(self, 'noise')
   return Module.clearState(self)
end

function Dropout:__tostring__() return ('%s(%f)'):format(torch.type(self), self.p) end
