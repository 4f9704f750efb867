--- What layers do for themselves and for callers: single samples as batches, contiguous inputs, sizes of outputs.
-- @module dpnn.batches
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local Module, Criterion = nn.Module, nn.Criterion

--- A batch of one, if a tensor is a single sample; `fromBatch` takes it back.
-- @tparam torch.Tensor tensor
-- @tparam int nDim dimensions of a sample
-- @tparam[opt=1] int batchDim where the batch's dimension comes
-- @treturn torch.Tensor
function Module:toBatch(tensor, nDim, batchDim)
   self.dpnn_online = wants.tensor(self, 'input', tensor):dim() == nDim
   if not self.dpnn_online then return tensor end
   return nn.utils.addSingletonDimension(tensor, batchDim or 1)
end

--- The single sample again, if the last `toBatch` met one.
-- @tparam torch.Tensor tensor
-- @tparam[opt=1] int batchDim the batch's dimension
-- @treturn torch.Tensor
function Module:fromBatch(tensor, batchDim)
   if not self.dpnn_online then return tensor end
   return wants.tensor(self, 'output', tensor):select(batchDim or 1, 1)
end
Criterion.toBatch, Criterion.fromBatch = Module.toBatch, Module.fromBatch

--- A tensor whose elements lie one after another: the same one, or a copy kept in a field.
-- @tparam torch.Tensor input
-- @tparam[opt=false] boolean backward whether it is a gradient of the output, which has a copy of its own
-- @treturn torch.Tensor
function Module:contiguousInput(input, backward)
   local field = backward and 'dpnn_cgradOutput' or 'dpnn_cinput'
   if wants.tensor(self, 'input', input):isContiguous() then return input end
   local copy = self[field]
   if torch.typename(copy) ~= torch.typename(input) then copy = input.new() end
   self[field] = copy
   return copy:resizeAs(input):copy(input)
end

--- The size of the output for an input of a size, which is filled at random.
-- @tparam {int,...} insize
-- @treturn torch.LongStorage
function Module:outside(insize)
   if torch.type(insize) ~= 'table' and torch.type(insize) ~= 'torch.LongStorage' then
      expected(self, 'the size of an input', insize)
   end
   local size = torch.type(insize) == 'table' and torch.LongStorage(insize) or insize
   local output = self:updateOutput(torch.randn(size):type(self:extrapolateType()))
   return output:size()
end

--- The type of a layer's tensors: that of its first parameter, else of its output.
-- @treturn string such as `'torch.FloatTensor'`
function Module:extrapolateType()
   local parameters = self:parameters()
   return torch.type(parameters and parameters[1] or self.output)
end

--- Let a visitor call `visitor:visit(module)`.
-- @param visitor an object with such a method
function Module:accept(visitor)
   if type(visitor) ~= 'table' or not visitor.visit then expected(self, 'a visitor with a method visit', visitor) end
   return visitor:visit(self)
end

--- Hand a reward to every module in it that learns by REINFORCE; a table has one for each.
-- @tparam torch.Tensor reward a number for each sample
function Module:reinforce(reward)
   local modules = torch.type(self.modules) == 'table' and self.modules or {}
   for i, module in ipairs(modules) do module:reinforce(torch.type(reward) == 'table' and reward[i] or reward) end
end

local function nothing() end

--- Leave gradients out here: `backward` returns nothing and adds nothing.
-- @treturn nn.Module itself
function Module:dontBackward()
   self.backward, self.updateGradInput, self.accGradParameters = nothing, nothing, nothing
   self.accUpdateGradParameters = nothing
   return self
end

--- Append several layers.
-- @param ... layers
-- @treturn nn.Container itself
function nn.Container:extend(...)
   for _, module in ipairs {...} do self:add(module) end
   return self
end

-- Print how long each call to updateOutput takes.
local function timed(module)
   local updateOutput = module.updateOutput
   module.updateOutput = function(self, input)
      local timer = torch.Timer()
      local output = updateOutput(self, input)
      print(('%s updateOutput: %s s'):format(torch.type(self), timer:time().real))
      return output
   end
end

--- Print from now on how long `updateOutput` takes; in a container, for each of its layers.
function Module:profile() timed(self) end
local function profileLayers(self)
   for _, module in ipairs(self.modules) do module:profile() end
end
nn.Sequential.profile, nn.ParallelTable.profile = profileLayers, profileLayers
