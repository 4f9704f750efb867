--- `nn.Linear` of which only some outputs are computed, and trained: those of a partition.
--
--     nn.PartialLinear(5, 3):setPartition(torch.Tensor {3, 1})
--
-- The weights (M×K) are those of a lookup table in `network`, as in the original, whose files have them there.
--
-- @classmod nn.PartialLinear
local compute = require('sconce.nn').Linear
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local PartialLinear, Module = torch.class('nn.PartialLinear', 'nn.Module')

--- Make a layer.
-- @tparam int inputsize K, numbers in a sample
-- @tparam int outputsize M, numbers in its output when all are computed
-- @tparam[opt=true] boolean bias whether to add a bias
function PartialLinear:__init(inputsize, outputsize, bias)
   Module.__init(self)
   wants.count(self, 'a number of inputs', inputsize)
   wants.count(self, 'a number of outputs', outputsize)
   local pair = nn.ParallelTable():add(nn.Identity()):add(nn.LookupTable(outputsize, inputsize))
   self.network = nn.Sequential():add(pair):add(nn.MM(false, true))
   if bias ~= false then
      self.bias, self.gradBias = torch.Tensor(1, outputsize):zero(), torch.Tensor(1, outputsize):zero()
   end
   self.inputsize, self.outputsize = inputsize, outputsize
   self.allcolumns = torch.range(1, outputsize)
   self:resetPartition()
end

-- The lookup table.
local function lookup(self) return self.network:get(1):get(2) end

--- Compute these outputs alone, in this order.
-- @tparam torch.Tensor indices their numbers
function PartialLinear:setPartition(indices)
   wants.dims(self, 'indices', indices, 1)
   if indices:min() < 1 or indices:max() > self.outputsize then
      local odd = indices:min() < 1 and indices:min() or indices:max()
      expected(torch.type(self) .. ': index out of range', ('indices from 1 to %d'):format(self.outputsize), odd)
   end
   self.partition = self.allcolumns.new():resize(indices:size()):copy(indices)
end

--- Compute all outputs.
function PartialLinear:resetPartition() self.partition = self.allcolumns:clone() end

function PartialLinear:parameters()
   local weight = lookup(self)
   if self.bias then return {weight.weight, self.bias}, {weight.gradWeight, self.gradBias} end
   return {weight.weight}, {weight.gradWeight}
end

-- The chosen rows of the weight, and the numbers of the bias.
local function chosen(self)
   local index = self.partition:long()
   return lookup(self).weight:index(1, index), self.bias and self.bias:view(-1):index(1, index), index
end

function PartialLinear:updateOutput(input)
   local weight, bias = chosen(self)
   compute.updateOutput(self.output, wants.tensor(self, 'input', input), weight, bias)
   return self.output
end

function PartialLinear:updateGradInput(_, gradOutput)
   if not self.gradInput then return end
   compute.updateGradInput(self.gradInput, wants.tensor(self, 'gradOutput', gradOutput), (chosen(self)))
   return self.gradInput
end

function PartialLinear:accGradParameters(input, gradOutput, scale)
   local weight, bias, index = chosen(self)
   weight:zero()
   if bias then bias:zero() end
   compute.accGradParameters(weight, bias, input, gradOutput, scale or 1)
   lookup(self).gradWeight:indexAdd(1, index, weight)
   if bias then self.gradBias:view(-1):indexAdd(1, index, bias) end
end

--- The step straight into the parameters, which stand in for their gradients.
function PartialLinear:accUpdateGradParameters(input, gradOutput, learningRate)
   local weights, gradWeight, gradBias = lookup(self), lookup(self).gradWeight, self.gradBias
   weights.gradWeight, self.gradBias = weights.weight, self.bias
   self:accGradParameters(input, gradOutput, -learningRate)
   weights.gradWeight, self.gradBias = gradWeight, gradBias
end

PartialLinear.sharedAccUpdateGradParameters = PartialLinear.accUpdateGradParameters

function PartialLinear:__tostring__()
   local size = ('%s(%d -> %d)'):format(torch.type(self), self.inputsize, self.outputsize)
   return self.bias and size or size .. ' without bias'
end
