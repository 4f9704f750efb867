--- `ln(1 + exp(−y·x))` for images of 1 and −1: half the mean over all pixels. (Pinheiro, Collobert, Dollár, 2015,
-- arXiv:1506.06204.)
-- @classmod nn.SpatialBinaryLogisticRegression
local logistic = require 'dpnn.logistic'
local restored = require 'nn.restored'
local SpatialBinaryLogisticRegression, Criterion = torch.class('nn.SpatialBinaryLogisticRegression', 'nn.Criterion')

function SpatialBinaryLogisticRegression:__init()
   Criterion.__init(self)
   self.sizeAverage = true
end

logistic.extend(SpatialBinaryLogisticRegression, function(self, input)
   local pixels = input:dim() < 2 and input:nElement() or input:size(input:dim()) * input:size(input:dim() - 1)
   return 2 * (self.sizeAverage and input:nElement() or pixels)
end)

restored.fields(SpatialBinaryLogisticRegression, {gradInput = restored.tensor})
