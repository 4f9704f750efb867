--- One entry of a table: a tensor or a table.
--
-- The gradient for the others is 0.
--
-- @classmod nn.SelectTable
local expected = require 'nn.expected'
local like = require 'nn.like'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local SelectTable, Module = torch.class('nn.SelectTable', 'nn.Module')

--- Make a layer.
-- @param index which entry: a number, counted from the end if it is negative, or a name
function SelectTable:__init(index)
   Module.__init(self)
   if type(index) ~= 'string' and (type(index) ~= 'number' or index ~= index) then
      expected(self, 'an index, a number or a name', index)
   end
   self.index, self.gradInput = index, {}
end

-- The key of the entry.
local function keyOf(self, input)
   wants.table(self, 'input', input)
   local key = self.index
   if type(key) == 'number' and key < 0 then key = #input + key + 1 end
   if input[key] == nil then expected(self, 'an index that exists in the input table', self.index) end
   return key
end

function SelectTable:updateOutput(input)
   self.output = input[keyOf(self, input)]
   return self.output
end

function SelectTable:updateGradInput(input, gradOutput)
   local selected = keyOf(self, input)
   local gradInput = torch.type(self.gradInput) == 'table' and self.gradInput or {}
   for key, part in pairs(input) do
      gradInput[key] = key == selected and like.copy(self, gradInput[key], part, gradOutput)
         or like.zeros(gradInput[key], part)
   end
   for key in pairs(gradInput) do
      if input[key] == nil then gradInput[key] = nil end
   end
   self.gradInput = gradInput
   return gradInput
end

--- Convert the layer: what it holds of others' is let go.
function SelectTable:type(type, cache)
   if type then self.gradInput, self.output = {}, {} end
   return Module.type(self, type, cache)
end

--- Let go of the entry, which may be another layer's.
function SelectTable:clearState()
   self.gradInput = {}
   return utils.renew(self, 'output')
end

function SelectTable:__tostring__() return ('%s(%s)'):format(torch.type(self), self.index) end
