--- A hinge for the L1 distance d of two tensors: `d` where the label is 1, `max(0, margin − d)` where it is −1.
--
--     nn.L1HingeEmbeddingCriterion():forward({torch.Tensor {1, 2}, torch.Tensor {3, 2}}, 1)      -- 2
--
-- @classmod nn.L1HingeEmbeddingCriterion
local expected = require 'nn.expected'
local pair = require 'nn.pair'
local randomSign = require 'nn.randomSign'
local L1HingeEmbeddingCriterion, Criterion = torch.class('nn.L1HingeEmbeddingCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=1] number margin from which distances of unlike tensors cost nothing
function L1HingeEmbeddingCriterion:__init(margin)
   Criterion.__init(self)
   if margin ~= nil and type(margin) ~= 'number' then expected(self, 'a margin', margin) end
   self.margin = margin or 1
   self.gradInput = {torch.Tensor(), torch.Tensor()}
end

-- One label for the whole input, as a number.
local function label(self, target)
   if torch.isTensor(target) and target:dim() == 1 then target = target[1] end
   if type(target) ~= 'number' then expected(self, 'a label', target) end
   return target
end

function L1HingeEmbeddingCriterion:updateOutput(input, target)
   local x1, x2 = pair(self, input)
   self.output = x1:dist(x2, 1)
   if label(self, target) == -1 then self.output = math.max(0, self.margin - self.output) end
   return self.output
end

function L1HingeEmbeddingCriterion:updateGradInput(input, target)
   local x1, x2 = pair(self, input)
   local unlike = label(self, target) == -1
   local g1, g2 = self.gradInput[1], self.gradInput[2]
   g1:resizeAs(x1):copy(x1):add(-1, x2)
   g2:resizeAs(x2)
   if unlike and g1:norm(1) > self.margin then
      g1:zero()
      g2:zero()
   else
      if g1:eq(0):sum() > 0 then g1:apply(randomSign) else g1:sign() end
      if unlike then g1:mul(-1) end
      g2:zero():add(-1, g1)
   end
   return self.gradInput
end
