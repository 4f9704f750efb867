--- Whether two values hold the same, within a tolerance; for tests.
--
-- Each function answers three things: whether they do, what is wrong if they should, and what if they should not.
--
-- @module torch.compare
local compare = {}

local function unequal(what, difference, tolerance)
   local text = '%s%s(==) violation: max diff=%s, tolerance=%s'
   return text:format(what, 'EQ', difference, tolerance), text:format(what, 'NE', difference, tolerance)
end

--- Numbers: a nan equals nothing.
function compare.numbers(a, b, tolerance)
   local signs = tolerance == 0 and 'failed: %s %s %s' or 'failed: %s %s %s with tolerance=' .. tostring(tolerance)
   local names = tolerance == 0 and {'EQ ', 'NE '} or {'ALMOST_EQ ', 'ALMOST_NE '}
   return a == b or math.abs(a - b) <= tolerance,
      names[1] .. signs:format(tostring(a), '~=', tostring(b)), names[2] .. signs:format(tostring(a), '==', tostring(b))
end

local function elements(what, a, b, tolerance)
   if torch.type(a) ~= torch.type(b) then return false, ('The %ss have different types'):format(what:lower()) end
   local difference = 0
   if a:nElement() > 0 then difference = (a:double() - b:double()):abs():max() end
   return difference <= tolerance, unequal(what, difference, tolerance)
end

--- Tensors: type, sizes and elements.
function compare.tensors(a, b, tolerance)
   if not torch.isTensor(a) or not torch.isTensor(b) then
      return false, ('expected two tensors, got %s and %s'):format(torch.type(a), torch.type(b))
   end
   if torch.type(a) ~= torch.type(b) then return false, 'The tensors have different types' end
   if a:dim() ~= b:dim() then return false, 'The tensors have different dimensions' end
   for d = 1, a:dim() do
      if a:size(d) ~= b:size(d) then return false, 'The tensors have different sizes' end
   end
   return elements('Tensor', a, b, tolerance)
end

local function storages(a, b, tolerance)
   if torch.type(a) ~= torch.type(b) then return false, 'The storages have different types' end
   if a:size() ~= b:size() then return false, 'The storages have different sizes' end
   local function view(s) return torch[torch.type(s):match('%.(%a+)Storage$') .. 'Tensor'](s) end
   return elements('Storage', view(a), view(b), tolerance)
end

local function sortedKeys(t)
   local keys = {}
   for key in pairs(t) do keys[#keys + 1] = key end
   table.sort(keys, function(a, b)
      if type(a) == 'number' and type(b) == 'number' then return a < b end
      return tostring(a) < tostring(b)
   end)
   return keys
end

--- Tables: the same keys, and the same under each.
function compare.tables(a, b, tolerance)
   if type(a) ~= 'table' or type(b) ~= 'table' then
      return false, ('expected two tables, got %s and %s'):format(torch.type(a), torch.type(b))
   end
   for _, key in ipairs(sortedKeys(a)) do
      if b[key] == nil then
         return false, ('Entry %s missing in second table (is %s in first)'):format(tostring(key), tostring(a[key]))
      end
      local same, why = compare.values(a[key], b[key], tolerance)
      if not same then return false, ('At table location %s: %s'):format(tostring(key), why) end
   end
   for _, key in ipairs(sortedKeys(b)) do
      if a[key] == nil then
         return false, ('Entry %s missing in first table (is %s in second)'):format(tostring(key), tostring(b[key]))
      end
   end
   return true, nil, 'The tables are equal'
end

--- Any two values.
function compare.values(a, b, tolerance)
   if torch.isTensor(a) and torch.isTensor(b) then return compare.tensors(a, b, tolerance) end
   if torch.isStorage(a) and torch.isStorage(b) then return storages(a, b, tolerance) end
   if torch.type(a) ~= torch.type(b) then
      return false,
         ('EQ failed: values have different types (first: %s, second: %s)'):format(torch.type(a), torch.type(b))
   end
   if type(a) == 'number' then return compare.numbers(a, b, tolerance) end
   if type(a) == 'table' then return compare.tables(a, b, tolerance) end
   local shown = {tostring(a), tostring(b)}
   return a == b, ('EQ failed: %s ~= %s'):format(shown[1], shown[2]), ('NE failed: %s == %s'):format(shown[1], shown[2])
end

return compare
