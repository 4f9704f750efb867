--- A weighted sum of criteria, each with an input of its own, and a target of its own or the same for all.
--
--     local criterion = nn.SuperCriterion()
--     criterion:add(nn.MSECriterion())
--     criterion:add(nn.AbsCriterion(), 0.5)
--     criterion:forward({x1, x2}, {y1, y2})      -- MSE of x1 and y1 plus half the mean distance of x2 and y2
--
-- @classmod nn.SuperCriterion
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local SuperCriterion, Criterion = torch.class('nn.SuperCriterion', 'nn.Criterion')

function SuperCriterion:__init()
   Criterion.__init(self)
   self.criterions, self.weights, self.gradInput = {}, {}, {}
end

--- Append a criterion.
-- @tparam nn.Criterion criterion
-- @tparam[opt=1] number weight
function SuperCriterion:add(criterion, weight)
   table.insert(self.criterions, wants.criterion(self, criterion))
   table.insert(self.weights, wants.number(self, 'a weight', weight or 1))
end

-- Call a function with each criterion, its input and its target.
local function each(self, input, target, visit)
   if torch.type(input) ~= 'table' or #input < #self.criterions then
      expected(self, ('a table of %d inputs'):format(#self.criterions), input)
   end
   for i, criterion in ipairs(self.criterions) do
      visit(i, criterion, input[i], torch.type(target) == 'table' and target[i] or target)
   end
end

function SuperCriterion:updateOutput(input, target)
   local sum = 0
   each(self, input, target, function(i, criterion, x, y)
      sum = sum + self.weights[i] * criterion:updateOutput(x, y)
   end)
   self.output = sum
   return sum
end

function SuperCriterion:updateGradInput(input, target)
   self.gradInput = {}
   each(self, input, target, function(i, criterion, x, y)
      local gradient = criterion:updateGradInput(x, y)
      self.gradInput[i] = gradient.new():resizeAs(gradient):copy(gradient):mul(self.weights[i])
   end)
   return self.gradInput
end
