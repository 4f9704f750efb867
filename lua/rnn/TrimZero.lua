--- As `nn.MaskZero`, but samples that are 0 are left out of what is computed: faster where there are many.
-- (Kim, 2016: TrimZero, a Torch recurrent module for efficient natural language processing.)
-- @classmod nn.TrimZero
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local masks = require 'rnn.masks'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local TrimZero, MaskZero = torch.class('nn.TrimZero', 'nn.MaskZero')

--- Make one.
-- @tparam nn.Module module what is decorated
-- @tparam[opt=false] int|boolean nInputDim dimensions of a sample of the first tensor of the input
-- @tparam[opt=false] boolean silent whether nothing is said about modules that step by themselves
function TrimZero:__init(module, nInputDim, silent)
   if not isCount(nInputDim) then expected(self, "a number of a sample's dimensions", nInputDim) end
   MaskZero.__init(self, module, nInputDim, silent)
   self.temp, self.gradTemp = torch.Tensor(), torch.Tensor()
end

-- The samples that are not masked.
local function trim(self, value, kept)
   if torch.type(value) == 'table' then
      local result = {}
      for key, part in pairs(value) do result[key] = trim(self, part, kept) end
      return result
   end
   if not torch.isTensor(value) then expected(self, 'a tensor or a table of tensors', value) end
   local count = self.zeroMask:size(1)
   if value:dim() == 0 or value:size(1) ~= count then expected(self, ('a batch of %d'):format(count), value) end
   return value:index(1, kept)
end

-- The same among zeros, in a batch as large as the input's.
local function untrim(self, to, value, kept, count)
   if torch.type(value) == 'table' then
      to = torch.type(to) == 'table' and to or {}
      for key, part in pairs(value) do to[key] = untrim(self, to[key], part, kept, count) end
      return to
   end
   to = torch.typename(to) == torch.typename(value) and to or value.new()
   local size = value:size()
   size[1] = count
   return to:resize(size):zero():indexCopy(1, kept, value)
end

-- The whole batch may be masked: then nothing is computed, and zeros have the size that outputs had last.
local function zeros(to, like, count)
   if torch.type(like) == 'table' then
      to = torch.type(to) == 'table' and to or {}
      for key, part in pairs(like) do to[key] = zeros(to[key], part, count) end
      return to
   end
   to = torch.typename(to) == torch.typename(like) and to or like.new()
   local size = like:size()
   if count and #size > 0 then size[1] = count end
   return to:resize(size):zero()
end

function TrimZero:updateOutput(input)
   local mask = masks.zeros(self, input, self.nInputDim)
   self.kept = masks.kept(mask)
   local some, all = self.kept:nElement() > 0, self.kept:nElement() == mask:size(1)
   if all or not some then
      -- Without anything to leave out, or to compute, what is computed is the whole.
      self.trimmed = nil
      self.output = self:recursiveMask(self.output, self.modules[1]:updateOutput(input), mask)
   else
      self.trimmed = trim(self, input, self.kept)
      self.output = untrim(self, self.output, self.modules[1]:updateOutput(self.trimmed), self.kept, mask:size(1))
   end
   return self.output
end

function TrimZero:updateGradInput(input, gradOutput)
   if not self.zeroMask then expected(self, 'a forward before backward', 'no mask') end
   if not self.trimmed then
      -- A copy: the original, if it reads this module from a file, writes zeros into it before it reads the module's.
      self.ownGradInput = nn.utils.recursiveCopy(self.ownGradInput, MaskZero.updateGradInput(self, input, gradOutput))
      self.gradInput = self.ownGradInput
      return self.gradInput
   end
   wants.nested(self, 'input', input)
   self.gradOutput = trim(self, gradOutput, self.kept)
   local gradInput = self.modules[1]:updateGradInput(self.trimmed, self.gradOutput)
   self.gradInput = untrim(self, zeros(self.ownGradInput, input), gradInput, self.kept, self.zeroMask:size(1))
   self.ownGradInput = self.gradInput
   return self.gradInput
end

function TrimZero:accGradParameters(input, gradOutput, scale)
   if self.trimmed then input, gradOutput = self.trimmed, trim(self, gradOutput, self.kept) end
   self.modules[1]:accGradParameters(input, gradOutput, scale)
end

function TrimZero:type(type, ...)
   if type then self.kept, self.trimmed, self.ownGradInput = nil, nil, nil end
   return MaskZero.type(self, type, ...)
end

restored.fields(TrimZero, {nInputDim = restored.needed})
