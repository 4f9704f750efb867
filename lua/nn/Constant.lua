--- The same value whatever comes, for each sample of a batch. The gradient is 0.
-- @classmod nn.Constant
local expected = require 'nn.expected'
local like = require 'nn.like'
local wants = require 'nn.wants'
local Constant, Module = torch.class('nn.Constant', 'nn.Module')

--- Make a layer.
-- @tparam number|torch.Tensor value what comes out
-- @tparam[opt] int nInputDim how many dimensions a sample has: with others, the first is the batch
function Constant:__init(value, nInputDim)
   Module.__init(self)
   if type(value) == 'number' then value = torch.Tensor {value} end
   if not torch.isTensor(value) then expected(self, 'a number or a tensor', value) end
   self.value = value
   self.nInputDim = wants.optionalCount(self, 'a number of dimensions', nInputDim)
end

function Constant:updateOutput(input)
   local value, count = self.value, nil
   if self.nInputDim then
      wants.dims(self, 'input', input, 1, math.huge)
      if input:dim() > self.nInputDim then count = input:size(1) end
   end
   wants.type(self, 'value', value, self.output)
   if not count then return self.output:resizeAs(value):copy(value) end
   local size = value:size():totable()
   local view = value:contiguous():view(1, table.unpack(size)):expand(count, table.unpack(size))
   return self.output:resizeAs(view):copy(view)
end

function Constant:updateGradInput(input)
   self.gradInput = like.zeros(self.gradInput, input)
   return self.gradInput
end
