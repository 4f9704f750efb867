--- Samples of gamma distributions whose shapes are the input; of `{shapes, scales}`, if it is a table.
--
-- In evaluation the output is the mean, shape times scale.
--
-- @classmod nn.ReinforceGamma
local digamma = require 'dpnn.digamma'
local expected = require 'nn.expected'
local gamma = require 'dpnn.gamma'
local ReinforceGamma, Reinforce = torch.class('nn.ReinforceGamma', 'nn.Reinforce')

--- Make one.
-- @tparam[opt] number|torch.Tensor scale the scale; not with tables
-- @tparam[opt=false] boolean stochastic whether evaluation samples too
function ReinforceGamma:__init(scale, stochastic)
   Reinforce.__init(self, stochastic)
   self:setParameter('scale', 'a scale', scale)
end

-- Shapes, and scales in their size.
local function given(self, input)
   local shape, scale = self:bothParameters(input, self.scale, 'a scale, or a table of shapes and scales')
   if shape:dim() == 0 or not (shape:min() > 0 and shape:max() < math.huge) then
      expected(self, 'finite shapes above 0', shape)
   end
   scale = self:parameterAs('scale', scale, shape)
   if not (scale:min() > 0) then expected(self, 'scales above 0', scale) end
   return shape, scale
end

function ReinforceGamma:updateOutput(input)
   local shape, scale = given(self, input)
   self.output:resizeAs(shape)
   if self:samples() then self.output:copy(gamma(shape)) else self.output:copy(shape) end
   return self.output:cmul(scale)
end

-- ln x − ψ(k) − ln θ for the shape k, x/θ² − k/θ for the scale θ.
function ReinforceGamma:updateGradInput(input)
   local shape, scale = given(self, input)
   local isTable = torch.type(input) == 'table'
   local gradShape = isTable and self.gradInput[1] or self.gradInput
   local reward = self:rewardAs(shape)
   gradShape:resizeAs(shape):copy(digamma(shape)):add(torch.log(scale)):add(-1, torch.log(self.output)):cmul(reward)
   if isTable then
      local gradScale = self.gradInput[2]:resizeAs(scale):copy(shape)
      gradScale:add(-1, torch.cdiv(self.output, scale)):cdiv(scale):cmul(reward)
   end
   return self.gradInput
end
