-- Objects for .t7 files, the same under Torch7 and under Sconce. Tables are lists, so that both write the same bytes.
local objects = {}
local function add(name, build, prepare) objects[#objects + 1] = {name = name, build = build, prepare = prepare or function() end} end

attic = attic or {}
if not attic.Own then
   torch.class('attic.Plain')
   local Own = torch.class('attic.Own')
   function Own:__init(n) self.n = n end
   function Own:write(file) file:writeInt(self.n); file:writeObject({self.n, self.next}) end
   function Own:read(file) self.n = file:readInt(); self.rest = file:readObject() end
end

local types = {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double'}

add('values', function() return {1, -2.5, 1e300, 0.1, 2^53, 1/0, 'text', '', 'line\nend', true, false, {}, {{1}, {2, {3}}}} end)
add('numbers', function()
   local t = torch.Tensor(6)
   t[1], t[2], t[3], t[4], t[5], t[6] = 0/0, -1/0, 1e-310, 4.9e-324, 1.7976931348623157e308, 0.1
   return {t, torch.FloatTensor(6):copy(t)}
end)
add('tensors', function()
   local list = {}
   for _, name in ipairs(types) do
      local t = torch[name .. 'Tensor'](2, 3)
      for i = 1, 2 do for j = 1, 3 do t[i][j] = 60 + 3 * i + j end end
      list[#list + 1] = t
      list[#list + 1] = t:t()
      list[#list + 1] = t:narrow(2, 2, 1)
      list[#list + 1] = torch[name .. 'Tensor']()
   end
   list[#list + 1] = list[1]
   return list
end)
add('storages', function()
   local list = {}
   for _, name in ipairs(types) do
      local s = torch[name .. 'Storage'](3)
      for i = 1, 3 do s[i] = 64 + i end
      list[#list + 1] = s
      list[#list + 1] = torch[name .. 'Storage']()
   end
   list[#list + 1] = list[1]
   return list
end)
add('cycle', function()
   local list = {1, {}}
   list[2][1], list[2][2], list[3] = list, list[2], list
   return list
end)
add('deep', function()
   local list = {}
   for _ = 1, 100 do list = {list} end
   return list
end)
add('objects', function()
   local a, b = attic.Own(7), attic.Plain()
   a.next, b[1], b[2] = b, a, 'two'
   return {a, b, {a, b}}
end)
add('bigEndian', function() return {1.5, 'x', torch.LongTensor(2):fill(3), torch.ShortTensor(2):fill(-2), {true}} end,
   function(file) if not file:isBinary() then return end file:bigEndianEncoding() end)
add('shortLongs', function() return {torch.LongTensor(2, 1):fill(-3), torch.DoubleTensor(2):fill(0.5)} end,
   function(file) file:longSize(4) end)
add('unreferenced', function() local t = torch.Tensor(2):fill(1); return {t, t, {1}, {1}} end,
   function(file) file:referenced(false) end)
return objects
