--- Histograms.
-- @module gnuplot.hist
local wants = require 'gnuplot.wants'

local Histogram = {}

-- The sign for the top of a bar, by what it lacks of a whole line.
local function top(missing) return missing > 0.66 and '|' or missing > 0.33 and ':' or '.' end

-- Drawn with signs, ten lines high: a bar's top says how far it reaches into its line.
function Histogram:__tostring()
   local low, high = self[self.min], self[self.max]
   local floor = ('-'):rep(8) .. ':'
   local lines = {
      ('nsamples:  min:(bin:%d/#%d/cntr:%2.2f)  max:(bin:%d/#%d/cntr:%2.2f)')
         :format(self.min, low.nb, low.val, self.max, high.nb, high.val),
      floor .. ('-'):rep(#self),
   }
   local step, above, reached = high.nb / 11, high.nb, {}
   for _ = 1, 10 do
      local level, signs = above - step, {}
      for i, bin in ipairs(self) do
         signs[i] = reached[i] and '|' or bin.nb < level and ' ' or top((above - bin.nb) / step)
         reached[i] = reached[i] or bin.nb >= level
      end
      lines[#lines + 1] = ('%1.2e:'):format(level) .. table.concat(signs)
      above = level
   end
   local marks, centers = {}, {}
   for i, bin in ipairs(self) do
      local isMarked = i % 6 == 2
      marks[i] = isMarked and '^' or '-'
      if isMarked then centers[#centers + 1] = ('%s%1.2f '):format(bin.val < 0 and '-' or '+', math.abs(bin.val)) end
   end
   lines[#lines + 1] = floor .. table.concat(marks)
   lines[#lines + 1] = 'centers ' .. table.concat(centers)
   return table.concat(lines, '\n')
end

local function number(who, what, value)
   if type(value) ~= 'number' or value ~= value then wants.other(who, 'a number as ' .. what, value) end
   return value
end

local function count(who, tensor, bins, min, max)
   if not torch.isTensor(tensor) or tensor:nElement() == 0 then wants.other(who, 'a tensor with elements', tensor) end
   bins = bins or 72
   if type(bins) ~= 'number' or bins ~= math.floor(bins) or bins < 1 or bins > 2 ^ 31 - 1 then
      wants.other(who, 'a number of bins', bins)
   end
   local values = tensor:double()
   min, max = number(who, 'min', min or values:min()), number(who, 'max', max or values:max())
   return torch.histc(values, bins, min, max), min, (max - min) / bins
end

local function histogram(who, ...)
   local counts, min, width = count(who, ...)
   local result = {raw = counts, bins = counts:size(1), binwidth = width}
   for i, nb in ipairs(counts:totable()) do result[i] = {val = min + (i - 0.5) * width, nb = nb} end
   local _, most = counts:max(1)
   local _, least = counts:min(1)
   result.max, result.min = most[1], least[1]
   return setmetatable(result, Histogram)
end

--- Count the values of a tensor in bins.
-- @tparam torch.Tensor tensor
-- @tparam[opt=72] int bins how many
-- @tparam[optchain] number min where the first begins, the least value if it is left out
-- @tparam[optchain] number max where the last ends, the largest value if it is left out
-- @tparam[optchain] boolean raw whether only the tensor of counts is wanted
-- @treturn table for each bin its centre `val` and its count `nb`; `raw`, the counts as a tensor; `bins`, `binwidth`;
-- `max` and `min`, the numbers of the fullest and the emptiest bin. It prints as a picture.
function gnuplot.histc(tensor, bins, min, max, raw)
   if raw then return (count('histc', tensor, bins, min, max)) end
   return histogram('histc', tensor, bins, min, max)
end

--- Count the values of a tensor in bins, and draw the counts as bars.
-- @tparam torch.Tensor tensor
-- @tparam[opt=72] int bins how many
-- @tparam[optchain] number min where the first begins, the least value if it is left out
-- @tparam[optchain] number max where the last ends, the largest value if it is left out
-- @treturn table what `gnuplot.histc` returns
function gnuplot.hist(tensor, bins, min, max)
   local counted = histogram('hist', tensor, bins, min, max)
   local centers = {}
   for i, bin in ipairs(counted) do centers[i] = bin.val end
   gnuplot.bar(torch.Tensor(centers), counted.raw)
   return counted
end
