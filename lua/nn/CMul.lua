--- Multiplies by weights, element by element; where a size of theirs is 1, along the whole dimension: `y = w · x`.
--
--     nn.CMul(5, 1):forward(torch.Tensor(5, 4))
--
-- @classmod nn.CMul
local broadcast = require 'nn.broadcast'
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local CMul, Module = torch.class('nn.CMul', 'nn.Module')

--- Make a layer.
-- @param ... sizes of the weights, one by one or in a LongStorage
function CMul:__init(...)
   Module.__init(self)
   self.size = broadcast.sizes(self, ...)
   self.weight, self.gradWeight = torch.Tensor():resize(self.size), torch.Tensor():resize(self.size):zero()
   self.output:resize(self.size)
   self:reset()
end

--- Draw the weights anew, uniform in ±√3·stdv, or in ±1/√elements.
function CMul:reset(deviation)
   parameters.draw(self, deviation, self.weight:nElement())
end

function CMul:updateOutput(input) return self.output:cmul(input, broadcast.over(self, self.weight, input)) end

function CMul:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   wants.gradient(self, input, gradOutput)
   local weight = broadcast.over(self, self.weight, input)
   return self.gradInput:cmul(weight, gradOutput)
end

function CMul:accGradParameters(input, gradOutput, scale)
   wants.gradient(self, input, gradOutput)
   broadcast.add(self, self.gradWeight, torch.cmul(input, gradOutput), scale or 1)
end
