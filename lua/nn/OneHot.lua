--- Numbers as vectors that are 1 in their place and 0 elsewhere.
--
--     nn.OneHot(3):forward(torch.LongTensor {3, 1})      -- 0 0 1, 1 0 0
--
-- @classmod nn.OneHot
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local OneHot, Module = torch.class('nn.OneHot', 'nn.Module')

--- Make a layer.
-- @tparam int outputSize how many places a vector has
function OneHot:__init(outputSize)
   Module.__init(self)
   wants.count(self, 'a size of vectors', outputSize)
   self.outputSize = outputSize
end

-- The input may be a single number, too; then the output is a vector.
function OneHot:updateOutput(input)
   local single = type(input) == 'number'
   self._input = torch.type(self._input) == 'torch.LongTensor' and self._input or torch.LongTensor()
   local index = self._input
   if single then
      index:resize(1):fill(wants.number(self, 'a number', input))
   else
      wants.dims(self, 'input', input, 1, math.huge)
      index:resize(input:size()):copy(input)
   end
   local low, high = index:min(), index:max()
   if low < 1 or high > self.outputSize then
      local what = ('indices from 1 to %d'):format(self.outputSize)
      expected(torch.type(self) .. ': index out of range', what, low < 1 and low or high)
   end
   local size, n = index:size():totable(), index:dim()
   size[n + 1] = 1
   index:resize(table.unpack(size))
   size[n + 1] = self.outputSize
   self.output:resize(table.unpack(size)):zero():scatter(n + 1, index, 1)
   return single and self.output:resize(self.outputSize) or self.output
end

-- Numbers have no gradient: zeros.
function OneHot:updateGradInput(input)
   if type(input) == 'number' then return self.gradInput:resize(0) end
   wants.tensor(self, 'input', input)
   return self.gradInput:resize(input:size()):zero()
end

--- Convert the layer; the buffer of numbers is made anew.
function OneHot:type(type, cache)
   if type then self._input = nil end
   return Module.type(self, type, cache)
end

function OneHot:clearState()
   self._input = nil
   return utils.clear(self, 'output', 'gradInput')
end
