--- A number added to every element: `y = x + b`, or `y = −(x + b)`.
--
-- `nn.SAdd(-1, true)` is `1 − x`, as `nn.GRU` needs it.
--
-- @classmod nn.SAdd
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SAdd, Module = torch.class('nn.SAdd', 'nn.Module')

--- Make a layer.
-- @tparam number addend b
-- @tparam[opt=false] boolean negate whether the sign is turned afterwards
function SAdd:__init(addend, negate)
   Module.__init(self)
   self.addend = wants.number(self, 'a number to add', addend)
   self.negate = (negate == nil) and false or negate
end

function SAdd:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   self.output:resizeAs(input):copy(input):add(self.addend)
   return self.negate and self.output:mul(-1) or self.output
end

function SAdd:updateGradInput(input, gradOutput)
   wants.elements(self, 'gradOutput', gradOutput, input)
   wants.type(self, 'gradOutput', gradOutput, self.gradInput)
   self.gradInput:resizeAs(gradOutput):copy(gradOutput)
   return self.negate and self.gradInput:mul(-1) or self.gradInput
end

restored.fields(SAdd, {['output gradInput'] = restored.tensor})
