--- Hands on what comes, a tensor or a table, and likewise the gradient: the same objects.
-- @classmod nn.Identity
local utils = require 'nn.utils'
local Identity = torch.class('nn.Identity', 'nn.Module')

function Identity:updateOutput(input)
   self.output = input
   return input
end

function Identity:updateGradInput(_, gradOutput)
   self.gradInput = gradOutput
   return gradOutput
end

function Identity:clearState() return utils.renew(self, 'output', 'gradInput') end
