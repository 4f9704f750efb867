--- Numbers limited to a range: `y = min(max(x, minval), maxval)`.
--
-- The input is a tensor of any size; the gradient passes everywhere. `nn.Clamp` is what later scripts use.
--
-- @classmod nn.Clip
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local Clip, Module = torch.class('nn.Clip', 'nn.Module')

--- Make a layer.
-- @tparam number minval the least output
-- @tparam number maxval the greatest
function Clip:__init(minval, maxval)
   Module.__init(self)
   self.minval = wants.number(self, 'a least number', minval)
   self.maxval = wants.number(self, 'a greatest number', maxval)
end

function Clip:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   return self.output:resizeAs(input):copy(input):clamp(self.minval, self.maxval)
end

function Clip:updateGradInput(input, gradOutput)
   wants.elements(self, 'gradOutput', gradOutput, input)
   return self.gradInput:resizeAs(gradOutput):copy(gradOutput)
end

restored.fields(Clip, {['output gradInput'] = restored.tensor})
