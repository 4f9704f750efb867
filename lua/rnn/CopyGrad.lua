--- Hands on its input; the gradient is a copy, so that something may be added to it.
--
-- The input is a tensor of any size.
--
-- @classmod nn.CopyGrad
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local CopyGrad = torch.class('nn.CopyGrad', 'nn.Identity')

function CopyGrad:updateGradInput(_, gradOutput)
   wants.type(self, 'gradOutput', gradOutput, self.gradInput)
   return self.gradInput:resizeAs(gradOutput):copy(gradOutput)
end

restored.fields(CopyGrad, {gradInput = restored.tensor})
