--- Where two values differ, for `torch.Tester`.
-- @module torch.comparison
local comparison = {}

-- Floats are subtracted as floats; integers as doubles, in which their differences fit.
local function difference(a, b)
   local type = torch.typename(a)
   if type ~= 'torch.FloatTensor' and type ~= 'torch.DoubleTensor' then a, b = a:double(), b:double() end
   return (a - b):abs()
end

-- The largest difference between elements; nan if there is one in either.
local function maximum(a, b)
   local apart = difference(a, b)
   if apart:ne(apart):sum() > 0 then return 0 / 0 end
   return apart:max()
end

local function bound(apart, tolerance)
   return ('max diff=%s, tolerance=%s'):format(tostring(apart), tostring(tolerance))
end

local function sameSize(a, b)
   for i = 1, a:dim() do
      if a:size(i) ~= b:size(i) then return false end
   end
   return true
end

-- Tensors are equal if type, dimensions and sizes are, and no element is further away than the tolerance. A flat
-- comparison goes by the number of elements instead.
local function tensors(a, b, tolerance, flat)
   if torch.typename(a) ~= torch.typename(b) then return false, 'The tensors have different types' end
   if flat and a:dim() ~= b:dim() and a:nElement() == b:nElement() then
      a, b = a:contiguous():view(-1), b:contiguous():view(-1)
   end
   if a:dim() ~= b:dim() then
      return false, ('The tensors have different %s'):format(flat and 'sizes' or 'dimensions')
   end
   if not sameSize(a, b) then return false, 'The tensors have different sizes' end
   if a:nElement() == 0 then return true, 'Both tensors are empty' end
   local apart = maximum(a, b)
   return apart <= tolerance, bound(apart, tolerance), 'Tensor'
end

local function storages(a, b, tolerance)
   if torch.typename(a) ~= torch.typename(b) then return false, 'The storages have different types' end
   if #a ~= #b then return false, 'The storages have different sizes' end
   if #a == 0 then return true, 'Both storages are empty' end
   local Tensor = torch[torch.typename(a):match('^torch%.(.*)Storage$') .. 'Tensor']
   local apart = maximum(Tensor(a, 1, #a), Tensor(b, 1, #b))
   return apart <= tolerance, bound(apart, tolerance), 'Storage'
end

-- Keys in an order that does not vary from run to run, so that the first difference does not either.
local function sortedKeys(t)
   local keys = {}
   for key in pairs(t) do keys[#keys + 1] = key end
   table.sort(keys, function(a, b)
      if type(a) == type(b) and (type(a) == 'number' or type(a) == 'string') then return a < b end
      return type(a) < type(b)
   end)
   return keys
end

local function joined(place, key) return place and place .. '.' .. tostring(key) or tostring(key) end

local compare
local function tables(a, b, tolerance, place)
   local missing = 'Entry %s missing in %s table (is %s in %s)'
   for _, key in ipairs(sortedKeys(a)) do
      if b[key] == nil then
         return false, missing:format(joined(place, key), 'second', tostring(a[key]), 'first')
      end
   end
   for _, key in ipairs(sortedKeys(b)) do
      if a[key] == nil then
         return false, missing:format(joined(place, key), 'first', tostring(b[key]), 'second')
      end
      local inner = joined(place, key)
      local equal, message = compare(a[key], b[key], tolerance, inner)
      if not equal then return false, message end
   end
   return true, 'The tables are equal'
end

-- Where `~=` or `==` goes into a message.
local sign = '\1'

-- Whether two values are equal; how they differ; of what sort they are. What two tables at a place differ in says
-- where it is.
local function look(a, b, tolerance, place, flat)
   if type(a) ~= type(b) then
      return false, ('EQ failed: values have different types (first: %s, second: %s)'):format(type(a), type(b))
   end
   if torch.isTensor(a) and torch.isTensor(b) then return tensors(a, b, tolerance, flat) end
   if torch.isStorage(a) and torch.isStorage(b) then return storages(a, b, tolerance) end
   if type(a) == 'table' then
      local equal, message = tables(a, b, tolerance, place)
      return equal, message, 'table'
   end
   if type(a) == 'number' then
      local allowed = tolerance == 0 and '' or ' with tolerance=' .. tostring(tolerance)
      local message = ('%s %s %s%s'):format(tostring(a), sign, tostring(b), allowed)
      return math.abs(a - b) <= tolerance, message, 'number'
   end
   return a == b, ('%s (%s) %s %s (%s)'):format(tostring(a), type(a), sign, tostring(b), type(b)), 'plain'
end

-- The message of a comparison that was to come out otherwise.
local function phrase(message, sort, wanted)
   if sort == 'Tensor' or sort == 'Storage' then
      return ('%s%s(==) violation: %s'):format(sort, wanted and 'EQ' or 'NE', message)
   end
   if not sort or sort == 'table' then return message end
   return (wanted and 'EQ' or 'NE') .. ' failed: ' .. message:gsub(sign, wanted and '~=' or '==')
end

-- Two entries of tables.
function compare(a, b, tolerance, place)
   local equal, message, sort = look(a, b, tolerance, place)
   if sort == 'table' then return equal, message end
   return equal, ('At table location %s: %s'):format(place, phrase(message, sort, true))
end

--- Whether two values are as far apart as is wanted.
-- @param a one
-- @param b the other
-- @tparam number tolerance how far numbers and elements may be apart
-- @tparam boolean wanted true: equal; false: different
-- @tparam[opt=false] boolean flat whether tensors of other sizes are compared element by element
-- @treturn boolean whether they are
-- @treturn string what is wrong
function comparison.holds(a, b, tolerance, wanted, flat)
   local equal, message, sort = look(a, b, tolerance, nil, flat)
   return equal == wanted, phrase(message, sort, wanted)
end

return comparison
