--- In training, adds normal noise; in evaluation, its mean. The gradient passes.
-- @classmod nn.WhiteNoise
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local WhiteNoise, Module = torch.class('nn.WhiteNoise', 'nn.Module')

--- Make a layer.
-- @tparam[opt=0] number mean of the noise
-- @tparam[opt=0.1] number std its standard deviation
function WhiteNoise:__init(mean, std)
   Module.__init(self)
   self.mean, self.std = wants.number(self, 'a mean', mean or 0), wants.number(self, 'a standard deviation', std or 0.1)
   if self.std <= 0 then expected(self, 'a standard deviation above 0', self.std) end
   self.noise = torch.Tensor()
end

function WhiteNoise:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   local output = self.output:resizeAs(input):copy(input)
   if self.train ~= false then
      output:add(self.noise:resizeAs(input):normal(self.mean, self.std))
   elseif self.mean ~= 0 then
      output:add(self.mean)
   end
   return output
end

function WhiteNoise:updateGradInput(input, gradOutput)
   if self.train == false then expected(self, 'training mode for a gradient', 'evaluation') end
   wants.gradient(self, input, gradOutput)
   return self.gradInput:resizeAs(input):copy(gradOutput)
end

function WhiteNoise:clearState()
   utils.clear(self, 'noise')
   return Module.clearState(self)
end

function WhiteNoise:__tostring__()
   return ('%s mean: %f, std: %f'):format(torch.type(self), self.mean, self.std)
end
