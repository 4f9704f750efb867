--- A tensor paired with each entry of a table: `{x, {a, b}}` gives `{{x, a}, {x, b}}`.
-- @classmod nn.ZipTableOneToMany
local wants = require 'nn.wants'
local ZipTableOneToMany, Module = torch.class('nn.ZipTableOneToMany', 'nn.Module')

function ZipTableOneToMany:__init()
   Module.__init(self)
   self.output, self.gradInput, self.gradInputEl = {}, {}, torch.Tensor()
end

function ZipTableOneToMany:updateOutput(input)
   wants.table(self, 'input', input)
   local output = {}
   for i, entry in ipairs(wants.table(self, 'second input', input[2])) do output[i] = {input[1], entry} end
   self.output = output
   return output
end

function ZipTableOneToMany:updateGradInput(input, gradOutput)
   wants.table(self, 'input', input)
   wants.type(self, 'input', input[1], self.gradInputEl)
   local sum, others = self.gradInputEl:resizeAs(input[1]):zero(), {}
   for i, pair in ipairs(wants.table(self, 'gradOutput', gradOutput)) do
      wants.table(self, ('gradOutput %d'):format(i), pair)
      sum:add(wants.elements(self, 'gradOutput', pair[1], input[1]))
      others[i] = pair[2]
   end
   self.gradInput = {sum, others}
   return self.gradInput
end
