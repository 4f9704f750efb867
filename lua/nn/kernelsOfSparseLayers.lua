--- Kernels of layers that look up or name features, under the original's names and with its arguments.
-- @module nn.kernelsOfSparseLayers
local compute = require 'sconce.nn'
local expected = require 'nn.expected'
local sparse = require 'nn.sparse'
local wants = require 'nn.wants'
local kernels = {}

function kernels.LookupTable_accGradParameters(input, gradOutput, gradWeight, _, _, _, byFrequency, paddingValue, scale)
   compute.LookupTable.accGradParameters(gradWeight, input, gradOutput, paddingValue, byFrequency, scale)
end
function kernels.LookupTable_renorm(input, weight, maxNorm, normType)
   compute.LookupTable.renorm(input, weight, maxNorm, normType)
end

-- Flags come as numbers here. Sums of sizes and buffers are not needed.
local function isOn(flag) return flag ~= 0 and flag and true or false end

function kernels.IndexLinear_updateOutput(
   keys, offset, values, sizes, _, output, weight, bias, normalizedValues, train)
   compute.IndexLinear.updateOutput(
      output, keys, values, sizes, weight, bias, normalizedValues, offset, isOn(train))
end
function kernels.IndexLinear_accGradParameters(
   keys, offset, values, sizes, _, gradOutput, gradWeight, gradBias, weight, _, _, _, scale)
   compute.IndexLinear.accGradParameters(gradWeight, gradBias, keys, values, sizes, gradOutput, weight, offset, scale)
end
function kernels.IndexLinear_accUpdateGradParameters(
   keys, offset, values, sizes, _, gradOutput, weight, bias, weightDecay, scale)
   compute.IndexLinear.accUpdateGradParameters(
      weight, bias, keys, values, sizes, gradOutput, offset, weightDecay, scale)
end
function kernels.IndexLinear_updateParameters(gradWeight, gradBias, weight, bias, keys, _, offset, weightDecay, rate)
   compute.IndexLinear.updateParameters(weight, bias, keys, gradWeight, gradBias, offset, weightDecay, rate)
end

-- SparseLinear's kernels take entries as rows of a sample's number, a feature's and a value; the older ones samples as
-- B×n×2.
local who = torch.factory('nn.SparseLinear')()

local function rows(input)
   wants.dims(who, 'input', input, 2)
   if input:size(2) ~= 3 then wants.otherSize(who, 'input of size nx3', input) end
   return input
end
local function rowsOfSamples(input)
   wants.dims(who, 'input', input, 3)
   if input:size(3) ~= 2 then wants.otherSize(who, 'input of size Bxnx2', input) end
   local list = input.new(input:size(1), input:size(2), 3)
   for i = 1, input:size(1) do list[i]:select(2, 1):fill(i) end
   list:narrow(3, 2, 2):copy(input)
   return list:view(-1, 3), input:size(1)
end

-- A weight with its bias, or gradients of both.
local function pair(weight, bias, model)
   wants.type(who, 'weight', weight, model)
   wants.dims(who, 'weight', weight, 2)
   return wants.sized(who, 'bias', bias, weight, torch.LongStorage {weight:size(1)})
end
local function rowsOfOutputs(name, tensor, weight)
   wants.type(who, name, tensor, weight)
   wants.dims(who, name, tensor, 2)
   if tensor:size(2) ~= weight:size(1) then
      wants.otherSize(who, ('%s of size Bx%d'):format(name, weight:size(1)), tensor)
   end
   return tensor:size(1)
end
-- Gradients like the parameters that they are for.
local function alike(gradWeight, gradBias, weight, bias)
   pair(gradWeight, gradBias, weight)
   if bias then wants.same(who, 'bias', bias, gradBias) end
   wants.same(who, 'weight', weight, gradWeight)
end

for prefix, entriesOf in pairs {SparseLinear_ = rows, SparseLinear_legacy = rowsOfSamples} do
   local function name(method)
      return prefix .. (prefix == 'SparseLinear_' and method or method:sub(1, 1):upper() .. method:sub(2))
   end
   -- Entries of as many samples as are there, or can be.
   local function entries(input, weight, samples)
      local list, count = entriesOf(wants.type(who, 'input', input, weight))
      return sparse.entries(who, list, weight:size(2), samples or count or math.huge)
   end

   kernels[name 'updateOutput'] = function(input, output, weight, bias)
      pair(weight, bias)
      wants.type(who, 'output', output, weight)
      if prefix ~= 'SparseLinear_' then output:resize(wants.dims(who, 'input', input, 3):size(1), weight:size(1)) end
      local samples = rowsOfOutputs('output', output, weight)
      sparse.updateOutput(output, weight, bias, entries(input, weight, samples))
   end

   kernels[name 'accGradParameters'] = function(
      input, gradOutput, gradWeight, gradBias, weight, _, weightDecay, scale)
      alike(gradWeight, gradBias, weight)
      local samples = rowsOfOutputs('gradOutput', gradOutput, weight)
      wants.number(who, 'a number as weightDecay', weightDecay)
      sparse.accGradParameters(gradWeight, gradBias, gradOutput, weight, weightDecay,
         wants.number(who, 'a number as scale', scale), entries(input, weight, samples))
   end

   kernels[name 'zeroGradParameters'] = function(gradWeight, gradBias, lastInput)
      pair(gradWeight, gradBias)
      local _, features = entries(lastInput, gradWeight)
      gradBias:zero()
      sparse.zeroGradParameters(gradWeight, features)
   end

   kernels[name 'updateParameters'] = function(weight, bias, gradWeight, gradBias, lastInput, learningRate)
      if type(learningRate) ~= 'number' then expected(who, 'a learning rate', learningRate) end
      pair(weight, bias)
      alike(gradWeight, gradBias, weight, bias)
      local _, features = entries(lastInput, weight)
      bias:add(-learningRate, gradBias)
      sparse.updateParameters(weight, gradWeight, learningRate, features)
   end
end

return kernels
