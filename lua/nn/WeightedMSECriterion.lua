--- Mean squared error from a weighted target: `Σ (x − w·t)² / n`, or the sum alone with the field `sizeAverage` set to
-- false.
-- @classmod nn.WeightedMSECriterion
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local WeightedMSECriterion, MSECriterion = torch.class('nn.WeightedMSECriterion', 'nn.MSECriterion')

--- Make a criterion.
-- @tparam torch.Tensor weight what the target is multiplied by, element by element of a sample
function WeightedMSECriterion:__init(weight)
   MSECriterion.__init(self)
   if not torch.isTensor(weight) then expected(self, 'a tensor of weights', weight) end
   self.weight = weight:clone()
end

-- The weighted target, in `buffer`.
local function weighted(self, input, target)
   local weight = self.weight
   wants.type(self, 'input', input, self.gradInput)
   wants.type(self, 'target', target, input)
   local isBatch = target:dim() == weight:dim() + 1 and target:nElement() == target:size(1) * weight:nElement()
   if not isBatch and target:nElement() ~= weight:nElement() then
      expected(self, "a target of the weights' size or a batch of such", target)
   end
   self.buffer = self.buffer or input.new()
   self.buffer:resizeAs(target):copy(target)
   if isBatch then
      self.buffer:cmul(weight:contiguous():view(1, table.unpack(weight:size():totable())):expandAs(target))
   else
      self.buffer:cmul(weight)
   end
   return self.buffer
end

function WeightedMSECriterion:updateOutput(input, target)
   return MSECriterion.updateOutput(self, input, weighted(self, input, target))
end

function WeightedMSECriterion:updateGradInput(input, target)
   return MSECriterion.updateGradInput(self, input, weighted(self, input, target))
end
