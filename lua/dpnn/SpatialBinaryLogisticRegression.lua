--- `ln(1 + exp(−y·x))` for images of 1 and −1: half the mean over all pixels. (Pinheiro, Collobert, Dollár, 2015,
-- arXiv:1506.06204.)
-- @classmod nn.SpatialBinaryLogisticRegression
local logistic = require 'dpnn.logistic'
local SpatialBinaryLogisticRegression, Criterion = torch.class('nn.SpatialBinaryLogisticRegression', 'nn.Criterion')

function SpatialBinaryLogisticRegression:__init()
   Criterion.__init(self)
   self.sizeAverage = true
end

local function divisor(self, input)
   local pixels = input:dim() < 2 and input:nElement() or input:size(input:dim()) * input:size(input:dim() - 1)
   return 2 * (self.sizeAverage and input:nElement() or pixels)
end

function SpatialBinaryLogisticRegression:updateOutput(input, target)
   self.output = logistic.loss(self, input, target) / divisor(self, input)
   return self.output
end

function SpatialBinaryLogisticRegression:updateGradInput(input, target)
   return logistic.gradient(self, self.gradInput, input, target, divisor(self, input))
end
