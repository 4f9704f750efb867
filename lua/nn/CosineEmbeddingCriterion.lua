--- How alike two vectors are by the angle between them.
--
-- The loss of a sample is `1 − cos(x1, x2)` where the label is 1 and `max(0, cos(x1, x2) − margin)` where it is −1.
-- The input is a table of two vectors or of two matrices N×D, the target a label or N of them. A batch gives the mean,
-- or with `sizeAverage = false` the sum. `backward` follows a `forward` of the same input.
--
--     nn.CosineEmbeddingCriterion():forward({torch.Tensor {1, 0}, torch.Tensor {0, 1}}, 1)       -- 1
--
-- @classmod nn.CosineEmbeddingCriterion
local expected = require 'nn.expected'
local labels = require 'nn.labels'
local pair = require 'nn.pair'
local wants = require 'nn.wants'
local addSingletonDimension = require('nn.utils').addSingletonDimension
local CosineEmbeddingCriterion, Criterion = torch.class('nn.CosineEmbeddingCriterion', 'nn.Criterion')

-- Keeps the norm of a vector of zeros away from 0.
local epsilon = 1e-12

--- Make a criterion.
-- @tparam[opt=0] number margin below which cosines of unlike vectors cost nothing
function CosineEmbeddingCriterion:__init(margin)
   Criterion.__init(self)
   if margin ~= nil and type(margin) ~= 'number' then expected(self, 'a margin', margin) end
   self.margin = margin or 0
   self.gradInput = {torch.Tensor(), torch.Tensor()}
   self.sizeAverage = true
end

-- Both inputs as matrices of as many rows, and their labels.
local function samples(self, input, target)
   local x1, x2 = pair(self, input)
   if x1:dim() > 2 then wants.otherSize(self, 'inputs of size D or NxD', x1) end
   if not x2:isSameSizeAs(x1) then wants.otherSize(self, 'two inputs of one size', x2) end
   if x1:dim() == 1 then x1, x2 = addSingletonDimension(x1), addSingletonDimension(x2) end
   return x1, x2, labels(self, target, x1:size(1), x1, '_y')
end

local function buffers(self, like)
   for _, name in ipairs {'buffer', 'w', 'w1', 'w22', 'w32', '_outputs'} do self[name] = self[name] or like.new() end
end

function CosineEmbeddingCriterion:updateOutput(input, target)
   local x1, x2, y = samples(self, input, target)
   buffers(self, x1)
   self.w1:sum(self.buffer:cmul(x1, x2), 2)
   self.w22:sum(self.buffer:cmul(x1, x1), 2):add(epsilon):pow(-1)
   self.w32:sum(self.buffer:cmul(x2, x2), 2):add(epsilon):pow(-1)
   self.w:cmul(self.w22, self.w32):sqrt()
   local outputs = self._outputs:cmul(self.w1, self.w):resize(x1:size(1))
   local unlike = y:eq(-1)
   outputs:maskedCopy(unlike, outputs:maskedSelect(unlike):add(-self.margin):cmax(0))
   self._idx = y:eq(1)
   outputs:maskedCopy(self._idx, outputs:maskedSelect(self._idx):mul(-1):add(1))
   self.output = outputs:sum()
   if self.sizeAverage then self.output = self.output / x1:size(1) end
   return self.output
end

-- The derivative of a cosine c for x1 is `w·x2 − c/|x1|²·x1`, and for x2 likewise.
local function gradient(self, gradInput, x, other, inverseSquare, factor)
   local buffer = self.buffer:cmul(self.w1, self.w):cmul(inverseSquare):cmul(factor)
   gradInput:cmul(buffer:expandAs(x), x):mul(-1)
   gradInput:addcmul(buffer:cmul(self.w, factor):expandAs(other), other)
end

function CosineEmbeddingCriterion:updateGradInput(input, target)
   local x1, x2, y = samples(self, input, target)
   if not self._outputs or self._outputs:nElement() ~= x1:size(1) then
      expected(self, 'updateOutput before backward', self._outputs)
   end
   local factor = y:eq(1):typeAs(x1):mul(-2):add(1)
   factor:maskedFill(y:eq(-1):cmul(self._outputs:eq(0)), 0)
   if self.sizeAverage then factor:div(x1:size(1)) end
   factor = factor:view(-1, 1)
   gradient(self, self.gradInput[1], x1, x2, self.w22, factor)
   gradient(self, self.gradInput[2], x2, x1, self.w32, factor)
   for i = 1, 2 do self.gradInput[i]:resize(input[i]:size()) end
   return self.gradInput
end

--- Convert the criterion; the mask in `_idx` keeps its type.
function CosineEmbeddingCriterion:type(type, cache)
   self._idx = nil
   Criterion.type(self, type, cache)
   self._idx = torch.ByteTensor()
   return self
end
