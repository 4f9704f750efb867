--- Some entries of a table, one after another. The gradient is `gradOutput`'s, entry by entry, and 0 for the others.
-- @classmod nn.NarrowTable
local like = require 'nn.like'
local wants = require 'nn.wants'
local NarrowTable, Module = torch.class('nn.NarrowTable', 'nn.Module')

--- Make a layer.
-- @tparam int offset the first entry
-- @tparam[opt=1] int length how many; where the table ends before, fewer
function NarrowTable:__init(offset, length)
   Module.__init(self)
   self.offset, self.length = offset, length or 1
   wants.count(self, 'the number of the first entry', self.offset)
   wants.count(self, 'a number of entries', self.length)
   self.output, self.gradInput = {}, {}
end

function NarrowTable:updateOutput(input)
   wants.table(self, 'input', input)
   local output = wants.table(self, 'output', self.output)
   local length, before = self.length, self.offset - 1
   for i = 1, length do output[i] = input[before + i] end
   for i = length + 1, #output do output[i] = nil end
   return output
end

function NarrowTable:updateGradInput(input, gradOutput)
   wants.table(self, 'input', input)
   wants.table(self, 'gradOutput', gradOutput)
   local gradInput = wants.table(self, 'gradInput', self.gradInput)
   for i = 1, #input do
      local n = i - self.offset + 1
      if n >= 1 and n <= self.length then
         gradInput[i] = like.fits(self, input[i], gradOutput[n])
      else
         gradInput[i] = like.zeros(gradInput[i], input[i])
      end
   end
   for i = #input + 1, #gradInput do gradInput[i] = nil end
   return gradInput
end

--- Convert the layer: what it holds of others' is let go.
function NarrowTable:type(type, cache)
   if type then self.gradInput, self.output = {}, {} end
   return Module.type(self, type, cache)
end

--- Let go of the entries, which may be other layers'.
function NarrowTable:clearState()
   self.gradInput, self.output = {}, {}
   return self
end
