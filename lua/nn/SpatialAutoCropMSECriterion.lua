--- Mean squared error of pictures, whose target may be larger: its middle counts.
--
-- The input is C×H×W or a batch N×C×H×W. With `sizeAverage = false` the sum.
--
--     nn.SpatialAutoCropMSECriterion():forward(torch.ones(1, 2, 2), torch.zeros(1, 4, 4))       -- 1
--
-- @classmod nn.SpatialAutoCropMSECriterion
local sizes = require 'nn.sizes'
local wants = require 'nn.wants'
local SpatialAutoCropMSECriterion, MSECriterion = torch.class('nn.SpatialAutoCropMSECriterion', 'nn.MSECriterion')

-- The part of the target that lies over the input.
local function middle(self, input, target)
   wants.type(self, 'input', input, self.gradInput)
   wants.type(self, 'target', target, input)
   local dims = input:dim()
   if dims ~= 3 and dims ~= 4 then wants.otherSize(self, 'input of size CxHxW or NxCxHxW', input) end
   local fits = target:dim() == dims
   for d = 1, fits and dims or 0 do
      fits = fits and (target:size(d) == input:size(d) or d > dims - 2 and target:size(d) > input:size(d))
   end
   if not fits then
      wants.otherSize(self, 'target of size ' .. sizes(input) .. ', or with more rows and columns', target)
   end
   for d = dims - 1, dims do
      target = target:narrow(d, 1 + math.floor((target:size(d) - input:size(d)) / 2), input:size(d))
   end
   return target
end

function SpatialAutoCropMSECriterion:updateOutput(input, target)
   return MSECriterion.updateOutput(self, input, middle(self, input, target))
end

function SpatialAutoCropMSECriterion:updateGradInput(input, target)
   return MSECriterion.updateGradInput(self, input, middle(self, input, target))
end
