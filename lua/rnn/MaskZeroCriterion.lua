--- A criterion that leaves samples out: they count for nothing, and their gradients are 0.
--
-- Those are left out whose input is 0, or, without a number of dimensions, that `setZeroMask` marks with a 1.
--
-- @classmod nn.MaskZeroCriterion
local expected = require 'nn.expected'
local given = require 'rnn.givenMask'
local masks = require 'rnn.masks'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local MaskZeroCriterion, Criterion = torch.class('nn.MaskZeroCriterion', 'nn.Criterion')

--- Make one.
-- @tparam nn.Criterion criterion
-- @tparam[opt=false] int|boolean nInputDim dimensions of a sample of the first tensor of the input; or whether only
-- zeros of the input count, not what is given with `setZeroMask`
function MaskZeroCriterion:__init(criterion, nInputDim)
   Criterion.__init(self)
   self.criterion = wants.criterion(self, criterion)
   if type(nInputDim) == 'number' then
      self.nInputDim = nInputDim
   elseif nInputDim == nil or type(nInputDim) == 'boolean' then
      self.v2 = not nInputDim
   else
      expected(self, "a number of a sample's dimensions", nInputDim)
   end
end

--- Take a mask for the calls to come: 1 for what is left out, false for nothing.
MaskZeroCriterion.setZeroMask = given.set

-- The mask as a column; nothing if no sample is left out.
local function maskOf(self, input)
   if self.nInputDim and not self.v2 then return masks.zeros(self, input, self.nInputDim) end
   self.batchmode = true
   local mask = given.of(self, input)
   return mask and mask:view(-1, 1)
end

-- The samples that count, of a tensor or of each of a table's.
local function pick(self, name, value)
   if torch.isTensor(value) then
      if value:dim() == 0 then return value end
      if value:size(1) < self.count then expected(self, ('%s of %d samples'):format(name, self.count), value) end
      return value:index(1, self.kept)
   end
   if torch.type(value) ~= 'table' then return value end
   local result = {}
   for key, part in pairs(value) do result[key] = pick(self, name, part) end
   return result
end

-- Gradients among zeros, in the sizes of the input.
local function spread(self, to, input, gradient, kept)
   if torch.type(input) == 'table' then
      to = torch.type(to) == 'table' and to or {}
      for key, part in pairs(input) do to[key] = spread(self, to[key], part, gradient and gradient[key], kept) end
      return to
   end
   to = torch.typename(to) == torch.typename(input) and to or input.new()
   to:resizeAs(input):zero()
   local count = input:nElement()
   if kept and count > 0 then count = count // input:size(1) * kept:nElement() end
   local fits = torch.typename(gradient) == torch.typename(input) and gradient:nElement() == count
   if gradient and not fits then expected(self, 'an input as in the forward', input) end
   if gradient and kept then to:indexCopy(1, kept, gradient) elseif gradient then to:copy(gradient) end
   return to
end

function MaskZeroCriterion:updateOutput(input, target)
   local mask = maskOf(self, input)
   self.kept = mask and masks.kept(mask)
   -- The original's files have here what is kept.
   if self.zeroMask then self.zeroMask = self.kept end
   self.isEmptyBatch = mask ~= nil and self.kept:nElement() == 0
   self.picks = mask ~= nil and self.batchmode
   self.count = mask and mask:size(1)
   if self.isEmptyBatch then
      self.output = 0
   elseif self.picks then
      self.input, self.target = pick(self, 'an input', input), pick(self, 'a target', target)
      self.output = self.criterion:updateOutput(self.input, self.target)
   else
      self.output = self.criterion:updateOutput(input, target)
   end
   return self.output
end

function MaskZeroCriterion:updateGradInput(input, target)
   if self.picks == nil then expected(self, 'a forward before backward', 'no mask') end
   local first = masks.first(self, input)
   if self.picks and (first:dim() == 0 or first:size(1) ~= self.count) then
      expected(self, ('an input of %d samples, as in the forward'):format(self.count), first)
   end
   local gradient
   if not self.isEmptyBatch and self.picks then
      gradient = self.criterion:updateGradInput(self.input, self.target)
   elseif not self.isEmptyBatch then
      gradient = self.criterion:updateGradInput(input, target)
   end
   self.gradInput = spread(self, self.gradInput, input, gradient, self.picks and self.kept)
   return self.gradInput
end

function MaskZeroCriterion:type(type, ...)
   for _, name in ipairs {'zeroMask', '_zeroMask', 'ownMask', 'kept', 'input', 'target', 'picks', 'count'} do
      self[name] = nil
   end
   return Criterion.type(self, type, ...)
end

restored.fields(MaskZeroCriterion, {criterion = restored.needed})
