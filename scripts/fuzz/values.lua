-- Values that nobody expects: numbers at the edges, tensors of all types, sizes and layouts, tables within themselves.
-- They hang on math.random and torch's generator alone, so that a round can be played again.
local values = {}

local function pick(list) return list[math.random(#list)] end
local function chance(p) return math.random() < p end
values.pick, values.chance = pick, chance

local edges = {
   0, -1, -2, 0.5, 1.5, -0.5, 1e-320, 0 / 0, math.huge, -math.huge, 2^31 - 1, 2^31, -2^31, 2^32, 2^53, 2^62, 2^63,
      -2^63, 1e15, 1e19,
   1e300, -1e300, 255, 1000,
}

--- A number: most often a small count.
function values.number()
   if chance(.7) then return math.random(5) end
   return pick(edges)
end

values.types = {'Double', 'Float', 'Long', 'Int', 'Short', 'Char', 'Byte'}
local function newTensor(...)
   local name = chance(.6) and 'Double' or pick(values.types)
   -- What has no arithmetic is for those who do not mind what Lua says of that.
   if values.halves and chance(.1) then name = 'Half' end
   return torch[name .. 'Tensor'](...)
end

-- Where the elements of a tensor lie: with gaps, backwards in dimensions, several at one place, behind others.
local layouts = {
   function(t) return t:dim() > 1 and t:transpose(1, t:dim()) or t end,
   function(t) return t:dim() > 0 and t:size(1) > 1 and t:narrow(1, 2, t:size(1) - 1) or t end,
   function(t) return t:dim() > 0 and t:select(t:dim(), 1) or t end,
   function(t)
      if t:dim() == 0 then return t end
      local sizes = t:size()
      sizes[1] = 3
      return t:narrow(1, 1, 1):expand(sizes)
   end,
   function(t) return t:nElement() > 1 and t.new(t:storage(), 2, torch.LongStorage {t:storage():size() - 1}) or t end,
}

--- A tensor of random dimensions, or of this many.
function values.tensor(dims)
   local size = {}
   for d = 1, dims or math.random(0, 4) do size[d] = chance(.97) and math.random(4) or pick {5, 17, 64} end
   local t = #size > 0 and newTensor(table.unpack(size)) or newTensor()
   local fill = math.random(6)
   if fill == 1 and t.uniform then t:uniform(-1, 1)
   elseif fill == 2 then t:fill(values.number())
   elseif t:nElement() > 0 then t:copy(torch.DoubleTensor(t:size()):random(0, 4)) end
   return chance(.2) and pick(layouts)(t) or t
end

function values.storage()
   local storage = torch[pick {'Long', 'Long', 'Byte', 'Double', 'Int'} .. 'Storage'](math.random(0, 3))
   for i = 1, #storage do storage[i] = math.random(0, 4) end
   return storage
end

--- A table: a list or with names, of anything, now and then within itself.
function values.table(depth)
   local t = {}
   for i = 1, math.random(0, 3) do t[chance(.9) and i or pick {'min', 'x', 0, 1.5, -1}] = values.any(depth + 1) end
   if chance(.05) then t[#t + 1] = t end
   return t
end

--- A table of tensors, some nested.
function values.tensors(depth)
   local t = {}
   for i = 1, math.random(3) do
      t[i] = chance(.2) and (depth or 0) < 3 and values.tensors((depth or 0) + 1) or values.tensor()
   end
   return t
end

values.modules = {
   function() return nn.Identity() end, function() return nn.Tanh() end,
      function() return nn.Linear(math.random(4), math.random(4)) end,
   function() return nn.Sequential():add(nn.Linear(3, 2)):add(nn.Tanh()) end,
      function() return nn.ConcatTable():add(nn.Identity()):add(nn.Tanh()) end,
   function() return nn.ParallelTable():add(nn.Identity()):add(nn.Linear(2, 2)) end,
      function() return nn.JoinTable(math.random(2)) end,
   function() return nn.CAddTable() end, function() return nn.LookupTable(4, 3) end,
      function() return nn.SplitTable(1) end,
   function() return nn.Sequential() end, function() return nn.Module() end, function() return nn.Container() end,
      function() return nn.Dropout(.5) end,
   function() return nn.MSECriterion() end, function() return nn.ClassNLLCriterion() end,
   function() return nn.LSTM(3, 2) end, function() return nn.GRU(3, 2) end, function() return nn.FastLSTM(3, 2) end,
   function() return nn.SeqLSTM(3, 2) end, function() return nn.Recursor(nn.Linear(3, 2)) end,
      function() return nn.Sequencer(nn.Linear(3, 2)) end,
   function() return nn.MaskZero(nn.Linear(3, 2), 1) end, function() return nn.ReinforceBernoulli() end,
   function() local x = nn.Identity()() return nn.gModule({x}, {nn.Linear(3, 2)(x)}) end,
   function()
      local within = nn.Sequential()
      return within:add(nn.Tanh()):add(within)
   end,
}
function values.module() return pick(values.modules)() end

local functions = {
   function() return function() end end,
   function() return function(...) return ... end end,
   function() return function(x) return 1, x end end,
   function() return function() return values.any(3) end end,
   function() return function() return values.number(), values.any(3) end end,
   function() return function() error 'the script has failed' end end,
   function() return function() error {} end end,
   function() return function() return true end end,
   function() return print end,
}
function values.callback() return pick(functions)() end

local texts = {
   '', 'x', 'weight', 'both', 'neither', 'output', 'torch.FloatTensor', 'torch.LongTensor', 'torch.NoTensor',
      'nn.Linear', '1', 'nan', '%s%d%n', '\0\xff',
   ('long'):rep(300), '../nowhere/file', 'ReLU', 'Tanh', 'gModule', 'bilinear', 'simple',
}
function values.text() return pick(texts) end

local others = {
   function() return nil end, function() return true end, function() return false end, values.text, values.storage,
   values.callback, values.callback, values.module, values.module, values.tensors, values.tensors,
   function() return torch.Generator() end, function() return coroutine.create(print) end,
      function() return io.stderr end,
   function() return setmetatable({}, {__index = function() error 'of the script' end}) end,
   function() return nn.Identity()() end, function() return graph.Node('data') end,
      function() return torch.MemoryFile() end,
}

--- Anything at all.
function values.any(depth)
   depth = depth or 0
   local kind = math.random(10)
   if kind <= 3 then return values.number() end
   if kind <= 6 then return values.tensor() end
   if kind == 7 and depth < 3 then return values.table(depth) end
   return pick(others)()
end

--- The keys of a table, in an order that is the same in every run.
function values.sortedKeys(t)
   local keys = {}
   for key in next, t do keys[#keys + 1] = key end
   local function rank(key) return type(key) .. (type(key) == 'table' and '' or tostring(key)) end
   table.sort(keys, function(a, b)
      if type(a) == 'number' and type(b) == 'number' then return a < b end
      return rank(a) < rank(b)
   end)
   return keys
end

local function isPlain(value) return type(value) == 'table' and getmetatable(value) == nil end

--- A value like this one but for some part.
function values.spoiled(value, depth)
   depth = depth or 0
   if isPlain(value) and next(value) ~= nil and depth < 4 and chance(.7) then
      local copy = {}
      for key, part in next, value do copy[key] = part end
      local key = pick(values.sortedKeys(value))
      copy[key] = values.spoiled(value[key], depth + 1)
      return copy
   end
   if torch.isTensor(value) and chance(.5) then
      local choice = math.random(5)
      if choice == 1 then return pick(layouts)(value) end
      if choice == 2 then return value:type('torch.' .. pick {'Double', 'Float', 'Long', 'Byte', 'Int'} .. 'Tensor') end
      if choice == 3 and value:dim() > 0 then
         local sizes = value:size()
         sizes[math.random(#sizes)] = math.random(5)
         return value.new(sizes):fill(1)
      end
      if choice == 4 then return value:clone():fill(values.number()) end
      return values.tensor(value:dim())
   end
   return values.any(depth)
end

return values
