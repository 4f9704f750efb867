--- Mean squared error between an input of K numbers and the corner of a regular simplex that stands for its class.
--
-- The K corners have length 1 and are all as far from each other. The input is one sample or a batch, the target a
-- class from 1 to K or a vector of them.
--
-- Source: Mroueh, Poggio, Rosasco and Slotine, 2012, arXiv:1209.1360.
--
-- @classmod nn.ClassSimplexCriterion
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local ClassSimplexCriterion, MSECriterion = torch.class('nn.ClassSimplexCriterion', 'nn.MSECriterion')

-- The corners of a simplex of n + 1 corners as rows of n numbers, made one dimension at a time: a corner's product with
-- each of those after it is −1/n.
local function corners(n)
   local rows = torch.zeros(n + 1, n)
   for k = 1, n do
      if k == 1 then rows[1][1] = 1 else
         local before = rows[k]:narrow(1, 1, k - 1)
         rows[k][k] = math.sqrt(1 - before:dot(before))
      end
      for after = k + 1, n + 1 do
         local product = k == 1 and 0 or rows[after]:narrow(1, 1, k - 1):dot(rows[k]:narrow(1, 1, k - 1))
         rows[after][k] = (-1 / n - product) / rows[k][k]
      end
   end
   return rows
end

--- Make a criterion.
-- @tparam int nClasses K, at least 2
function ClassSimplexCriterion:__init(nClasses)
   MSECriterion.__init(self)
   if not isCount(nClasses) or nClasses < 2 then expected(self, 'a number of classes from 2 on', nClasses) end
   self.nClasses = nClasses
   -- A last column of zeros, so that a corner has as many numbers as there are classes.
   self.simplex = torch.zeros(nClasses, nClasses)
   self.simplex:narrow(2, 1, nClasses - 1):copy(corners(nClasses - 1))
   self._target = torch.Tensor(nClasses)
   self.output_tensor = torch.Tensor(1)
end

-- The corners of the target's classes, in `_target`, of the input's dimensions.
local function cornersOf(self, input, target)
   local isNumber = type(target) == 'number'
   if not isNumber and not (torch.isTensor(target) and target:dim() == 1) then
      expected(self, 'a class or a vector of classes', target)
   end
   local low, high = isNumber and target or target:min(), isNumber and target or target:max()
   if low < 1 or high > self.nClasses then
      expected(self, ('targets from 1 to %d'):format(self.nClasses), low < 1 and low or high)
   end
   local samples = isNumber and 1 or target:nElement()
   if not torch.isTensor(input) or input:nElement() ~= self.nClasses * samples then
      expected(self, ('an input of size %d or Nx%d'):format(self.nClasses, self.nClasses), input)
   end
   self._target:index(self.simplex, 1, isNumber and torch.LongTensor {target} or target:long())
   if input:dim() == 1 then self._target = self._target:view(-1) end
   return self._target
end

function ClassSimplexCriterion:updateOutput(input, target)
   return MSECriterion.updateOutput(self, input, cornersOf(self, input, target))
end

function ClassSimplexCriterion:updateGradInput(input, target)
   return MSECriterion.updateGradInput(self, input, cornersOf(self, input, target))
end

--- The scores of all classes: products of the input with their corners.
function ClassSimplexCriterion:getPredictions(input)
   if input:dim() == 1 then input = input:view(1, -1) end
   return torch.mm(input, self.simplex:t())
end

--- The class with the highest score, of each sample.
function ClassSimplexCriterion:getTopPrediction(input)
   local _, best = torch.max(self:getPredictions(input), 2)
   return best:view(-1)
end
