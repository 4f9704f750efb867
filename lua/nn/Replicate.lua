--- The input several times over along a new dimension, without a copy: its stride is 0.
--
--     nn.Replicate(3):forward(torch.Tensor(5))      -- 3×5
--
-- @classmod nn.Replicate
local wants = require 'nn.wants'
local Replicate, Module = torch.class('nn.Replicate', 'nn.Module')

--- Make a layer.
-- @tparam int nFeature how many times
-- @tparam[opt=1] int dim where the new dimension comes
-- @tparam[opt] int ndim how many dimensions a sample has: others before them are the batch's
function Replicate:__init(nFeature, dim, ndim)
   Module.__init(self)
   wants.count(self, 'a number of repetitions', nFeature)
   self.nfeatures, self.dim = nFeature, dim or 1
   wants.count(self, 'a dimension', self.dim)
   self.ndim = wants.optionalCount(self, 'a number of dimensions', ndim)
end

-- Where the new dimension comes.
local function place(self, input)
   wants.dims(self, 'input', input, 1, math.huge)
   local dimension = (self.dim or 1) + (self.ndim and input:dim() - self.ndim or 0)
   return wants.dimension(self, dimension, input:dim() + 1)
end

function Replicate:updateOutput(input)
   local dimension, n = place(self, input), input:dim()
   wants.type(self, 'input', input, self.output)
   local size, stride = torch.LongStorage(n + 1), torch.LongStorage(n + 1)
   for d = 1, n + 1 do
      local from = d > dimension and d - 1 or d
      if d == dimension then
         size[d], stride[d] = self.nfeatures, 0
      else
         size[d], stride[d] = input:size(from), input:stride(from)
      end
   end
   self.output:set(input:storage(), input:storageOffset(), size, stride)
   return self.output
end

function Replicate:updateGradInput(input, gradOutput)
   local dimension = place(self, input)
   local size = input:size():totable()
   table.insert(size, dimension, self.nfeatures)
   wants.sized(self, 'gradOutput', gradOutput, input, torch.LongStorage(size))
   return self.gradInput:sum(gradOutput, dimension):resizeAs(input)
end
