--- A table of vectors that takes 0 for no word: its vector is 0 and stays so.
--
-- `weight` has a row more than there are words: the first is that of 0.
--
-- @classmod nn.LookupTableMaskZero
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local LookupTableMaskZero, LookupTable = torch.class('nn.LookupTableMaskZero', 'nn.LookupTable')

--- Make one.
-- @tparam int nIndex how many vectors there are
-- @tparam int nOutput K, numbers in a vector
function LookupTableMaskZero:__init(nIndex, nOutput)
   wants.count(self, 'a number of vectors', nIndex)
   LookupTable.__init(self, nIndex + 1, nOutput)
end

-- Indices counted from 1.
local function shifted(self, input)
   if not torch.isTensor(input) or not input.add then expected(self, 'a tensor of indices', input) end
   self.__input = torch.typename(self.__input) == torch.typename(input) and self.__input or input.new()
   return self.__input:resizeAs(input):copy(input):add(1)
end

function LookupTableMaskZero:updateOutput(input)
   self.weight[1]:zero()
   return LookupTable.updateOutput(self, shifted(self, input))
end

function LookupTableMaskZero:accGradParameters(input, gradOutput, scale)
   LookupTable.accGradParameters(self, shifted(self, input), gradOutput, scale)
end

function LookupTableMaskZero:type(type, cache)
   if type then self.__input = nil end
   return LookupTable.type(self, type, cache)
end

restored.fields(LookupTableMaskZero, {output = restored.tensor, gradWeight = restored.zeros 'weight',
   weight = restored.needed})
