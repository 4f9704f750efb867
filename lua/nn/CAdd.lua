--- Adds a bias, element by element; where a size of it is 1, along the whole dimension: `y = x + b`.
--
--     nn.CAdd(5, 1):forward(torch.Tensor(5, 4))
--
-- @classmod nn.CAdd
local broadcast = require 'nn.broadcast'
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local CAdd, Module = torch.class('nn.CAdd', 'nn.Module')

--- Make a layer.
-- @param ... sizes of the bias, one by one or in a LongStorage
function CAdd:__init(...)
   Module.__init(self)
   self.size = broadcast.sizes(self, ...)
   self.bias, self.gradBias = torch.Tensor():resize(self.size), torch.Tensor():resize(self.size):zero()
   self.output:resize(self.size)
   self:reset()
end

--- Draw the bias anew, uniform in ±√3·stdv, or in ±1/√elements.
function CAdd:reset(deviation)
   parameters.draw(self, deviation, self.bias:nElement())
end

function CAdd:updateOutput(input) return self.output:add(input, broadcast.over(self, self.bias, input)) end

function CAdd:updateGradInput(input, gradOutput)
   wants.gradient(self, input, gradOutput)
   self.gradInput = self.gradInput or input.new()
   return self.gradInput:resizeAs(input):copy(gradOutput)
end

function CAdd:accGradParameters(input, gradOutput, scale)
   wants.gradient(self, input, gradOutput)
   broadcast.add(self, self.gradBias, gradOutput:contiguous():viewAs(input), scale or 1)
end
