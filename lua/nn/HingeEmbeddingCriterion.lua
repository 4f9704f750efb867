--- A hinge for distances: `x` where the label is 1, `max(0, margin − x)` where it is −1.
--
-- The target is a label for each element of the input; for one element it may be a number. The losses are averaged, or
-- with `sizeAverage = false` summed.
--
--     nn.HingeEmbeddingCriterion(2):forward(torch.Tensor {0.3, 1.8}, torch.Tensor {1, -1})       -- 0.25
--
-- @classmod nn.HingeEmbeddingCriterion
local expected = require 'nn.expected'
local labels = require 'nn.labels'
local wants = require 'nn.wants'
local HingeEmbeddingCriterion, Criterion = torch.class('nn.HingeEmbeddingCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=1] number margin from which distances of unlike samples cost nothing
function HingeEmbeddingCriterion:__init(margin)
   Criterion.__init(self)
   if margin ~= nil and type(margin) ~= 'number' then expected(self, 'a margin', margin) end
   self.margin = margin or 1
   self.sizeAverage = true
end

-- Files of older versions lack `sizeAverage`, which stands for true.

local function prepare(self, input, target)
   wants.type(self, 'input', input, self.gradInput)
   if input:dim() == 0 then expected(self, 'an input with elements', input) end
   return labels(self, target, input:nElement(), input, 'ty')
end

function HingeEmbeddingCriterion:updateOutput(input, target)
   local y = prepare(self, input, target)
   self.buffer = self.buffer or input.new()
   local buffer = self.buffer:resizeAs(input):copy(input)
   buffer:maskedFill(y:eq(-1), 0)
   local near = buffer:sum()
   buffer:fill(self.margin):add(-1, input):cmax(0):maskedFill(y:eq(1), 0)
   self.output = near + buffer:sum()
   if self.sizeAverage ~= false then self.output = self.output / input:nElement() end
   return self.output
end

function HingeEmbeddingCriterion:updateGradInput(input, target)
   local y = prepare(self, input, target)
   self.gradInput:resizeAs(input):copy(y):maskedFill(y:eq(-1):cmul(input:gt(self.margin)), 0)
   if self.sizeAverage ~= false then self.gradInput:div(input:nElement()) end
   return self.gradInput
end
