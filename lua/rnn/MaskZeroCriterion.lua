--- A criterion that leaves samples out whose input is 0: they count for nothing, and their gradients are 0.
-- @classmod nn.MaskZeroCriterion
local expected = require 'nn.expected'
local masks = require 'rnn.masks'
local MaskZeroCriterion, Criterion = torch.class('nn.MaskZeroCriterion', 'nn.Criterion')

--- Make one.
-- @tparam nn.Criterion criterion
-- @tparam int nInputDim dimensions of a sample of the first tensor of the input
function MaskZeroCriterion:__init(criterion, nInputDim)
   Criterion.__init(self)
   if not torch.isTypeOf(criterion, 'nn.Criterion') then expected(self, 'a criterion', criterion) end
   if type(nInputDim) ~= 'number' then expected(self, "a number of a sample's dimensions", nInputDim) end
   self.criterion, self.nInputDim = criterion, nInputDim
end

-- The samples that count, of a tensor or of each of a table's.
local function pick(value, kept)
   if torch.isTensor(value) then return value:dim() > 0 and value:index(1, kept) or value end
   if torch.type(value) ~= 'table' then return value end
   local result = {}
   for key, part in pairs(value) do result[key] = pick(part, kept) end
   return result
end

-- Gradients among zeros, in the sizes of the input.
local function spread(to, input, gradient, kept)
   if torch.type(input) == 'table' then
      to = torch.type(to) == 'table' and to or {}
      for key, part in pairs(input) do to[key] = spread(to[key], part, gradient and gradient[key], kept) end
      return to
   end
   to = torch.typename(to) == torch.typename(input) and to or input.new()
   to:resizeAs(input):zero()
   if gradient and kept then to:indexCopy(1, kept, gradient) elseif gradient then to:copy(gradient) end
   return to
end

function MaskZeroCriterion:updateOutput(input, target)
   local kept = masks.kept(masks.zeros(self, input, self.nInputDim))
   self.kept = kept
   self.isEmpty = kept:nElement() == 0
   if self.isEmpty then
      self.output = 0
   elseif not self.batchmode then
      self.output = self.criterion:updateOutput(input, target)
   else
      self.input, self.target = pick(input, kept), pick(target, kept)
      self.output = self.criterion:updateOutput(self.input, self.target)
   end
   return self.output
end

function MaskZeroCriterion:updateGradInput(input, target)
   if not self.kept then expected(self, 'a forward before backward', 'no mask') end
   local gradient
   if not self.isEmpty and self.batchmode then
      gradient = self.criterion:updateGradInput(self.input, self.target)
   elseif not self.isEmpty then
      gradient = self.criterion:updateGradInput(input, target)
   end
   self.gradInput = spread(self.gradInput, input, gradient, self.batchmode and self.kept)
   return self.gradInput
end

function MaskZeroCriterion:type(type, ...)
   self.zeroMask, self._zeroMask, self.kept, self.input, self.target = nil, nil, nil, nil, nil
   return Criterion.type(self, type, ...)
end
