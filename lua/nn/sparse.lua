--- What a fully connected layer computes from the entries of its inputs: rows of a sample's number, a feature's number
-- and a value. Features and samples are LongTensors here; without them there are no entries.
-- @module nn.sparse
local expected = require 'nn.expected'
local sparse = {}

--- Take rows apart. Values of 0 are nothing, whatever their feature.
-- @tparam nn.Module who whose rows they are
-- @tparam torch.Tensor rows n×3
-- @tparam int features how many there are
-- @tparam int samples how many there are
-- @treturn torch.LongTensor samples' numbers
-- @treturn torch.LongTensor features' numbers
-- @treturn torch.Tensor values
function sparse.entries(who, rows, features, samples)
   local there = rows:select(2, 3):ne(0)
   local count = there:sum()
   if count == 0 then return nil end
   if count < rows:size(1) then rows = rows:index(1, there:nonzero():view(-1)) end
   local function numbers(column, what, high)
      local list = rows:select(2, column)
      local low, most = list:min(), list:max()
      -- Neither comparison holds for nan.
      if not (low >= 1 and most <= high) then
         expected(who, ('%s from 1 to %d'):format(what, high), low >= 1 and most or low)
      end
      return list:long()
   end
   return numbers(1, 'samples', samples), numbers(2, 'features', features), rows:select(2, 3):contiguous()
end

--- `y = W·x + b`; `output` has a row for each sample.
function sparse.updateOutput(output, weight, bias, samples, features, values)
   output:copy(bias:view(1, -1):expandAs(output))
   if not samples then return end
   -- A row of weights for each entry, times its value, goes to its sample.
   local parts = weight:index(2, features):t():contiguous()
   output:indexAdd(1, samples, parts:cmul(values:view(-1, 1):expandAs(parts)))
end

--- `∂W += s·∂y·xᵀ` and `∂b += s·∂y`, and the weight's decay.
function sparse.accGradParameters(
   gradWeight, gradBias, gradOutput, weight, weightDecay, scale, samples, features, values)
   if samples then
      local parts = gradOutput:index(1, samples)
      parts:cmul(values:view(-1, 1):expandAs(parts)):mul(scale)
      gradWeight:indexAdd(2, features, parts:t():contiguous())
   end
   gradBias:add(scale, gradOutput:sum(1):view(-1))
   if weightDecay ~= 0 then gradWeight:add(weightDecay, weight) end
end

-- Each number once.
local function once(features)
   local seen, list = {}, {}
   for i = 1, features and features:size(1) or 0 do
      local feature = features[i]
      if not seen[feature] then seen[feature], list[#list + 1] = true, feature end
   end
   return #list > 0 and torch.LongTensor(list) or nil
end

--- A step of the weights of these features alone.
function sparse.updateParameters(weight, gradWeight, learningRate, features)
   features = once(features)
   if features then weight:indexAdd(2, features, gradWeight:index(2, features):mul(-learningRate)) end
end

--- No gradient of these features any more.
function sparse.zeroGradParameters(gradWeight, features)
   features = once(features)
   if features then gradWeight:indexFill(2, features, 0) end
end

return sparse
