--- Masked samples are 0 in the output, and get no gradient: those that are 0 in the input, or that a script marks.
--
-- The first tensor of the input decides. So sequences of different lengths fit into a batch.
--
--     nn.MaskZero(nn.Linear(3, 2), 1):forward(torch.zeros(4, 3))      -- zeros, without the bias
--
-- Without a number of dimensions samples are masked that `setZeroMask` marks: a 1 for each sample, or for each step of
-- each sample. As long as there is no such mask, those of a batch that are 0.
--
-- @classmod nn.MaskZero
local expected = require 'nn.expected'
local given = require 'rnn.givenMask'
local masks = require 'rnn.masks'
local restored = require 'nn.restored'
local MaskZero, Decorator = torch.class('nn.MaskZero', 'nn.Decorator')

--- Make one.
-- @tparam nn.Module module what is decorated
-- @tparam[opt=false] int|boolean nInputDim dimensions of a sample of the first tensor of the input; or whether only
-- zeros of the input count, not what is given with `setZeroMask`
-- @tparam[opt=false] boolean silent with a number of dimensions: whether nothing is said about modules that step by
-- themselves, which have a method `maskZero` for this; else whether input and its gradient are masked too, in place
-- @tparam[opt=true] boolean maskoutput without a number of dimensions: whether output and its gradient are masked
function MaskZero:__init(module, nInputDim, silent, maskoutput)
   Decorator.__init(self, module)
   if type(nInputDim) ~= 'number' then
      if nInputDim ~= nil and type(nInputDim) ~= 'boolean' then
         expected(self, "a number of a sample's dimensions", nInputDim)
      end
      self.v2 = not nInputDim
      self.maskinput = silent or false
      self.maskoutput = maskoutput ~= false
      return
   end
   if torch.isTypeOf(module, 'nn.AbstractRecurrent') and not silent then
      print(('Warning : %s around %s lets states go on past masked samples; call its method maskZero instead.')
         :format(torch.type(self), torch.type(module)))
   end
   if nInputDim ~= math.floor(nInputDim) or nInputDim < 0 or nInputDim == math.huge then
      expected(self, "a number of a sample's dimensions", nInputDim)
   end
   self.nInputDim = nInputDim
end

--- The first tensor of an input, depth first.
-- @tparam torch.Tensor|table input
-- @treturn torch.Tensor
function MaskZero:recursiveGetFirst(input) return masks.first(self, input) end

--- Take a mask for the calls to come: 1 for what is masked, false for nothing.
MaskZero.setZeroMask = given.set

--- Copy a value with 0 for the samples that are masked.
-- @param output what becomes the copy, or nil
-- @param input a tensor or a table
-- @tparam torch.ByteTensor mask
-- @return the copy
function MaskZero:recursiveMask(output, input, mask)
   if torch.type(input) == 'table' then
      output = torch.type(output) == 'table' and output or {}
      for key, part in pairs(input) do output[key] = self:recursiveMask(output[key], part, mask) end
      for key in pairs(output) do
         if input[key] == nil then output[key] = nil end
      end
      return output
   end
   if not torch.isTensor(input) then expected(self, 'a tensor or a table of tensors', input) end
   output = torch.typename(output) == torch.typename(input) and output or input.new()
   output:resizeAs(input):copy(input)
   if self.nInputDim and not self.batchmode then return mask[1][1] == 1 and output:zero() or output end
   local count = mask:size(1)
   if output:dim() == 0 or output:size(1) ~= count then expected(self, ('a batch of %d'):format(count), input) end
   return nn.utils.recursiveZeroMask(output, self.nInputDim and mask:select(2, 1) or mask)
end

function MaskZero:updateOutput(input)
   if self.nInputDim then
      local mask = masks.zeros(self, input, self.nInputDim)
      self.output = self:recursiveMask(self.output, self.modules[1]:updateOutput(input), mask)
      return self.output
   end
   self.mask = given.of(self, input) or false
   if self.maskinput and self.mask then nn.utils.recursiveZeroMask(input, self.mask) end
   local output = self.modules[1]:updateOutput(input)
   self.output = self.maskoutput and self.mask and self:recursiveMask(self.ownOutput, output, self.mask) or output
   if self.output ~= output then self.ownOutput = self.output end
   return self.output
end

-- A masked sample gets no gradient from behind, and gives none to what is before. The parameters of the module itself
-- get theirs from what comes, masked or not, as in the original.
function MaskZero:updateGradInput(input, gradOutput)
   local mask = self.mask
   if self.nInputDim then mask = self.zeroMask end
   if mask == nil then expected(self, 'a forward before backward', 'no mask') end
   if mask and (self.nInputDim or self.maskoutput) then
      self.gradOutput = self:recursiveMask(self.gradOutput, gradOutput, mask)
      gradOutput = self.gradOutput
   end
   self.gradInput = self.modules[1]:updateGradInput(input, gradOutput)
   if mask and self.maskinput then nn.utils.recursiveZeroMask(self.gradInput, mask) end
   return self.gradInput
end

local function forget(self)
   for _, name in ipairs {'zeroMask', '_zeroMask', 'gradOutput', 'mask', 'ownMask', 'ownOutput'} do self[name] = nil end
end

function MaskZero:type(type, ...)
   if type then forget(self) end
   return Decorator.type(self, type, ...)
end

function MaskZero:clearState()
   forget(self)
   Decorator.clearState(self)
   return self
end

restored.fields(MaskZero, {modules = restored.needed})
