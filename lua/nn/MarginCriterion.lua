--- Hinge loss of targets 1 and −1: `Σ max (0, margin − x·t)`.
--
-- Divided by the number of elements, unless the field `sizeAverage` is set to false.
--
-- @classmod nn.MarginCriterion
local expected = require 'nn.expected'
local MarginCriterion, Criterion = torch.class('nn.MarginCriterion', 'nn.Criterion')

--- Make a criterion.
-- @tparam[opt=1] number margin what x·t should reach
function MarginCriterion:__init(margin)
   Criterion.__init(self)
   self.sizeAverage, self.margin = true, margin or 1
   if type(self.margin) ~= 'number' then expected(self, 'a number as margin', self.margin) end
   self.output_tensor = torch.Tensor(1)
end

require 'nn.elementwise'(MarginCriterion, 'MarginCriterion', 'margin')
