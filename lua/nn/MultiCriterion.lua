--- A weighted sum of criterions, all of the same input and target.
--
--     nn.MultiCriterion():add(nn.MSECriterion(), 0.5):add(nn.SpatialAutoCropMSECriterion())
--
-- @classmod nn.MultiCriterion
local expected = require 'nn.expected'
local like = require 'nn.like'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local MultiCriterion, Criterion = torch.class('nn.MultiCriterion', 'nn.Criterion')

function MultiCriterion:__init()
   Criterion.__init(self)
   self.criterions = {}
   self.weights = torch.DoubleStorage()
end

--- Append a criterion.
-- @tparam nn.Criterion criterion what is added
-- @tparam[opt=1] number weight what its loss is multiplied by
-- @treturn nn.MultiCriterion itself
function MultiCriterion:add(criterion, weight)
   if type(criterion) ~= 'table' then expected(self, 'a criterion', criterion) end
   if weight ~= nil and type(weight) ~= 'number' then expected(self, 'a weight', weight) end
   table.insert(self.criterions, criterion)
   self.weights:resize(#self.criterions)
   self.weights[#self.criterions] = weight or 1
   return self
end

function MultiCriterion:updateOutput(input, target)
   self.output = 0
   for i, criterion in ipairs(self.criterions) do
      self.output = self.output + self.weights[i] * criterion:updateOutput(input, target)
   end
   return self.output
end

function MultiCriterion:updateGradInput(input, target)
   self.gradInput = like.zeros(self.gradInput, wants.nested(self, 'input', input))
   for i, criterion in ipairs(self.criterions) do
      utils.recursiveAdd(self.gradInput, self.weights[i], criterion:updateGradInput(input, target))
   end
   return self.gradInput
end
