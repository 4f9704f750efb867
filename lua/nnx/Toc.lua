--- Prints the time in seconds since something passed the `nn.Tic` of the same name.
--
-- What comes passes as it is, forward and back.
--
-- @classmod nn.Toc
local clocks = require 'nnx.clocks'
local expected = require 'nn.expected'
local passing = require 'nnx.passing'
local Toc, Module = torch.class('nn.Toc', 'nn.Module')

--- Make one.
-- @tparam[opt='default'] string name the clock's
-- @tparam[opt=''] string comment what is printed with it
function Toc:__init(name, comment)
   Module.__init(self)
   self.name, self.comment = name or 'default', comment or ''
end

function Toc:updateOutput(input)
   local clock = clocks[self.name]
   if not clock then expected(self, ("an nn.Tic of the name '%s'"):format(self.name), 'none') end
   print(("Toc '%s' (%s) : %s"):format(self.name, self.comment, clock:time().real))
   return passing.output(self, input)
end

Toc.updateGradInput = passing.gradient
