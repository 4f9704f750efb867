--- Negative log likelihood of the right class: `−w[t]·x[t]`, for log probabilities x such as `nn.LogSoftMax` gives.
--
-- The input is one sample of C numbers or a batch of N×C, the target a class from 1 to C or N of them. A batch gives
-- the mean, weighted by the classes' weights, or with `sizeAverage = false` the sum.
--
--     nn.ClassNLLCriterion():forward(torch.Tensor {-1, -2, -3}, 2)       -- 2
--
-- @classmod nn.ClassNLLCriterion
local compute = require('sconce.nn').ClassNLLCriterion
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local ClassNLLCriterion, Criterion = torch.class('nn.ClassNLLCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt] torch.Tensor weights one for each class
-- @tparam[opt=true] boolean sizeAverage whether to divide by the weights of the targets
-- @tparam[opt=-100] int ignoreIndex a target that does not count
function ClassNLLCriterion:__init(weights, sizeAverage, ignoreIndex)
   Criterion.__init(self)
   self.sizeAverage = sizeAverage ~= false
   self.ignoreIndex = ignoreIndex or -100
   if weights then self.weights = wants.vector(self, 'a vector of weights', weights) end
   self.output_tensor, self.total_weight_tensor = torch.Tensor(1):zero(), torch.Tensor(1):fill(1)
   self.target = torch.LongTensor(1):zero()
end

--- The length of the weights, 0 without any.
function ClassNLLCriterion:__len() return self.weights and #self.weights or 0 end

-- The target as a LongTensor, in `target`; one class needs no tensor made. Of several for a single sample the first
-- counts.
local function remember(self, input, target)
   if type(target) == 'number' then
      if torch.type(self.target) ~= 'torch.LongTensor' then self.target = self.target:long() end
      if self.target:nElement() ~= 1 then self.target = torch.LongTensor(1) end
      self.target[1] = target
   elseif torch.isTensor(target) then
      local single = torch.isTensor(input) and input:dim() == 1 and target:nElement() > 1
      self.target = (single and target:view(-1):narrow(1, 1, 1) or target):long()
   else
      expected(self, 'a class or a tensor of classes', target)
   end
   return self.target
end

function ClassNLLCriterion:updateOutput(input, target)
   compute.updateOutput(self.output_tensor, self.total_weight_tensor, input, remember(self, input, target),
      self.weights, self.sizeAverage, self.ignoreIndex)
   self.output = self.output_tensor[1]
   return self.output, self.total_weight_tensor[1]
end

function ClassNLLCriterion:updateGradInput(input, target)
   compute.updateGradInput(self.gradInput, input, remember(self, input, target), self.weights, self.total_weight_tensor,
      self.sizeAverage, self.ignoreIndex)
   return self.gradInput
end
