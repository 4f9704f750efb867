--- Where two values differ, for `torch.Tester`.
-- @module torch.comparison
local comparison = {}

-- The largest difference between elements; nan if there is one in either.
local function maximum(a, b)
   if a:nElement() == 0 then return 0 end
   local difference = a:double():clone():add(-1, b:double()):abs()
   if difference:ne(difference):sum() > 0 then return 0 / 0 end
   return difference:max()
end

local function bound(difference, tolerance)
   return ('max diff=%s, tolerance=%s'):format(tostring(difference), tostring(tolerance))
end

local function sameSize(a, b)
   for i = 1, a:dim() do
      if a:size(i) ~= b:size(i) then return false end
   end
   return true
end

-- Tensors are equal if type, dimensions and sizes are, and no element is further away than the tolerance.
local function tensors(a, b, tolerance)
   if torch.typename(a) ~= torch.typename(b) then return false, 'The tensors have different types' end
   if a:dim() ~= b:dim() then return false, 'The tensors have different dimensions' end
   if not sameSize(a, b) then return false, 'The tensors have different sizes' end
   local difference = maximum(a, b)
   return difference <= tolerance, bound(difference, tolerance), 'Tensor'
end

local function storages(a, b, tolerance)
   if torch.typename(a) ~= torch.typename(b) then return false, 'The storages have different types' end
   if #a ~= #b then return false, 'The storages have different sizes' end
   local difference = 0
   for i = 1, #a do difference = math.max(difference, math.abs(a[i] - b[i])) end
   return difference <= tolerance, bound(difference, tolerance), 'Storage'
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

local compare
local function tables(a, b, tolerance)
   for _, key in ipairs(sortedKeys(a)) do
      if b[key] == nil then
         return false, ('Entry %s missing in second table (is %s in first)'):format(tostring(key), tostring(a[key]))
      end
   end
   for _, key in ipairs(sortedKeys(b)) do
      if a[key] == nil then
         return false, ('Entry %s missing in first table (is %s in second)'):format(tostring(key), tostring(b[key]))
      end
      local equal, message, place = compare(a[key], b[key], tolerance)
      if not equal then return false, message, nil, place and key .. '.' .. place or tostring(key) end
   end
   return true, 'The tables are equal'
end

-- Where `~=` or `==` goes into a message.
local sign = '\1'

-- Whether two values are equal; how they differ; of what sort they are; at which place in a table they differ.
local function look(a, b, tolerance)
   if type(a) ~= type(b) then
      return false, ('EQ failed: values have different types (first: %s, second: %s)'):format(type(a), type(b))
   end
   if torch.isTensor(a) and torch.isTensor(b) then return tensors(a, b, tolerance) end
   if torch.isStorage(a) and torch.isStorage(b) then return storages(a, b, tolerance) end
   if type(a) == 'table' then return tables(a, b, tolerance) end
   if type(a) == 'number' then
      local allowed = tolerance == 0 and '' or ' with tolerance=' .. tostring(tolerance)
      local message = ('%s %s %s%s'):format(tostring(a), sign, tostring(b), allowed)
      return a == b or math.abs(a - b) <= tolerance, message, 'number'
   end
   return a == b, ('%s (%s) %s %s (%s)'):format(tostring(a), type(a), sign, tostring(b), type(b)), 'plain'
end

-- The message of a comparison that was to come out otherwise.
local function phrase(message, sort, wanted)
   if sort == 'Tensor' or sort == 'Storage' then
      return ('%s%s(==) violation: %s'):format(sort, wanted and 'EQ' or 'NE', message)
   end
   if not sort then return message end
   return (wanted and 'EQ' or 'NE') .. ' failed: ' .. message:gsub(sign, wanted and '~=' or '==')
end

function compare(a, b, tolerance)
   local equal, message, sort, place = look(a, b, tolerance)
   return equal, phrase(message, sort, true), place
end

--- Whether two values are as far apart as is wanted.
-- @param a one
-- @param b the other
-- @tparam number tolerance how far numbers and elements may be apart
-- @tparam boolean wanted true: equal; false: different
-- @treturn boolean whether they are
-- @treturn string what is wrong
function comparison.holds(a, b, tolerance, wanted)
   local equal, message, sort, place = look(a, b, tolerance)
   message = phrase(message, sort, wanted)
   if wanted and place then message = ('At table location %s: %s'):format(place, message) end
   return equal == wanted, message
end

return comparison
