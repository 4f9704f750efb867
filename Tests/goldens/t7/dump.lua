-- What is in a .t7 file, as text: under Torch7 and under Sconce it must be the same. Classes that are not there are read
-- as tables where that can be asked for.
pcall(require, 'nn')
local function number(x)
   if x ~= x then return 'nan' end
   return ('%.17g'):format(x)
end

local seen, count, lines
local function key(k) return type(k) == 'number' and ('%020.6f'):format(k) or tostring(k) end
local function say(path, what) lines[#lines + 1] = path .. ' ' .. what end

local function tensor(path, name, t)
   local sizes, strides = {}, {}
   for d = 1, t:dim() do sizes[d], strides[d] = t:size(d), t:stride(d) end
   local line = ('%s %s stride %s offset %d'):format(name, table.concat(sizes, 'x'), table.concat(strides, ','), t:storageOffset())
   if t:nElement() > 0 then
      local n = t:nElement()
      local flat = torch.DoubleTensor(n):copy(t)
      local sum, hash = 0, 0
      for i = 1, n do
         sum = sum + flat[i]
         hash = (hash * 31 + math.floor(flat[i] * 1024)) % 1000003
      end
      line = ('%s first %s last %s sum %s hash %d'):format(line, number(flat[1]), number(flat[n]), number(sum), hash)
   end
   say(path, line)
end

local function dump(path, value)
   local kind = type(value)
   if kind == 'number' then return say(path, number(value)) end
   if kind == 'string' then return say(path, ('%q'):format(value)) end
   if kind ~= 'table' and kind ~= 'userdata' then return say(path, kind == 'boolean' and tostring(value) or kind) end
   if seen[value] then return say(path, 'again ' .. seen[value]) end
   count = count + 1
   seen[value] = count
   local name = torch.typename(value) or kind == 'table' and rawget(value, '__typename') or 'table'
   if name:find('Tensor$') then return tensor(path, name, value) end
   if name:find('Storage$') then return say(path, name .. ' ' .. #value) end
   say(path, name)
   local keys = {}
   for k in pairs(value) do if k ~= '__typename' then keys[#keys + 1] = k end end
   table.sort(keys, function(a, b) return key(a) < key(b) end)
   for _, k in ipairs(keys) do dump(path .. '.' .. tostring(k), value[k]) end
end

return function(file)
   seen, count, lines = {}, 0, {}
   local loaded, value = pcall(torch.load, file)
   if not loaded then value = torch.load(file, nil, {unknown = 'table'}) end
   dump(file:match('[^/]*$'), value)
   return table.concat(lines, '\n') .. '\n'
end
