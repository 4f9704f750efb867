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

-- `margin − y·(x1 − x2)`, in a buffer.
local function shortfall(self, name, input, target)
   local x1, x2 = pair(self, input)
   local y = labels(self, target, x1:nElement(), x1, '_y')
   self[name] = self[name] or x1.new()
   return self[name]:add(x1, -1, x2):cmul(y):mul(-1):add(self.margin), y
end

-- What the sum over a batch is multiplied by.
local function scale(self, tensor) return self.sizeAverage and 1 / tensor:size(1) or 1 end

function MarginRankingCriterion:updateOutput(input, target)
   local output = shortfall(self, '_output', input, target):cmax(0)
   self.output = output:sum() * scale(self, output)
   return self.output
end

function MarginRankingCriterion:updateGradInput(input, target)
   local dist, y = shortfall(self, 'dist', input, target)
   self.mask = self.mask or dist.new()
   dist.ge(self.mask, dist, 0)
   local g1, g2 = self.gradInput[1], self.gradInput[2]
   g1:cmul(self.mask, y):mul(-scale(self, dist)):resize(dist:size())
   g2:resizeAs(g1):copy(g1):mul(-1)
   return self.gradInput
end
