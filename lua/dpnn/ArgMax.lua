--- Where the greatest number lies along a dimension, which the output lacks. There is no gradient.
--
--     nn.ArgMax(2):forward(torch.Tensor {{0, 5, 2}, {7, 1, 3}})      -- 2, 1
--
-- @classmod nn.ArgMax
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local ArgMax, Module = torch.class('nn.ArgMax', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] int dim
-- @tparam[opt=9999] int nInputDim dimensions of a sample: with one more, the first is the batch
-- @tparam[opt=true] boolean asLong whether the output is a LongTensor
function ArgMax:__init(dim, nInputDim, asLong)
   Module.__init(self)
   self.dim = wants.axis(self, dim or 1)
   self.nInputDim = wants.optionalCount(self, 'a number of dimensions', nInputDim) or 9999
   self.asLong = asLong == nil and true or asLong
   if self.asLong then self.output = torch.LongTensor() end
end

function ArgMax:updateOutput(input)
   wants.tensor(self, 'input', input)
   local dim = wants.dimension(self, self.dim + (input:dim() > self.nInputDim and 1 or 0), input:dim())
   local _, index = input:max(dim)
   if input:dim() > 1 then index = index:select(dim, 1) end
   self.output:resize(index:size()):copy(index)
   return self.output
end

function ArgMax:updateGradInput(input)
   return self.gradInput:resizeAs(wants.type(self, 'input', input, self.gradInput)):zero()
end

function ArgMax:type(type)
   if type then
      Module.type(self, type)
      if self.asLong then self.output = torch.LongTensor() end
      return self
   end
   return self._type
end

restored.fields(ArgMax, {['output gradInput'] = restored.tensor, ['dim nInputDim'] = restored.needed})
