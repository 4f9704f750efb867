--- The lowest point of a polynomial through points.
-- @module optim.polyinterp
local wants = require 'optim.wants'

-- A polynomial is a list of coefficients, the constant one first.
local function valueAt(p, x)
   local value = 0
   for i = #p, 1, -1 do value = value * x + p[i] end
   return value
end

local function derivative(p)
   local d = {}
   for i = 2, #p do d[i - 1] = p[i] * (i - 1) end
   return d
end

-- The root between two places where the polynomial differs in sign.
local function between(p, low, high)
   local rising = valueAt(p, high) > 0
   while true do
      local middle = low + (high - low) / 2
      if middle <= low or middle >= high then return middle end
      if (valueAt(p, middle) > 0) == rising then high = middle else low = middle end
   end
end

-- The roots from `low` to `high`: between two extremes there is one at most.
local function roots(p, low, high)
   if #p < 2 then return {} end
   local places, found = roots(derivative(p), low, high), {}
   table.insert(places, 1, low)
   places[#places + 1] = high
   for i = 1, #places do
      if valueAt(p, places[i]) == 0 then
         found[#found + 1] = places[i]
      elseif i < #places and valueAt(p, places[i]) * valueAt(p, places[i + 1]) < 0 then
         found[#found + 1] = between(p, places[i], places[i + 1])
      end
   end
   return found
end

-- Solve rows of coefficients, each followed by its right side, by elimination; nothing if that cannot be.
local function solve(rows)
   local n = #rows
   for i = 1, n do
      local pivot = i
      for j = i + 1, n do
         if math.abs(rows[j][i]) > math.abs(rows[pivot][i]) then pivot = j end
      end
      rows[i], rows[pivot] = rows[pivot], rows[i]
      if rows[i][i] == 0 then return nil end
      for j = 1, n do
         local factor = j ~= i and rows[j][i] / rows[i][i] or 0
         if factor ~= 0 then
            for k = i, n + 1 do rows[j][k] = rows[j][k] - factor * rows[i][k] end
         end
      end
   end
   local solution = {}
   for i = 1, n do solution[i] = rows[i][n + 1] / rows[i][i] end
   return solution
end

-- Points whose places are of the size of 1, which equations keep the digits of.
local function rescaled(points, origin, unit)
   local list = {}
   for i, point in ipairs(points) do list[i] = {(point[1] - origin) / unit, point[2], point[3] * unit} end
   return list
end

-- The polynomial of the values and slopes that are known.
local function through(points)
   local known, rows = 0, {}
   for _, point in ipairs(points) do
      for i = 2, 3 do known = known + (point[i] == point[i] and 1 or 0) end
   end
   for _, point in ipairs(points) do
      local x, value, slope = table.unpack(point)
      local values, slopes = {}, {}
      for i = 1, known do values[i], slopes[i] = x ^ (i - 1), i > 1 and (i - 1) * x ^ (i - 2) or 0 end
      values[known + 1], slopes[known + 1] = value, slope
      if value == value then rows[#rows + 1] = values end
      if slope == slope then rows[#rows + 1] = slopes end
   end
   return solve(rows)
end

-- The cubic through two points, by the formula.
local function cubic(a, b)
   if a[1] > b[1] then a, b = b, a end
   local d1 = a[3] + b[3] - 3 * (a[2] - b[2]) / (a[1] - b[1])
   local square = d1 * d1 - a[3] * b[3]
   if not (square >= 0) then return (a[1] + b[1]) / 2 end
   local d2 = math.sqrt(square)
   local t = b[1] - (b[1] - a[1]) * ((b[3] + d2 - d1) / (b[3] - a[3] + 2 * d2))
   return t == t and math.min(math.max(t, a[1]), b[1]) or (a[1] + b[1]) / 2
end

--- Where a polynomial through points is lowest, among the points and between two bounds (as in M. Schmidt's minFunc).
--
--     optim.polyinterp(torch.Tensor {{0, 1, -1}, {1, 2, 3}})      -- 0.25: the lowest point of 2x² - x + 1
--
-- @function optim.polyinterp
-- @tparam torch.Tensor points N×3: place, value, slope; nan stands for a value or a slope that is not known
-- @tparam[opt] number xminBound the smallest x
-- @tparam[opt] number xmaxBound the largest x
-- @treturn number the place
-- @treturn number the value there, not given for two points without bounds
function optim.polyinterp(points, xminBound, xmaxBound)
   if not torch.isTensor(points) or points:dim() ~= 2 or points:size(2) ~= 3 then
      wants.refuse 'optim.polyinterp: expected points of size Nx3, a place, a value and a slope in each row'
   end
   local rows, bounds = points:double():totable(), {low = math.huge, high = -math.huge}
   for _, row in ipairs(rows) do
      bounds.low, bounds.high = math.min(bounds.low, row[1]), math.max(bounds.high, row[1])
   end
   if not (bounds.low > -math.huge and bounds.high < math.huge) then
      wants.refuse 'optim.polyinterp: expected places that are numbers and not infinite'
   end
   if #rows == 2 and not xminBound and not xmaxBound then return cubic(rows[1], rows[2]) end
   local low = wants.number('optim.polyinterp', {xminBound = xminBound}, 'xminBound', bounds.low)
   local high = wants.number('optim.polyinterp', {xmaxBound = xmaxBound}, 'xmaxBound', bounds.high)
   local origin, unit = bounds.low, bounds.high > bounds.low and bounds.high - bounds.low or 1
   local p, best, least = through(rescaled(rows, origin, unit)), (low + high) / 2, math.huge
   if not p then return best, least end
   local places = {low, high}
   for _, row in ipairs(rows) do places[#places + 1] = row[1] end
   for _, root in ipairs(roots(derivative(p), (low - origin) / unit, (high - origin) / unit)) do
      places[#places + 1] = origin + unit * root
   end
   for _, x in ipairs(places) do
      local value = valueAt(p, (x - origin) / unit)
      if x >= low and x <= high and value < least then best, least = x, value end
   end
   return best, least
end
