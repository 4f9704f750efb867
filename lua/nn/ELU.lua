--- Exponential linear unit: `y = x` above 0, `α·(eˣ − 1)` elsewhere.
--
-- Source: Clevert, Unterthiner and Hochreiter, 2015, arXiv:1511.07289.
--
-- @classmod nn.ELU
local compute = require('sconce.nn').ELU
local expected = require 'nn.expected'
local ELU, Module = torch.class('nn.ELU', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] number alpha α, a positive number: −α is the lowest output
-- @tparam[opt=false] boolean inplace whether input and gradient are overwritten, to save memory
function ELU:__init(alpha, inplace)
   Module.__init(self)
   self.alpha, self.inplace = alpha or 1, inplace or false
   if type(self.alpha) ~= 'number' then expected(self, 'a number as alpha', self.alpha) end
   if type(self.inplace) ~= 'boolean' then expected(self, 'inplace to be true or false', self.inplace) end
end

function ELU:updateOutput(input)
   compute.updateOutput(self.output, input, self.alpha, 0, self.inplace or false)
   return self.output
end

function ELU:updateGradInput(_, gradOutput)
   compute.updateGradInput(self.gradInput, gradOutput, self.output, self.alpha, 0, self.inplace or false)
   return self.gradInput
end

function ELU:__tostring__() return ('%s (alpha:%f)'):format(torch.type(self), self.alpha) end
