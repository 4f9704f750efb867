--- Sequences of different lengths in few columns: one after another, with a masked step between.
--
-- The longest come first; a column takes every further one that fits. A layout is two tables with a table for each
-- column: the numbers of its sequences, and their lengths.
--
-- @module rnn.packing
local expected = require 'nn.expected'
local packing = {}
local name = 'nn.VariableLength'

local function check(samples)
   if torch.type(samples) ~= 'table' or #samples == 0 then expected(name, 'a table of sequences', samples) end
   local first = samples[1]
   for i, sample in ipairs(samples) do
      if not torch.isTensor(sample) or sample:dim() == 0 then
         expected(name, ('a tensor of steps as sequence %d'):format(i), sample)
      end
      if torch.type(sample) ~= torch.type(first) then
         expected(name, ('%s as sequence %d'):format(torch.type(first), i), torch.type(sample))
      end
      if not sample:narrow(1, 1, 1):isSameSizeAs(first:narrow(1, 1, 1)) then
         expected(name, ('steps of the same size in sequence %d as in the first'):format(i), sample)
      end
   end
end

-- A layout of lengths.
local function layout(lengths)
   local order = {}
   for i = 1, #lengths do order[i] = i end
   table.sort(order, function(a, b)
      if lengths[a] ~= lengths[b] then return lengths[a] > lengths[b] end
      return a > b
   end)
   local numbers, sizes, longest = {}, {}, lengths[order[1]]
   while #order > 0 do
      local column, steps, rest, room = {}, {}, {}, longest
      for _, i in ipairs(order) do
         if lengths[i] <= room then
            column[#column + 1], steps[#steps + 1] = i, lengths[i]
            room = room - lengths[i] - 1
         else
            rest[#rest + 1] = i
         end
      end
      numbers[#numbers + 1], sizes[#sizes + 1], order = column, steps, rest
   end
   return numbers, sizes
end

--- The longest length of a layout.
function packing.longest(sizes)
   local longest = 0
   for _, column in ipairs(sizes) do
      for _, length in ipairs(column) do longest = math.max(longest, length) end
   end
   return longest
end

-- Call a function with the number, column, first step and length of each sequence.
local function each(numbers, sizes, f)
   if torch.type(numbers) ~= 'table' or torch.type(sizes) ~= 'table' or #numbers ~= #sizes then
      expected(name, 'a layout: numbers and lengths of sequences', numbers)
   end
   for column, list in ipairs(numbers) do
      local first = 1
      for i, number in ipairs(list) do
         f(number, column, first, sizes[column][i])
         first = first + sizes[column][i] + 1
      end
   end
end

--- Pack sequences.
-- @tparam {torch.Tensor,...} samples
-- @tparam torch.Tensor output becomes steps x columns x …
-- @tparam torch.ByteTensor mask becomes steps x columns, with 1 where there is nothing
-- @treturn {table,...} a layout: the numbers
-- @treturn {table,...} and the lengths
function packing.fromSamples(samples, output, mask)
   check(samples)
   local lengths = {}
   for i, sample in ipairs(samples) do lengths[i] = sample:size(1) end
   local numbers, sizes = layout(lengths)
   local size = samples[1]:size():totable()
   local steps = packing.longest(sizes)
   output:resize(torch.LongStorage {steps, #numbers, table.unpack(size, 2)}):zero()
   mask:resize(steps, #numbers):fill(1)
   each(numbers, sizes, function(number, column, first, length)
      output:select(2, column):narrow(1, first, length):copy(samples[number])
      mask:select(2, column):narrow(1, first, length):zero()
   end)
   return numbers, sizes
end

--- The sequences again, as views.
-- @tparam table numbers
-- @tparam table sizes
-- @tparam torch.Tensor packed
-- @treturn {torch.Tensor,...}
function packing.toSamples(numbers, sizes, packed)
   local samples = {}
   each(numbers, sizes, function(number, column, first, length)
      samples[number] = packed:select(2, column):narrow(1, first, length)
   end)
   return samples
end

--- The last step of each sequence.
-- @tparam table numbers
-- @tparam table sizes
-- @tparam torch.Tensor packed
-- @tparam torch.Tensor output becomes sequences x …
function packing.toFinal(numbers, sizes, packed, output)
   local count = 0
   each(numbers, sizes, function() count = count + 1 end)
   output:resize(torch.LongStorage {count, table.unpack(packed:size():totable(), 3)})
   each(numbers, sizes, function(number, column, first, length)
      output:narrow(1, number, 1):copy(packed:select(2, column):narrow(1, first + length - 1, 1))
   end)
end

--- Put something at the last step of each sequence, among zeros.
-- @tparam table numbers
-- @tparam table sizes
-- @tparam torch.Tensor final sequences x …
-- @tparam torch.Tensor packed becomes steps x columns x …
function packing.fromFinal(numbers, sizes, final, packed)
   local size = final:size():totable()
   packed:resize(torch.LongStorage {packing.longest(sizes), #numbers, table.unpack(size, 2)}):zero()
   each(numbers, sizes, function(number, column, first, length)
      packed:select(2, column):narrow(1, first + length - 1, 1):copy(final:narrow(1, number, 1))
   end)
end

-- By the names that tensors know them by.
for _, type in ipairs {'torch.FloatTensor', 'torch.DoubleTensor'} do
   local class = torch.getmetatable(type)
   class.nn = class.nn or {}
   class.nn.VariableLength_FromSamples = packing.fromSamples
   class.nn.VariableLength_ToSamples = packing.toSamples
   class.nn.VariableLength_ToFinal = packing.toFinal
   class.nn.VariableLength_FromFinal = packing.fromFinal
end

return packing
