--- Negative log likelihood of the right class, for scores that are no probabilities yet: `nn.LogSoftMax`, then
-- `nn.ClassNLLCriterion`.
--
-- The input is one sample of C scores or a batch of N×C, the target a class from 1 to C or N of them; dimensions of one
-- element are left out of account.
--
--     nn.CrossEntropyCriterion():forward(torch.Tensor {1, 1}, 2)      -- log 2
--
-- @classmod nn.CrossEntropyCriterion
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local CrossEntropyCriterion, Criterion = torch.class('nn.CrossEntropyCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt] torch.Tensor weights one for each class
-- @tparam[opt=true] boolean sizeAverage whether to divide by the weights of the targets
function CrossEntropyCriterion:__init(weights, sizeAverage)
   Criterion.__init(self)
   if weights then wants.vector(self, 'a vector of weights', weights) end
   self.lsm, self.nll = nn.LogSoftMax(), nn.ClassNLLCriterion(weights, sizeAverage)
   self.sizeAverage, self.oldSizeAverage = self.nll.sizeAverage, self.nll.sizeAverage
end

-- Without dimensions of one element, but a tensor all the same.
local function squeezed(input)
   return input:nElement() == 1 and input:reshape(1) or input:squeeze()
end

local function checkInput(self, input)
   if not torch.isTensor(input) then expected(self, 'a tensor of scores', input) end
end

local function class(self, target)
   if torch.isTensor(target) then return target:squeeze() end
   if type(target) ~= 'number' then expected(self, 'a class or a tensor of classes', target) end
   return target
end

function CrossEntropyCriterion:updateOutput(input, target)
   checkInput(self, input)
   -- Either of the two may have been changed by the script; the later change counts.
   if self.sizeAverage ~= self.oldSizeAverage then
      self.nll.sizeAverage, self.oldSizeAverage = self.sizeAverage, self.sizeAverage
   end
   self.output = self.nll:updateOutput(self.lsm:updateOutput(squeezed(input)), class(self, target))
   return self.output
end

function CrossEntropyCriterion:updateGradInput(input, target)
   checkInput(self, input)
   local gradient = self.nll:updateGradInput(self.lsm.output, class(self, target))
   self.gradInput:view(self.lsm:updateGradInput(squeezed(input), gradient), input:size())
   return self.gradInput
end
