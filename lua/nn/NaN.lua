--- Watches a module: nan in what goes in or comes out, or in its parameters, is an error that names it.
--
--     net:replace(function(module) return nn.NaN(module) end)      -- every layer of a network
--
-- @classmod nn.NaN
local place = require 'torch.place'
local shown = require 'nn.shown'
local NaN, Decorator = torch.class('nn.NaN', 'nn.Decorator')

local last = 0

--- Make one.
-- @tparam nn.Module module what is watched
-- @tparam[opt] id what it is called by: 1, 2, 3 … if nothing is said
function NaN:__init(module, id)
   Decorator.__init(self, module)
   self.id = id or self.newId()
end

--- The next number.
function NaN.newId()
   last = last + 1
   return last
end

--- Whether there is a nan in a tensor, or anywhere in a table of tensors.
function NaN:recursiveIsNaN(value)
   if torch.isTensor(value) then
      if value:nElement() == 0 then return false end
      local sum = value:sum()
      return sum ~= sum and value:ne(value):any()
   end
   if torch.type(value) == 'table' then
      for _, part in pairs(value) do
         if self:recursiveIsNaN(part) then return true end
      end
   end
   return false
end

local function check(self, value, what)
   if not self:recursiveIsNaN(value) then return end
   error(('NaN found in %s of module :\n%s'):format(what, self:__tostring__()), place.level())
end

function NaN:updateOutput(input)
   check(self, input, 'input')
   check(self, (self:parameters()), 'parameters')
   self.output = self.modules[1]:updateOutput(input)
   check(self, self.output, 'output')
   return self.output
end

function NaN:updateGradInput(input, gradOutput)
   check(self, gradOutput, 'gradOutput')
   self.gradInput = self.modules[1]:updateGradInput(input, gradOutput)
   check(self, self.gradInput, 'gradInput')
   return self.gradInput
end

function NaN:accGradParameters(input, gradOutput, scale)
   self.modules[1]:accGradParameters(input, gradOutput, scale)
   check(self, select(2, self:parameters()), 'gradParameters')
end

function NaN:__tostring__()
   return ('%s(%s) @ %s'):format(torch.type(self), self.id, shown(self.modules[1], ''))
end
