--- Margin between each right class t and each wrong one: `Σ max (0, 1 − x[t] + x[c]) / K`, for an input of K scores.
--
-- The target has the numbers of the right classes, the first 0 ending them. A batch gives the mean, or with the field
-- `sizeAverage` set to false the sum.
--
--     nn.MultiLabelMarginCriterion():forward(torch.Tensor {0.1, 0.2, 0.4}, torch.Tensor {3, 0, 0})       -- 0.5
--
-- @classmod nn.MultiLabelMarginCriterion
local compute = require('sconce.nn').MultiLabelMarginCriterion
local classTargets = require 'nn.classTargets'
local MultiLabelMarginCriterion, Criterion = torch.class('nn.MultiLabelMarginCriterion', 'nn.Criterion')

function MultiLabelMarginCriterion:__init()
   Criterion.__init(self)
   self.sizeAverage = true
   self.isTarget, self.output_tensor = torch.Tensor(), torch.Tensor(1)
end

function MultiLabelMarginCriterion:updateOutput(input, target)
   self.output = compute.updateOutput(self.isTarget, input, classTargets(self, target), self.sizeAverage)
   self.output_tensor = self.output_tensor or input.new(1)
   self.output_tensor[1] = self.output
   return self.output
end

function MultiLabelMarginCriterion:updateGradInput(input, target)
   compute.updateGradInput(self.gradInput, self.isTarget, input, classTargets(self, target), self.sizeAverage)
   return self.gradInput
end
