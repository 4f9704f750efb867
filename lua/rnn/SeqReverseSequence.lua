--- A tensor from last to first along a dimension.
--
--     nn.SeqReverseSequence(2):forward(torch.Tensor {{1, 2, 3}})      -- 3, 2, 1
--
-- @classmod nn.SeqReverseSequence
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SeqReverseSequence, Module = torch.class('nn.SeqReverseSequence', 'nn.Module')

--- Make a layer.
-- @tparam int dim 1, 2 or 3
function SeqReverseSequence:__init(dim)
   Module.__init(self)
   if dim ~= 1 and dim ~= 2 and dim ~= 3 then expected(self, 'a dimension from 1 to 3', dim) end
   self.dim = dim
end

local function reversed(self, name, to, from, field)
   wants.type(self, name, from, to)
   wants.dimension(self, self.dim, from:dim())
   local count = from:size(self.dim)
   local indices = self[field]
   if not indices or indices:nElement() ~= count then
      indices = torch.range(count, 1, count > 1 and -1 or 1):long()
      self[field] = indices
   end
   return to:index(from, self.dim, indices)
end

function SeqReverseSequence:updateOutput(input) return reversed(self, 'input', self.output, input, 'outputIndices') end

function SeqReverseSequence:updateGradInput(_, gradOutput)
   return reversed(self, 'gradOutput', self.gradInput, gradOutput, 'gradIndices')
end

--- Convert the layer; indices stay what they are.
function SeqReverseSequence:type(type, cache)
   if type then self.outputIndices, self.gradIndices = nil, nil end
   return Module.type(self, type, cache)
end

function SeqReverseSequence:clearState()
   self.outputIndices, self.gradIndices = nil, nil
   return Module.clearState(self)
end

restored.fields(SeqReverseSequence, {['output gradInput'] = restored.tensor})
