-- Every element of a .t7 file as text, exact: th elements.lua FILE MODE. The same under Torch7, and from elements.py.
require 'nn'

local function number(x)
   if x ~= x then return 'nan' end
   if x == 1/0 or x == -1/0 then return x > 0 and 'inf' or '-inf' end
   local m, e = math.frexp(x)
   return ('%.0fp%d'):format(m * 2^53, e)
end
local seen = {}
local function key(k) return type(k) == 'number' and ('%010d'):format(k) or tostring(k) end
local function dump(path, value)
   local kind = type(value)
   if kind == 'number' then return print(path .. ' ' .. number(value)) end
   if kind == 'string' then return print(path .. ' ' .. value:gsub('\n', '|')) end
   if kind == 'boolean' then return print(path .. ' ' .. tostring(value)) end
   local name = torch.typename(value) or 'table'
   if name:find('Tensor$') or name:find('Storage$') then
      local words, n = {path, name:find('Tensor$') and 'tensor' or 'storage'}, 0
      local flat = value
      if name:find('Tensor$') then
         n = value:nElement()
         for d = 1, value:dim() do words[#words + 1] = 'x' .. value:size(d) end
         flat = n > 0 and torch.DoubleTensor(n):copy(value)
      else n = #value end
      for i = 1, n do words[#words + 1] = number(flat[i]) end
      return print(table.concat(words, ' '))
   end
   if seen[value] then return print(path .. ' again') end
   seen[value] = true
   print(path .. ' ' .. name)
   local keys = {}
   for k in pairs(value) do keys[#keys + 1] = k end
   table.sort(keys, function(a, b) return key(a) < key(b) end)
   for _, k in ipairs(keys) do dump(path .. '.' .. tostring(k), value[k]) end
end
dump('', torch.load(arg[1], arg[2]))
