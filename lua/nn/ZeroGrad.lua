--- Hands on what comes; the gradient is 0.
-- @classmod nn.ZeroGrad
local like = require 'nn.like'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local ZeroGrad = torch.class('nn.ZeroGrad', 'nn.Module')

function ZeroGrad:updateOutput(input)
   if torch.type(input) ~= 'table' then
      wants.tensor(self, 'input', input)
      wants.type(self, 'input', input, self.output)
   end
   if torch.isTensor(input) and torch.isTensor(self.output) then self.output:set(input) else self.output = input end
   return self.output
end

function ZeroGrad:updateGradInput(input)
   self.gradInput = like.zeros(self.gradInput, input)
   return self.gradInput
end

--- Let go of the input, which may be another layer's.
function ZeroGrad:clearState() return utils.renew(self, 'output', 'gradInput') end
