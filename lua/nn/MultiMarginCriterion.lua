--- Margin between the right class t and each other: `Σ max (0, margin − x[t] + x[c])ᵖ / K`, for an input of K scores.
--
-- A batch gives the mean, or with the field `sizeAverage` set to false the sum. Weights, one for each class, weigh the
-- samples of that class.
--
--     nn.MultiMarginCriterion():forward(torch.Tensor {0.2, 0.4, 0.1}, 1)       -- 0.7: (1.2 + 0.9) / 3
--
-- @classmod nn.MultiMarginCriterion
local compute = require('sconce.nn').MultiMarginCriterion
local classTargets = require 'nn.classTargets'
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local MultiMarginCriterion, Criterion = torch.class('nn.MultiMarginCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=1] int p 1 or 2
-- @tparam[opt] torch.Tensor weights one for each class
-- @tparam[opt=1] number margin
function MultiMarginCriterion:__init(p, weights, margin)
   Criterion.__init(self)
   self.p, self.margin, self.sizeAverage = p or 1, margin or 1, true
   if self.p ~= 1 and self.p ~= 2 then expected(self, 'p to be 1 or 2', self.p) end
   if type(self.margin) ~= 'number' then expected(self, 'a number as margin', self.margin) end
   if weights ~= nil then self.weights = wants.vector(self, 'a vector of weights', weights) end
   self.output_tensor = torch.Tensor(1)
end

function MultiMarginCriterion:updateOutput(input, target)
   wants.tensor(self, 'input', input)
   self.output = compute.updateOutput(
      input, classTargets(self, target), self.weights, self.p or 1, self.margin or 1, self.sizeAverage)
   self.output_tensor = self.output_tensor or input.new(1)
   self.output_tensor[1] = self.output
   return self.output
end

function MultiMarginCriterion:updateGradInput(input, target)
   wants.tensor(self, 'input', input)
   compute.updateGradInput(
      self.gradInput, input, classTargets(self, target), self.weights, self.p or 1, self.margin or 1, self.sizeAverage)
   return self.gradInput
end
