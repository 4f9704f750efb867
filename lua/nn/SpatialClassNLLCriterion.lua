--- Negative log likelihood of the right class at each place of a picture: `−w[t]·x[t]`, for log probabilities x.
--
-- The input is N×C×H×W, the target N×H×W classes from 1 to C. The loss is the mean over all places, weighted by the
-- classes' weights, or with `sizeAverage = false` the sum.
--
-- @classmod nn.SpatialClassNLLCriterion
local compute = require('sconce.nn').ClassNLLCriterion
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local SpatialClassNLLCriterion, Criterion = torch.class('nn.SpatialClassNLLCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt] torch.Tensor weights one for each class
-- @tparam[opt=true] boolean sizeAverage whether to divide by the weights of the targets
function SpatialClassNLLCriterion:__init(weights, sizeAverage)
   Criterion.__init(self)
   self.sizeAverage = sizeAverage ~= false
   if weights ~= nil then self.weights = wants.vector(self, 'a vector of weights', weights) end
   self.output_tensor, self.total_weight_tensor = torch.zeros(1), torch.ones(1)
   self.target = torch.LongTensor(1):zero()
end

--- The length of the weights, 0 without any.
function SpatialClassNLLCriterion:__len() return self.weights and #self.weights or 0 end

-- No class is ignored: no target is as low.
local none = -2 ^ 40

local function remember(self, input, target)
   if not torch.isTensor(input) or input:dim() ~= 4 then expected(self, 'an input of size NxCxHxW', input) end
   if not torch.isTensor(target) then expected(self, 'a tensor of classes', target) end
   self.target = target:long()
   return self.target
end

function SpatialClassNLLCriterion:updateOutput(input, target)
   compute.updateOutput(self.output_tensor, self.total_weight_tensor, input, remember(self, input, target),
      self.weights, self.sizeAverage, none)
   self.output = self.output_tensor[1]
   return self.output, self.total_weight_tensor[1]
end

function SpatialClassNLLCriterion:updateGradInput(input, target)
   compute.updateGradInput(self.gradInput, input, remember(self, input, target), self.weights,
      self.total_weight_tensor, self.sizeAverage, none)
   return self.gradInput
end
