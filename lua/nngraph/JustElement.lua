--- The tensor in a table of one.
-- @classmod nngraph.JustElement
local expected = require 'nn.expected'
local utils = require 'nngraph.utils'
local JustElement, Module = torch.class('nngraph.JustElement', 'nn.Module')

function JustElement:__init()
   Module.__init(self)
   self.gradInput = {}
end

function JustElement:updateOutput(input)
   if not utils.istable(input) or #input ~= 1 then expected(self, 'a table of one element', input) end
   self.output = input[1]
   return self.output
end

function JustElement:updateGradInput(input, gradOutput)
   self.gradInput = {gradOutput}
   return self.gradInput
end
