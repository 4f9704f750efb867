--- Which of two is to rank higher: `max(0, −y·(x1 − x2) + margin)`, for a label y of 1 (the first) or −1.
--
-- The input is a table of two tensors of one number or of N numbers each, the target a label or N of them. A batch
-- gives the mean, or with `sizeAverage = false` the sum.
--
--     nn.MarginRankingCriterion(0.5):forward({torch.Tensor {2}, torch.Tensor {1}}, -1)       -- 1.5
--
-- @classmod nn.MarginRankingCriterion
local expected = require 'nn.expected'
local labels = require 'nn.labels'
local pair = require 'nn.pair'
local wants = require 'nn.wants'
local MarginRankingCriterion, Criterion = torch.class('nn.MarginRankingCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=1] number margin by which the ranks must differ
function MarginRankingCriterion:__init(margin)
   Criterion.__init(self)
   if margin ~= nil and type(margin) ~= 'number' then expected(self, 'a margin', margin) end
   self.margin = margin or 1
   self.gradInput = {torch.Tensor(1), torch.Tensor(1)}
   self.sizeAverage = true
end

-- The difference of two tensors of one element.
local function difference(self, x1, x2)
   if x1:nElement() ~= 1 then wants.otherSize(self, ('%d labels'):format(x1:nElement()), 1) end
   return x1:storage()[x1:storageOffset()] - x2:storage()[x2:storageOffset()]
end

-- `margin − y·(x1 − x2)`, in a buffer, and the labels.
local function shortfall(self, name, x1, x2, target)
   local y = labels(self, target, x1:nElement(), x1)
   self[name] = self[name] or x1.new()
   return self[name]:add(x1, -1, x2):cmul(y):mul(-1):add(self.margin), y
end

-- What the sum over a batch is multiplied by.
local function scale(self, tensor) return self.sizeAverage and 1 / tensor:size(1) or 1 end

function MarginRankingCriterion:updateOutput(input, target)
   local x1, x2 = pair(self, input)
   if type(target) == 'number' then
      self.output = math.max(0, self.margin - target * difference(self, x1, x2))
   else
      local output = shortfall(self, '_output', x1, x2, target):cmax(0)
      self.output = output:sum() * scale(self, output)
   end
   return self.output
end

function MarginRankingCriterion:updateGradInput(input, target)
   local x1, x2 = pair(self, input)
   local g1, g2 = self.gradInput[1], self.gradInput[2]
   if type(target) == 'number' then
      local isActive = self.margin - target * difference(self, x1, x2) >= 0
      g1:resizeAs(x1):fill(isActive and -target or 0)
      g2:resizeAs(x2):fill(isActive and target or 0)
   else
      local dist, y = shortfall(self, 'dist', x1, x2, target)
      self.mask = self.mask or dist.new()
      dist.ge(self.mask, dist, 0)
      g1:cmul(self.mask, y):mul(-scale(self, dist)):resize(dist:size())
      g2:resizeAs(g1):copy(g1):mul(-1)
   end
   return self.gradInput
end
