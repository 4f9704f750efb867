--- Multiplies each element by one number, which is trained: `y = w · x`.
-- @classmod nn.Mul
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local Mul, Module = torch.class('nn.Mul', 'nn.Module')

function Mul:__init()
   Module.__init(self)
   self.weight, self.gradWeight = torch.Tensor(1), torch.Tensor(1):zero()
   self:reset()
end

--- Draw the number anew, uniform in ±√3·stdv, or in ±1.
function Mul:reset(deviation)
   parameters.draw(self, deviation, 1)
end

function Mul:updateOutput(input)
   wants.type(self, 'input', input, self.weight)
   return self.output:mul(input, self.weight[1])
end

function Mul:updateGradInput(input, gradOutput)
   wants.gradient(self, input, gradOutput)
   return self.gradInput:mul(gradOutput, self.weight[1]):resizeAs(input)
end

function Mul:accGradParameters(input, gradOutput, scale)
   wants.gradient(self, input, gradOutput)
   self.gradWeight:add((scale or 1) * input:dot(gradOutput))
end
