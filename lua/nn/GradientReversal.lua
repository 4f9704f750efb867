--- Hands on what comes; the gradient is turned around: `−λ` times the one that comes.
-- @classmod nn.GradientReversal
local wants = require 'nn.wants'
local GradientReversal, Module = torch.class('nn.GradientReversal', 'nn.Module')

GradientReversal.__version = 2

--- Make a layer.
-- @tparam[opt=1] number lambda how much of the gradient
function GradientReversal:__init(lambda)
   Module.__init(self)
   self:setLambda(lambda or 1)
end

--- Change how much of the gradient.
function GradientReversal:setLambda(lambda) self.lambda = wants.number(self, 'a factor lambda', lambda) end

function GradientReversal:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   self.output:set(input)
   return self.output
end

function GradientReversal:updateGradInput(_, gradOutput)
   wants.type(self, 'gradOutput', gradOutput, self.gradInput)
   return self.gradInput:mul(gradOutput, -self.lambda)
end

-- Files of the first version have no factor.
function GradientReversal:read(file, version)
   Module.read(self, file)
   if version and version < 2 then self.lambda = 1 end
   self.lambda = self.lambda or 1
end
