--- Samples that are 0 in the input are 0 in the output, and get no gradient.
--
-- The first tensor of the input decides. So sequences of different lengths fit into a batch.
--
--     nn.MaskZero(nn.Linear(3, 2), 1):forward(torch.zeros(4, 3))      -- zeros, without the bias
--
-- @classmod nn.MaskZero
local expected = require 'nn.expected'
local masks = require 'rnn.masks'
local MaskZero, Decorator = torch.class('nn.MaskZero', 'nn.Decorator')

--- Make one.
-- @tparam nn.Module module what is decorated
-- @tparam int nInputDim dimensions of a sample of the first tensor of the input
-- @tparam[opt=false] boolean silent whether nothing is said about modules that step by themselves, which have a method
-- `maskZero` for this
function MaskZero:__init(module, nInputDim, silent)
   Decorator.__init(self, module)
   if torch.isTypeOf(module, 'nn.AbstractRecurrent') and not silent then
      print(('Warning : %s around %s lets states go on past masked samples; call its method maskZero instead.')
         :format(torch.type(self), torch.type(module)))
   end
   if type(nInputDim) ~= 'number' then expected(self, "a number of a sample's dimensions", nInputDim) end
   self.nInputDim = nInputDim
end

--- The first tensor of an input, depth first.
function MaskZero:recursiveGetFirst(input) return masks.first(self, input) end

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
   if not self.batchmode then return mask[1][1] == 1 and output:zero() or output end
   if output:size(1) ~= mask:size(1) then expected(self, ('a batch of %d'):format(mask:size(1)), input) end
   for i = 1, mask:size(1) do
      if mask[i][1] == 1 then output:narrow(1, i, 1):zero() end
   end
   return output
end

function MaskZero:updateOutput(input)
   local mask = masks.zeros(self, input, self.nInputDim)
   self.output = self:recursiveMask(self.output, self.modules[1]:updateOutput(input), mask)
   return self.output
end

-- A masked sample gets no gradient from behind, and gives none to what is before. The parameters of the module itself
-- get theirs from what comes, masked or not, as in the original.
function MaskZero:updateGradInput(input, gradOutput)
   if not self.zeroMask then expected(self, 'a forward before backward', 'no mask') end
   self.gradOutput = self:recursiveMask(self.gradOutput, gradOutput, self.zeroMask)
   self.gradInput = self.modules[1]:updateGradInput(input, self.gradOutput)
   return self.gradInput
end

function MaskZero:type(type, ...)
   if type then self.zeroMask, self._zeroMask, self.gradOutput = nil, nil, nil end
   return Decorator.type(self, type, ...)
end

function MaskZero:clearState()
   self.zeroMask, self._zeroMask, self.gradOutput = nil, nil, nil
   Decorator.clearState(self)
   return self
end
