--- What happens to parameters and gradients beside a plain step: norms, decay, momentum, clipping.
--
-- Containers do it layer by layer; each layer keeps its own momentum, in `momGradParams`.
--
-- @module dpnn.updates
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local Module = nn.Module

-- The layers in a module, if it is a container.
local function layers(self)
   return torch.type(self.modules) == 'table' and #self.modules > 0 and self.modules or nil
end

local function check(self, what, value) return value and wants.number(self, what, value) end

--- Shorten the weights of neurons whose norm exceeds a bound: rows by `maxOutNorm`, columns by `maxInNorm`. Vectors
-- stay as they are. A layer's own fields `maxOutNorm` and `maxInNorm` come first. (Hinton et al., 2012,
-- arXiv:1207.0580.)
-- @tparam[opt] number maxOutNorm the bound for what a neuron takes in
-- @tparam[opt] number maxInNorm the bound for what it hands out
function Module:maxParamNorm(maxOutNorm, maxInNorm)
   maxOutNorm = check(self, 'a bound of norms', self.maxOutNorm or maxOutNorm)
   maxInNorm = check(self, 'a bound of norms', self.maxInNorm or maxInNorm)
   if not maxOutNorm and not maxInNorm then return end
   if layers(self) then
      for _, module in ipairs(self.modules) do module:maxParamNorm(maxOutNorm, maxInNorm) end
      return
   end
   for _, parameter in ipairs(self:parameters() or {}) do
      if parameter:dim() > 1 then
         if maxOutNorm and maxOutNorm > 0 then parameter:renorm(2, 1, maxOutNorm) end
         if maxInNorm and maxInNorm > 0 then parameter:renorm(2, parameter:dim(), maxInNorm) end
      end
   end
end

--- Shorten the vectors of a table of words, which are its rows, whose norm exceeds a bound.
-- @tparam[opt] number maxOutNorm the bound; a field of this name has precedence
-- @tparam[opt] number maxInNorm the bound where there is no other
function nn.LookupTable:maxParamNorm(maxOutNorm, maxInNorm)
   local bound = self.maxOutNorm or maxOutNorm or self.maxInNorm or maxInNorm
   if check(self, 'a bound of norms', bound) and bound > 0 then self.weight:renorm(2, 1, bound) end
end

--- Add `factor · parameter` to the gradients: the gradient of an L2 norm.
-- @tparam number factor how much; nothing happens if it is 0 or less
-- @tparam[opt=2] int minDim the least number of dimensions of parameters that decay
function Module:weightDecay(factor, minDim)
   if wants.number(self, 'a factor of decay', factor) <= 0 then return end
   minDim = wants.number(self, 'a number of dimensions', minDim or 2)
   if layers(self) then
      for _, module in ipairs(self.modules) do module:weightDecay(factor, minDim) end
      return
   end
   local parameters, gradients = self:parameters()
   for i, parameter in ipairs(parameters or {}) do
      if parameter:dim() >= minDim then gradients[i]:add(factor, parameter) end
   end
end

--- The momenta of the gradients, as a list; copies of the gradients when they are first asked for.
function Module:momentumGradParameters()
   if layers(self) then
      local momenta = {}
      for _, module in ipairs(self.modules) do
         for _, momentum in ipairs(module:momentumGradParameters()) do momenta[#momenta + 1] = momentum end
      end
      return momenta
   end
   local parameters, gradients = self:parameters()
   local known = self.momGradParams
   if not known or #known ~= #(parameters or {}) then
      known = {}
      for i, gradient in ipairs(gradients or {}) do known[i] = gradient:clone() end
      self.momGradParams = known
   end
   return known
end

--- Put momentum into the gradients: `m = factor · m + (1 − damp) · g`, then `g = m`, or `g = g + factor · m` in
-- Nesterov's manner. The first time `m` is the gradient itself. (Sutskever et al., 2013.)
-- @tparam number factor how much of the momentum stays; nothing happens if it is 0 or less
-- @tparam[opt=factor] number damp
-- @tparam[opt=false] boolean nesterov
function Module:updateGradParameters(factor, damp, nesterov)
   if wants.number(self, 'a factor of momentum', factor) <= 0 then return end
   damp = check(self, 'a damping of momentum', damp) or factor
   if layers(self) then
      for _, module in ipairs(self.modules) do module:updateGradParameters(factor, damp, nesterov) end
      return
   end
   local _, gradients = self:parameters()
   if not gradients or #gradients == 0 then return end
   local fresh = not self.momGradParams
   local momenta = self:momentumGradParameters()
   for i, gradient in ipairs(gradients) do
      if not fresh then momenta[i]:mul(factor):add(1 - damp, gradient) end
      if nesterov then gradient:add(factor, momenta[i]) else gradient:copy(momenta[i]) end
   end
end

--- Scale gradients down so that their norm is at most a bound. (Pascanu et al., 2012, arXiv:1211.5063.)
-- @tparam number bound nothing happens if it is 0 or less
-- @tparam[opt=false] boolean moduleLocal whether each layer is scaled by its own norm
-- @treturn number the norm before
function Module:gradParamClip(bound, moduleLocal)
   if wants.number(self, 'a bound of the norm', bound) <= 0 then return end
   local squares = 0
   if moduleLocal and layers(self) then
      for _, module in ipairs(self.modules) do squares = squares + module:gradParamClip(bound, true) ^ 2 end
      return math.sqrt(squares)
   end
   local _, gradients = self:parameters()
   for _, gradient in ipairs(gradients or {}) do squares = squares + gradient:norm() ^ 2 end
   local norm = math.sqrt(squares)
   if norm > bound then
      for _, gradient in ipairs(gradients) do gradient:mul(bound / norm) end
   end
   return norm
end

--- Refuse parameters that hold nan.
function Module:checkParameters()
   for i, parameter in ipairs(self:parameters() or {}) do
      local sum = parameter:sum()
      if sum ~= sum then expected(self, ('parameter %d without nan'):format(i), parameter) end
   end
end
