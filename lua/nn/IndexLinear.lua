--- Fully connected layer for inputs of which few numbers are not 0, by keys and values: `y = Wᵀ·z + b`.
--
-- An input is `{keys, values}`, of one sample, or of a batch if each is a table of a tensor per sample; or
-- `{keys, values, sizes}`, the samples one after another, with how many entries each has. Keys are Long, from 1 to I.
-- The output is M or N×M. `weight` is I×M, other than that of `nn.SparseLinear`, and starts as zeros.
--
-- z is the input, or with `normalize` `x / largest + shift`: the largest magnitude of a feature that has been met
-- since a call of `training`, and a shift that is learned. Rows of `weight` then begin with four numbers of their
-- feature: the magnitude, its inverse, the rate of its steps, the shift.
--
-- Gradients of the weights are kept by entry, in `running`, until `zeroGradParameters`; `updateParameters` makes the
-- steps, one entry after another.
--
--     nn.IndexLinear(10000, 2):forward {torch.LongTensor {1, 31}, torch.Tensor {0.1, 0.2}}       -- 2
--
-- @classmod nn.IndexLinear
local compute = require('sconce.nn').IndexLinear
local expected = require 'nn.expected'
local parameters = require 'nn.parameters'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local IndexLinear, Module = torch.class('nn.IndexLinear', 'nn.Module')

--- Make a layer.
-- @tparam int inputSize I, the number of features; that of `weight`, if it is given
-- @tparam int outputSize M, numbers in the output; that of `weight`, if it is given
-- @tparam[opt=false] boolean doGradInput whether to compute a gradient of the input, for every feature
-- @tparam[opt=0] int keysOffset what is added to keys; 1 if they begin with 0
-- @tparam[opt] torch.Tensor weight the weights, which another layer may have, too
-- @tparam[opt] torch.Tensor bias the bias likewise
-- @tparam[opt=false] boolean normalize whether to bring values between -1 and 1
function IndexLinear:__init(inputSize, outputSize, doGradInput, keysOffset, weight, bias, normalize)
   Module.__init(self)
   self.normalize = normalize and 4 or 0
   if weight == nil or bias == nil then
      wants.count(self, 'inputSize of 1 or more', inputSize)
      wants.count(self, 'outputSize of 1 or more', outputSize)
   end
   self.weight = weight or torch.Tensor(inputSize, outputSize + self.normalize):zero()
   wants.dims(self, 'weight', self.weight, 2)
   if self.weight:size(2) <= self.normalize then
      wants.otherSize(self, ('weight of more than %d columns'):format(self.normalize), self.weight)
   end
   self.inputSize, self.outputSize = self.weight:size(1), self.weight:size(2) - self.normalize
   self.bias = bias or torch.Tensor(self.outputSize):zero()
   wants.sized(self, 'bias', self.bias, self.weight, torch.LongStorage {self.outputSize})
   self.gradWeight, self.gradBias = torch.Tensor(), torch.Tensor(self.outputSize):zero()
   self.gradWeightBuffer, self.valuesBuffer, self.normalizedValues = torch.Tensor(), torch.Tensor(), torch.Tensor()
   self.running = {cumSumSizes = {}, keys = {}, gradWeight = {}, counter = 1}
   self.sizesCache, self.cumSumSizesCache = {}, {}
   self.weightDecay, self.doGradInput = 0, doGradInput or false
   if keysOffset ~= nil then wants.number(self, 'keysOffset', keysOffset) end
   self.offset = (keysOffset or 0) - 1
end

--- Draw the parameters anew; magnitudes and shifts of features are forgotten.
-- @tparam[opt=1/√(3·columns)] number stdv the standard deviation
function IndexLinear:reset(stdv)
   parameters.draw(self, stdv, self.weight:size(2))
   self.bias:mul(1e-6)
   if self.normalize > 0 then self.weight:narrow(2, 1, self.normalize):zero() end
end

