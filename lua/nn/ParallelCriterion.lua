--- A weighted sum of criterions, each of its own input and target.
--
--     local criterion = nn.ParallelCriterion():add(nn.ClassNLLCriterion(), 0.5):add(nn.MSECriterion())
--     criterion:forward({torch.Tensor {-1, -2}, torch.Tensor {1, 2}}, {2, torch.Tensor {1, 4}})       -- 3
--
-- @classmod nn.ParallelCriterion
local expected = require 'nn.expected'
local like = require 'nn.like'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local ParallelCriterion, Criterion = torch.class('nn.ParallelCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=false] boolean repeatTarget whether every criterion gets the same target, instead of a table's
function ParallelCriterion:__init(repeatTarget)
   Criterion.__init(self)
   self.criterions, self.weights, self.gradInput = {}, {}, {}
   self.repeatTarget = repeatTarget
end

--- Append a criterion.
-- @tparam nn.Criterion criterion what is added
-- @tparam[opt=1] number weight what its loss is multiplied by
-- @treturn nn.ParallelCriterion itself
function ParallelCriterion:add(criterion, weight)
   if type(criterion) ~= 'table' then expected(self, 'a criterion', criterion) end
   if weight ~= nil and type(weight) ~= 'number' then expected(self, 'a weight', weight) end
   table.insert(self.criterions, criterion)
   table.insert(self.weights, weight or 1)
   return self
end

-- The targets, one for each criterion, by index.
local function targets(self, input, target)
   if torch.type(input) ~= 'table' then expected(self, 'a table of inputs', input) end
   if #input < #self.criterions then
      expected(self, ('%d inputs'):format(#self.criterions), ('%d'):format(#input))
   end
   if self.repeatTarget then return setmetatable({}, {__index = function() return target end}) end
   local isList = torch.isTensor(target) and target:dim() > 0 and target:size(1) >= #self.criterions
   if not isList and type(target) ~= 'table' then expected(self, 'a table of targets', target) end
   return target
end

function ParallelCriterion:updateOutput(input, target)
   target = targets(self, input, target)
   self.output = 0
   for i, criterion in ipairs(self.criterions) do
      self.output = self.output + self.weights[i] * criterion:updateOutput(input[i], target[i])
   end
   return self.output
end

function ParallelCriterion:updateGradInput(input, target)
   target = targets(self, input, target)
   self.gradInput = like.zeros(self.gradInput, wants.nested(self, 'input', input))
   for i, criterion in ipairs(self.criterions) do
      utils.recursiveAdd(self.gradInput[i], self.weights[i], criterion:updateGradInput(input[i], target[i]))
   end
   return self.gradInput
end

--- Convert the criterion; the gradients go.
function ParallelCriterion:type(type, cache)
   self.gradInput = {}
   return Criterion.type(self, type, cache)
end
