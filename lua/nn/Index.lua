--- Slices by their numbers: `{t, {3, 1}}` gives the third and the first along a dimension.
--
--     nn.Index(1):forward {torch.Tensor(4, 2), torch.LongTensor {3, 1}}      -- 2×2
--
-- @classmod nn.Index
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local Index, Module = torch.class('nn.Index', 'nn.Module')

--- Make a layer.
-- @tparam int dimension along which
function Index:__init(dimension)
   Module.__init(self)
   self.dimension = wants.axis(self, dimension)
   self.gradInput = {torch.Tensor(), torch.Tensor()}
end

local function check(self, input)
   wants.table(self, 'input', input)
   local t, index = input[1], input[2]
   wants.type(self, 'input', t, self.output)
   if torch.type(index) ~= 'torch.LongTensor' then expected(self, 'a LongTensor as index', torch.type(index)) end
   wants.dims(self, 'index', index, 1)
   local size = t:size(wants.dimension(self, self.dimension, t:dim()))
   if index:min() < 1 or index:max() > size then
      local odd = index:min() < 1 and index:min() or index:max()
      expected(torch.type(self) .. ': index out of range', ('indices from 1 to %d'):format(size), odd)
   end
   return t, index
end

function Index:updateOutput(input)
   local t, index = check(self, input)
   return self.output:index(t, self.dimension, index)
end

function Index:updateGradInput(input, gradOutput)
   local t, index = check(self, input)
   local size = t:size()
   size[self.dimension] = index:size(1)
   wants.sized(self, 'gradOutput', gradOutput, t, size)
   if #self.gradInput ~= 2 then self.gradInput = {t.new(), t.new()} end
   self.gradInput[2]:resize(index:size()):zero()
   self.gradInput[1]:resizeAs(t):zero():indexAdd(self.dimension, index, gradOutput)
   return self.gradInput
end

function Index:clearState()
   for _, gradient in ipairs(self.gradInput) do gradient:set() end
   return utils.clear(self, 'output')
end
