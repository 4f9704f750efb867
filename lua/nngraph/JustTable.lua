--- A table of one, of what comes in.
-- @classmod nngraph.JustTable
local expected = require 'nn.expected'
local utils = require 'nngraph.utils'
local JustTable, Module = torch.class('nngraph.JustTable', 'nn.Module')

function JustTable:__init()
   Module.__init(self)
   self.output = {}
end

function JustTable:updateOutput(input)
   if input == nil then expected(self, 'an input', input) end
   self.output = {input}
   return self.output
end

function JustTable:updateGradInput(input, gradOutput)
   if not utils.istable(gradOutput) then expected(self, 'a table of one gradient', gradOutput) end
   self.gradInput = gradOutput[1]
   return self.gradInput
end
