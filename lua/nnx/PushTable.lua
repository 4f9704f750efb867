--- Takes an element out of a table; the modules that `pull` makes put it into other tables, further on.
--
--     local push = nn.PushTable(2)
--     nn.Sequential():add(push):add(nn.SelectTable(1)):add(nn.Linear(3, 2)):add(push:pull(2))
--     -- {a, b} becomes {W·a, b}
--
-- @classmod nn.PushTable
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local PushTable, Module = torch.class('nn.PushTable', 'nn.Module')

--- Make a module.
-- @tparam int index which element is taken out
function PushTable:__init(index)
   Module.__init(self)
   wants.count(self, 'the number of an element', index)
   self._index, self._pulls, self._forward = index, {}, false
   self._gradInput = torch.Tensor()
   self.output, self.gradInput = {}, {}
end

--- A module that puts the element into a table.
-- @tparam int index which element it is to be there
-- @treturn nn.PullTable
function PushTable:pull(index)
   local place = #self._pulls + 1
   self._pulls[place] = nn.PullTable(self, index)
   return self._pulls[place]
end

function PushTable:updateOutput(input)
   if torch.type(input) ~= 'table' or input[self._index] == nil then
      expected(self, ('a table of at least %d elements'):format(self._index), input)
   end
   self.output = {}
   for i, part in ipairs(input) do
      if i ~= self._index then table.insert(self.output, part) end
   end
   for _, pull in ipairs(self._pulls) do pull._output = input[self._index] end
   self._forward = true
   return self.output
end

--- Add a gradient of the element, from one of the modules that put it elsewhere.
-- @tparam torch.Tensor gradOutput
function PushTable:pulled(gradOutput)
   wants.tensor(self, 'gradOutput', gradOutput)
   if self._forward then
      if torch.typename(self._gradInput) ~= torch.typename(gradOutput) then self._gradInput = gradOutput.new() end
      self._gradInput:resizeAs(gradOutput):copy(gradOutput)
   else
      self._gradInput:add(wants.elements(self, 'gradOutput', gradOutput, self._gradInput))
   end
   self._forward = false
end

function PushTable:updateGradInput(input, gradOutput)
   if torch.type(input) ~= 'table' or torch.type(gradOutput) ~= 'table' or #input ~= #gradOutput + 1 then
      expected(self, 'a table as input, and one with an element less as gradOutput', gradOutput)
   end
   self.gradInput = {}
   for i, part in ipairs(gradOutput) do self.gradInput[i] = part end
   table.insert(self.gradInput, self._index, self._gradInput)
   return self.gradInput
end

-- The modules that put the element elsewhere lie elsewhere too.
function PushTable:type(type, cache) return utils.typeWithout(self, {'_pulls'}, type, cache) end