-- Keys and values of one sample.
local function wantsSample(self, keys, values, what)
   wants.dims(self, 'keys' .. what, keys, 1)
   wants.type(self, 'values' .. what, values, self.weight)
   if not values:isSize(keys:size()) then
      wants.otherSize(self, ('as many values as keys%s, %d'):format(what, keys:size(1)), values)
   end
end

--- Keys and values of an input, as tables of the samples' or, flat, as they are; and the sizes of flat ones.
function IndexLinear:reshapeInput(input)
   wants.table(self, 'input', input)
   local keys, values, sizes = input[1], input[2], input[3]
   self.isFlat, self.noBatch = sizes ~= nil, sizes == nil and torch.isTensor(keys)
   if self.isFlat then
      wantsSample(self, keys, values, '')
      if type(sizes) == 'number' then sizes = torch.LongTensor {sizes} end
      return keys, values, wants.type(self, 'sizes', sizes, self:longTensor())
   end
   if self.noBatch then keys, values = {keys}, {wants.tensor(self, 'values', values)} end
   wants.table(self, 'keys', keys)
   wants.table(self, 'values', values)
   if #keys == 0 or #keys ~= #values then
      expected(self, ('values for each of %d samples, one or more'):format(#keys), #values)
   end
   local long = self:longTensor()
   for i = 1, #keys do
      local what = self.noBatch and '' or ' of sample ' .. i
      wants.type(self, 'keys' .. what, keys[i], long)
      wantsSample(self, keys[i], values[i], what)
   end
   return keys, values
end

--- A LongTensor, as keys and sizes are.
function IndexLinear:longTensor(...) return torch.LongTensor(...) end

--- Lay an input out, one sample's entries after another's: `keys`, `values`, `sizes` and their sums.
function IndexLinear:flattenInputs(input)
   local keys, values, sizes = self:reshapeInput(input)
   local running, at = self.running, self.running.counter
   running.keys[at] = running.keys[at] or self:longTensor()
   self.keys, self.values = running.keys[at], self.values or self.weight.new()
   if self.isFlat then
      self.keys:resize(keys:size()):copy(keys)
      self.values:resize(values:size()):copy(values)
      self.sizes = sizes
      self.cumSumSizes = self.cumSumSizes or self:longTensor()
   else
      self.lkeys, self.lvalues = keys, values
      self.sizesCache[1] = self.sizesCache[1] or self:longTensor()
      self.cumSumSizesCache[1] = self.cumSumSizesCache[1] or self:longTensor()
      self.sizes, self.cumSumSizes = self.sizesCache[1]:resize(#keys), self.cumSumSizesCache[1]
      for i = 1, #keys do self.sizes[i] = keys[i]:size(1) end
      torch.cat(self.keys, keys, 1)
      torch.cat(self.values, values, 1)
   end
   torch.cumsum(self.cumSumSizes, self.sizes, 1)
   running.cumSumSizes[at] = self.cumSumSizes
end

function IndexLinear:updateOutput(input)
   self:flattenInputs(input)
   compute.updateOutput(self.output, self.keys, self.values, self.sizes, self.weight, self.bias, self.normalizedValues,
      self.offset, self.train and true or false)
   if self.noBatch then self.output:resize(self.outputSize) end
   return self.output
end

-- What the last forward looked at.
local function seen(self)
   if not self.values then expected(self, 'a forward pass before the backward one', 'none') end
   return self.normalize > 0 and self.normalizedValues or self.values
end

--- A step down the gradient of the last input alone, straight into the parameters.
function IndexLinear:accUpdateGradParameters(_, gradOutput, scale)
   local values = seen(self)
   compute.accUpdateGradParameters(self.weight, self.bias, self.keys, values, self.sizes, gradOutput, self.offset,
      self.weightDecay or 0, scale or 1)
end

function IndexLinear:accGradParameters(_, gradOutput, scale)
   local values, running, at = seen(self), self.running, self.running.counter
   running.keys[at] = running.keys[at] or self:longTensor()
   -- Not so if `zeroGradParameters` came after the forward pass, or this is the second backward pass.
   if running.keys[at] ~= self.keys then
      self.keys = running.keys[at]:resizeAs(self.keys):copy(self.keys)
      running.cumSumSizes[at] = self.cumSumSizes
   end
   running.gradWeight[at] = running.gradWeight[at] or self.weight.new()
   compute.accGradParameters(running.gradWeight[at], self.gradBias, self.keys, values, self.sizes, gradOutput,
      self.weight, self.offset, scale or 1)
   running.counter = at + 1
end

--- Keys of all features and a gradient for each, in the form of the input; nothing without `doGradInput`.
function IndexLinear:updateGradInput(_, gradOutput)
   self.gradInput = {}
   if not self.doGradInput then return self.gradInput end
   if self.normalize > 0 then expected(self, 'no doGradInput in a layer that normalizes', 'one') end
   seen(self)
   wants.type(self, 'gradOutput', gradOutput, self.weight)
   local samples, features, outputs = self.sizes:size(1), self.weight:size(1), self.weight:size(2)
   if gradOutput:nElement() ~= samples * outputs then
      wants.otherSize(self, ('gradOutput of size %dx%d'):format(samples, outputs), gradOutput)
   end
   local gradient = torch.mm(gradOutput:contiguous():view(samples, outputs), self.weight:t())
   local keys = torch.range(1, features):long()
   if self.isFlat then
      self.gradInput = {keys:repeatTensor(samples, 1), gradient}
   elseif self.noBatch then
      self.gradInput = {keys, gradient[1]}
   else
      self.gradInput = {{}, {}}
      for i = 1, samples do self.gradInput[1][i], self.gradInput[2][i] = keys:clone(), gradient[i] end
   end
   return self.gradInput
end

--- Step down the gradients of the inputs since `zeroGradParameters`.
function IndexLinear:updateParameters(learningRate)
   if type(learningRate) ~= 'number' then expected(self, 'a learning rate', learningRate) end
   local running = self.running
   local count = running.counter - 1
   if count == 0 then return end
   if count == 1 then
      self.updateKeys, self.gradWeight = running.keys[1], running.gradWeight[1]
   else
      self.updateKeysBuffer = self.updateKeysBuffer or self:longTensor()
      torch.cat(self.updateKeysBuffer, table.move(running.keys, 1, count, 1, {}), 1)
      torch.cat(self.gradWeightBuffer, table.move(running.gradWeight, 1, count, 1, {}), 1)
      self.updateKeys, self.gradWeight = self.updateKeysBuffer, self.gradWeightBuffer
   end
   compute.updateParameters(self.weight, self.bias, self.updateKeys, self.gradWeight, self.gradBias, self.offset,
      self.weightDecay or 0, learningRate)
end

--- Forget the gradients.
function IndexLinear:zeroGradParameters()
   self.gradBias:zero()
   self.running.counter = 1
end

--- Weight and bias; in the place of the weight's gradient a table of what its entries have.
function IndexLinear:parameters() return {self.weight, self.bias}, {self.running, self.gradBias} end

-- Buffers that are made anew: what lies in them may be an input, and keys stay Long.
local function forget(self)
   self.running = {cumSumSizes = {}, keys = {}, gradWeight = {}, counter = 1}
   self.sizesCache, self.cumSumSizesCache, self.lkeys, self.lvalues = {}, {}, {}, {}
   for _, name in ipairs {'keys', 'values', 'sizes', 'cumSumSizes', 'updateKeys', 'updateKeysBuffer'} do
      self[name] = nil
   end
   return utils.renew(self, 'gradWeight', 'gradWeightBuffer', 'valuesBuffer', 'normalizedValues')
end

--- Convert the layer; gradients that have not been used are forgotten.
function IndexLinear:type(type, cache)
   if type == nil then return self._type end
   return Module.type(forget(self), type, cache)
end

function IndexLinear:clearState()
   forget(self)
   return Module.clearState(self)
end
