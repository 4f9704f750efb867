--- Cross entropy of probabilities: `−Σ w·(t·log x + (1 − t)·log (1 − x))`, for x and t from 0 to 1.
--
-- Divided by the number of elements, unless `sizeAverage` is false. What logarithms are taken of is 10⁻¹² larger, so
-- that they are finite.
--
-- @classmod nn.BCECriterion
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local BCECriterion, Criterion = torch.class('nn.BCECriterion', 'nn.Criterion')

BCECriterion.eps = 1e-12

--- Make a criterion.
-- @tparam[opt] torch.Tensor weights one for each element of a sample
-- @tparam[opt=true] boolean sizeAverage whether to divide by the number of elements
function BCECriterion:__init(weights, sizeAverage)
   Criterion.__init(self)
   self.sizeAverage = sizeAverage ~= false
   if weights ~= nil then self.weights = wants.vector(self, 'a vector of weights', weights) end
   self.output_tensor = torch.Tensor(1)
end

--- The length of the weights, 0 without any.
function BCECriterion:__len() return self.weights and #self.weights or 0 end

-- The same for every sample of a batch.
local function weights(self, target)
   local one = self.weights
   if not one or not torch.isTensor(target) or target:dim() < 2 then return one end
   if target:size(2) ~= one:size(1) or target:dim() > 2 then
      expected(self, ('a target of size %d or Nx%d'):format(one:size(1), one:size(1)), target)
   end
   return one:view(1, one:size(1)):expandAs(target)
end

require 'nn.elementwise'(BCECriterion, 'BCECriterion', 'eps', weights)
