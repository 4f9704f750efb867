--- Starts a clock when something passes; the `nn.Toc` of the same name prints it.
--
--     nn.Sequential():add(nn.Tic 'layer'):add(layer):add(nn.Toc 'layer')
--
-- @classmod nn.Tic
local passing = require 'nnx.passing'
local clocks = require 'nnx.clocks'
local Tic, Module = torch.class('nn.Tic', 'nn.Module')

--- Make one.
-- @tparam[opt='default'] string name the clock's
function Tic:__init(name)
   Module.__init(self)
   self.name = name or 'default'
   clocks[self.name] = torch.Timer()
end

function Tic:updateOutput(input)
   clocks[self.name] = clocks[self.name] or torch.Timer()
   clocks[self.name]:reset()
   return passing.output(self, input)
end

Tic.updateGradInput = passing.gradient
