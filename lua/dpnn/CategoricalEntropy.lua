--- Passes probabilities on, N×K, and adds to their gradient that of their entropy, which is to grow.
--
-- The entropy is that of the batch's mean distribution, `H = −Σ p·ln(p + 10⁻⁶)`: classes are to be used evenly,
-- whatever each sample says. With a `minEntropy` it is left alone when it is as great.
--
-- @classmod nn.CategoricalEntropy
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local CategoricalEntropy, Module = torch.class('nn.CategoricalEntropy', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] number scale what the gradient of the entropy is multiplied by
-- @tparam[opt] number minEntropy the entropy that is enough
function CategoricalEntropy:__init(scale, minEntropy)
   Module.__init(self)
   self.scale = wants.number(self, 'a scale of the gradient', scale or 1)
   self.minEntropy = minEntropy and wants.number(self, 'an entropy that is enough', minEntropy)
   self._mul = nn.MulConstant(1)
   local logarithm = nn.Sequential():add(nn.AddConstant(1e-6)):add(nn.Log())
   -- From a batch to its entropy.
   self.module = nn.Sequential()
      :add(nn.Sum(1)):add(self._mul)
      :add(nn.ConcatTable():add(nn.Identity()):add(logarithm)):add(nn.CMulTable())
      :add(nn.Sum()):add(nn.MulConstant(-1))
   self.modules = {self.module}
   self.minusOne = torch.Tensor {-self.scale}
   self.sizeAverage = true
end

local function check(self, input)
   return wants.type(self, 'input', wants.dims(self, 'input', input, 2), self.gradInput)
end

function CategoricalEntropy:updateOutput(input) return self.output:set(check(self, input)) end

function CategoricalEntropy:updateGradInput(input, gradOutput)
   check(self, input)
   wants.same(self, 'gradOutput', gradOutput, input)
   self.gradInput:resizeAs(input):copy(gradOutput)
   self._mul.constant_scalar = 1 / input:sum()
   self.entropy = self.module:updateOutput(input)[1]
   if not self.minEntropy or self.entropy < self.minEntropy then
      local gradient = self.module:updateGradInput(input, self.minusOne)
      self.gradInput:add(1 / (self.sizeAverage and input:size(1) or 1), gradient)
   end
   return self.gradInput
end

restored.fields(CategoricalEntropy, {['output gradInput'] = restored.tensor, ['_mul module'] = restored.needed})
