--- The elements where a mask is 1: `{t, mask}` gives a vector.
-- @classmod nn.MaskedSelect
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local MaskedSelect, Module = torch.class('nn.MaskedSelect', 'nn.Module')

function MaskedSelect:__init()
   Module.__init(self)
   self._gradBuffer, self._gradMask = torch.Tensor(), torch.ByteTensor()
   -- What the original keeps; nothing is in it here.
   self._maskIndices, self._maskIndexBuffer, self._maskIndexBufferCPU =
      torch.LongTensor(), torch.LongTensor(), torch.FloatTensor()
end

local function check(self, input)
   wants.table(self, 'input', input)
   local t, mask = input[1], input[2]
   wants.type(self, 'input', t, self.output)
   if torch.type(mask) ~= 'torch.ByteTensor' then expected(self, 'a ByteTensor as mask', torch.type(mask)) end
   if mask:nElement() ~= t:nElement() then
      wants.otherSize(self, ('a mask of %d elements'):format(t:nElement()), mask)
   end
   if mask:max() > 1 then expected(self, 'a mask of zeros and ones', mask:max()) end
   return t, mask
end

function MaskedSelect:updateOutput(input)
   local t, mask = check(self, input)
   return self.output:maskedSelect(t, mask)
end

-- The mask's is 0.
function MaskedSelect:updateGradInput(input, gradOutput)
   local t, mask = check(self, input)
   wants.elements(self, 'gradOutput', gradOutput, self.output)
   if mask:sum() ~= gradOutput:nElement() then wants.otherSize(self, 'the mask of the last updateOutput', mask) end
   self._gradBuffer:resizeAs(t):zero():maskedCopy(mask, gradOutput)
   self._gradMask:resizeAs(mask):zero()
   self.gradInput = {self._gradBuffer, self._gradMask}
   return self.gradInput
end

--- Convert the layer; masks and places keep their types.
function MaskedSelect:type(type, cache)
   if not type then return self._type end
   local kept = {}
   for _, name in ipairs {'_gradMask', '_maskIndices', '_maskIndexBuffer', '_maskIndexBufferCPU'} do
      kept[name], self[name] = self[name], nil
   end
   self.gradInput = {}
   Module.type(self, type, cache)
   for name, tensor in pairs(kept) do self[name] = tensor end
   return self
end

function MaskedSelect:clearState()
   self.gradInput = {}
   return utils.clear(self, 'output', '_gradBuffer', '_gradMask', '_maskIndices', '_maskIndexBuffer')
end
