--- `ln(1 + exp(−y·x))` for targets of 1 and −1: the mean over all numbers. (Pinheiro, Collobert, Dollár, 2015,
-- arXiv:1506.06204.)
-- @classmod nn.BinaryLogisticRegression
local logistic = require 'dpnn.logistic'
local restored = require 'nn.restored'
local BinaryLogisticRegression, Criterion = torch.class('nn.BinaryLogisticRegression', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=true] boolean sizeAverage whether the sum is divided by how many numbers there are
function BinaryLogisticRegression:__init(sizeAverage)
   Criterion.__init(self)
   self.sizeAverage = sizeAverage == nil and true or sizeAverage
end

logistic.extend(BinaryLogisticRegression, function(self, input)
   return self.sizeAverage and input:nElement() or 1
end)

restored.fields(BinaryLogisticRegression, {gradInput = restored.tensor})
