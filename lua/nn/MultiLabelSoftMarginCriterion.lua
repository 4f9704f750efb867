--- Binary cross entropy for each of several labels: `−w·(t·log σ(x) + (1 − t)·log(1 − σ(x)))`, σ being `nn.Sigmoid`.
--
-- The input is one sample of C scores or a batch of N×C, the target is of the same size, from 0 to 1. The mean over all
-- labels, or with `sizeAverage = false` the sum. Large scores do no harm.
--
--     nn.MultiLabelSoftMarginCriterion():forward(torch.Tensor {0, 1000}, torch.Tensor {1, 1})       -- log 2 / 2
--
-- @classmod nn.MultiLabelSoftMarginCriterion
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local MultiLabelSoftMarginCriterion, Criterion = torch.class('nn.MultiLabelSoftMarginCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt] torch.Tensor weights one for each of the C labels
function MultiLabelSoftMarginCriterion:__init(weights)
   Criterion.__init(self)
   self.weights = weights and wants.vector(self, 'a vector of weights', weights)
   self.sizeAverage = true
   self.sigmoid = nn.Sigmoid()
end

-- Input and target as vectors, and a weight for each element if there are any.
local function flat(self, input, target)
   wants.type(self, 'input', input, self.gradInput)
   if input:dim() == 0 then expected(self, 'an input with elements', input) end
   wants.elements(self, 'target', target, input)
   local weights = self.weights
   if weights then
      local labels = input:size(input:dim())
      wants.type(self, 'weights', weights, input)
      if input:dim() > 2 or weights:nElement() ~= labels then
         wants.otherSize(self, ('input of size C or NxC for %d weights'):format(weights:nElement()), input)
      end
      weights = weights:view(1, labels):expand(input:nElement() / labels, labels):contiguous():view(-1)
   end
   return input:contiguous():view(-1), target:contiguous():view(-1), weights
end

-- The loss of an element is `log(1 + e^−|x|) − x·(t − [x > 0])`.
function MultiLabelSoftMarginCriterion:updateOutput(input, target)
   local x, t, weights = flat(self, input, target)
   self._buffer1, self._buffer2 = self._buffer1 or x.new(), self._buffer2 or x.new()
   x.gt(self._buffer1:resizeAs(x), x, 0)
   self._buffer1:add(t, -1, self._buffer1):cmul(x)
   self._buffer2:resizeAs(x):copy(x):abs():mul(-1):exp():log1p():add(-1, self._buffer1)
   if weights then self._buffer2:cmul(weights) end
   self.output = self._buffer2:sum()
   if self.sizeAverage then self.output = self.output / x:nElement() end
   return self.output
end

function MultiLabelSoftMarginCriterion:updateGradInput(input, target)
   local x, t, weights = flat(self, input, target)
   self.gradInput:resizeAs(x):copy(self.sigmoid:updateOutput(x)):add(-1, t)
   if weights then self.gradInput:cmul(weights) end
   if self.sizeAverage then self.gradInput:div(x:nElement()) end
   return self.gradInput:resize(input:size())
end
