--- The elements in other sizes: the whole input, or each sample of a batch.
--
-- The input is a batch if `batchMode` says so. If nothing is said, it is one unless it has as many elements as the
-- sizes hold and more than one along its first dimension. What does not lie one after another is copied.
--
--     nn.Reshape(2, 2):forward(torch.Tensor(3, 4))      -- 3×2×2
--
-- @classmod nn.Reshape
local compute = require('sconce.nn').Reshape
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local Reshape, Module = torch.class('nn.Reshape', 'nn.Module')

--- Make a layer.
-- @param ... sizes, one by one or in a LongStorage
-- @tparam[opt] boolean batchMode after them: whether the first dimension is the batch
function Reshape:__init(...)
   Module.__init(self)
   local arguments = {...}
   if type(arguments[#arguments]) == 'boolean' then self.batchMode = table.remove(arguments) end
   local storage = torch.typename(arguments[1]) == 'torch.LongStorage' and arguments[1]
   local count = storage and #storage or #arguments
   self.size, self.batchsize, self.nelement = torch.LongStorage(count), torch.LongStorage(count + 1), 1
   for i = 1, count do
      local size = storage and storage[i] or arguments[i]
      if type(size) ~= 'number' or size < 0 then expected(self, 'sizes', size) end
      self.size[i], self.batchsize[i + 1] = size, size
      self.nelement = self.nelement * self.size[i]
   end
end

-- The elements one after another, in a buffer if they are not.
local function contiguous(self, buffer, tensor)
   if not torch.isTensor(tensor) then expected(self, 'a tensor', tensor) end
   if tensor:isContiguous() then return tensor end
   self[buffer] = self[buffer] or tensor.new()
   return self[buffer]:resizeAs(tensor):copy(tensor)
end

function Reshape:updateOutput(input)
   input = contiguous(self, '_input', input)
   local whole = self.batchMode == false
      or self.batchMode == nil and input:nElement() == self.nelement and input:size(1) ~= 1
   if not whole then
      if input:dim() == 0 then expected(self, 'an input with elements', input) end
      self.batchsize[1] = input:size(1)
   end
   compute.updateOutput(self.output, input, whole and self.size or self.batchsize)
   return self.output
end

function Reshape:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, contiguous(self, '_gradOutput', gradOutput))
   return self.gradInput
end

function Reshape:clearState()
   utils.clear(self, '_input', '_gradOutput')
   return Module.clearState(self)
end

function Reshape:__tostring__()
   local sizes = {}
   for i = 1, #self.size do sizes[i] = ('%d'):format(self.size[i]) end
   return ('%s(%s)'):format(torch.type(self), table.concat(sizes, 'x'))
end
