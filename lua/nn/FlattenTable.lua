--- The tensors of a table, and of the tables in it, as one table: `{a, {b, {c}}}` gives `{a, b, c}`.
--
-- The gradient has the input's shape, made of the same tensors as `gradOutput`. `input_map` has it too, with each
-- tensor's number in its place; it and the output are made anew only when an input holds other tensors than the last.
--
-- @classmod nn.FlattenTable
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local FlattenTable, Module = torch.class('nn.FlattenTable', 'nn.Module')

function FlattenTable:__init()
   Module.__init(self)
   self.output, self.input_map, self.gradInput = {}, {}, {}
end

-- Numbers for the tensors below an entry, which are appended to a list.
local function number(self, list, entry)
   if torch.type(entry) == 'table' then
      local map = {}
      for i = 1, #entry do map[i] = number(self, list, entry[i]) end
      return map
   end
   if entry == nil then expected(self, 'no holes in the table', entry) end
   list[#list + 1] = entry
   return #list
end

-- Whether a map still tells where things are.
local function holds(list, entry, map)
   if torch.type(entry) ~= 'table' then return type(map) == 'number' and rawequal(list[map], entry) end
   if type(map) ~= 'table' or #map ~= #entry then return false end
   for i = 1, #entry do
      if not holds(list, entry[i], map[i]) then return false end
   end
   return true
end

local function count(map)
   if type(map) ~= 'table' then return 1 end
   local n = 0
   for i = 1, #map do n = n + count(map[i]) end
   return n
end

function FlattenTable:updateOutput(input)
   wants.table(self, 'input', input)
   if not self.output or count(self.input_map) ~= #self.output or not holds(self.output, input, self.input_map) then
      self.output = {}
      self.input_map = number(self, self.output, input)
   end
   return self.output
end

local function placed(gradOutput, map)
   if type(map) ~= 'table' then return gradOutput[map] end
   local gradients = {}
   for i = 1, #map do gradients[i] = placed(gradOutput, map[i]) end
   return gradients
end

function FlattenTable:updateGradInput(input, gradOutput)
   wants.table(self, 'input', input)
   wants.table(self, 'gradOutput', gradOutput)
   local n = count(self.input_map)
   if #gradOutput < n then expected(self, ('%d gradients'):format(n), #gradOutput) end
   self.gradInput = placed(gradOutput, self.input_map)
   return self.gradInput
end

--- Convert the layer: what it holds of others' is let go.
function FlattenTable:type(type, cache)
   if type then self:clearState() end
   return Module.type(self, type, cache)
end

--- Let go of the tensors, which are other layers'.
function FlattenTable:clearState()
   self.output, self.input_map, self.gradInput = {}, {}, {}
   return self
end
