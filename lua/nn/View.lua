--- The elements in other sizes, without a copy; with more elements than the sizes hold, as a batch.
--
-- One size may be -1: it takes what is left over. `setNumInputDims` says of how many dimensions a sample consists,
-- where the number of elements leaves that open.
--
--     nn.View(16 * 5 * 5):forward(torch.Tensor(8, 16, 5, 5))      -- 8×400
--
-- @classmod nn.View
local compute = require('sconce.nn').View
local expected = require 'nn.expected'
local View, Module = torch.class('nn.View', 'nn.Module')

--- Make a layer.
-- @param ... sizes, one by one or in a LongStorage
function View:__init(...)
   Module.__init(self)
   self:resetSize(...)
   self.numInputDims = nil
end

--- Change the sizes.
-- @treturn nn.View itself
function View:resetSize(...)
   local first = ...
   if torch.typename(first) == 'torch.LongStorage' then
      self.size = first
   else
      for i = 1, select('#', ...) do
         local size = select(i, ...)
         if type(size) ~= 'number' then expected(self, 'sizes or a LongStorage', size) end
      end
      self.size = torch.LongStorage {...}
   end
   self.numElements = 1
   local open = false
   for i = 1, #self.size do
      local size = self.size[i]
      if size < -1 or size == -1 and open then expected(self, 'sizes of 0 or more and one -1 at most', size) end
      if size == -1 then open = true else self.numElements = self.numElements * size end
   end
   return self
end

--- Say of how many dimensions a sample consists; those before are the batch.
-- @treturn nn.View itself
function View:setNumInputDims(numInputDims)
   if numInputDims ~= nil and (type(numInputDims) ~= 'number' or numInputDims < 0) then
      expected(self, 'a number of dimensions', numInputDims)
   end
   self.numInputDims = numInputDims
   return self
end

function View:updateOutput(input)
   compute.updateOutput(self.output, input, self.numInputDims, self.size)
   return self.output
end

function View:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, gradOutput)
   return self.gradInput
end

function View:__tostring__()
   local sizes = {}
   for i = 1, #self.size do sizes[i] = ('%d'):format(self.size[i]) end
   return ('%s(%s)'):format(torch.type(self), table.concat(sizes, ', '))
end
