--- Puts into a table what an `nn.PushTable` took out of another one; its method `pull` makes these. A tensor counts as
-- a table of one.
-- @classmod nn.PullTable
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local utils = require 'nn.utils'
local PullTable, Module = torch.class('nn.PullTable', 'nn.Module')

--- Make a module.
-- @tparam nn.PushTable push what takes the element out
-- @tparam int index which element it is to be here
function PullTable:__init(push, index)
   Module.__init(self)
   if not torch.isTypeOf(push, 'nn.PushTable') then expected(self, 'an nn.PushTable', push) end
   wants.count(self, 'the number of an element', index)
   self._push, self._index = push, index
   self.output, self.gradInput = {}, {}
end

-- How many elements there are without the one that is put in.
local function length(self, input)
   local count = torch.isTensor(input) and 1 or torch.type(input) == 'table' and #input
   if not count or count + 1 < self._index then
      expected(self, ('a tensor or a table of at least %d elements'):format(self._index - 1), input)
   end
   return count
end

function PullTable:updateOutput(input)
   length(self, input)
   if not self._output then expected(self, 'a forward of its nn.PushTable before its own', 'none') end
   self.output = torch.isTensor(input) and {input} or {table.unpack(input)}
   table.insert(self.output, self._index, self._output)
   return self.output
end

function PullTable:updateGradInput(input, gradOutput)
   local count = length(self, input)
   if torch.type(gradOutput) ~= 'table' or #gradOutput ~= count + 1 then
      expected(self, ('a table of %d elements as gradOutput'):format(count + 1), gradOutput)
   end
   self._push:pulled(gradOutput[self._index])
   local rest = {table.unpack(gradOutput)}
   table.remove(rest, self._index)
   self.gradInput = torch.isTensor(input) and rest[1] or rest
   return self.gradInput
end

-- What takes the element out lies elsewhere too.
function PullTable:type(type, cache) return utils.typeWithout(self, {'_push'}, type, cache) end
