-- torch.save, torch.load and their kin.
local test = {}
shelf = {}
local Book = torch.class('shelf.Book')
function Book:__init(title) self.title = title end
local Own = torch.class('shelf.Own')
function Own:__init(n) self.n, self.hidden = n, print end
function Own:write(file) file:writeInt(self.n); file:writeObject(self.next) end
function Own:read(file, version) self.n, self.version = file:readInt(), version; self.next = file:readObject() end

local function both(f) for _, mode in ipairs {'binary', 'ascii'} do f(mode) end end
local function through(object, mode) return torch.deserialize(torch.serialize(object, mode), mode) end

function test.plainValues(check)
   both(function(mode)
      for _, value in ipairs {0, -1.5, 1e300, 0.1, 'text', '', 'a\0b\n', true, false, 2^53} do
         check.equal(through(value, mode), value, mode)
      end
      check.equal(through(nil, mode), nil)
      local nan = through(0/0, mode)
      check.equal(nan ~= nan, true)
   end)
end

function test.tablesKeepReferencesAndCycles(check)
   both(function(mode)
      local t = {1, 2, {3}, x = 'y', [true] = false, [0.5] = 'half'}
      t.self, t.again = t, t[3]
      t[t] = 'key'
      local u = through(t, mode)
      check.equal(u.self, u)
      check.equal(u.again, u[3])
      check.equal(u[3][1], 3)
      check.equal(u[true], false)
      check.equal(u[0.5], 'half')
      check.equal(u[u], 'key')
      check.equal(#u, 3)
   end)
end

function test.tensorsOfAllTypesShareTheirStorages(check)
   both(function(mode)
      for _, name in ipairs {'Byte', 'Long', 'Float', 'Double'} do
         local t = torch[name .. 'Tensor'](3, 4)
         for i = 1, 3 do for j = 1, 4 do t[i][j] = 60 + 4 * i + j end end
         local u = through({t, t:narrow(2, 2, 2):t(), t}, mode)
         check.equal(torch.typename(u[1]), 'torch.' .. name .. 'Tensor')
         check.equal(rawequal(u[1], u[3]), true)
         check.equal(u[2]:size(1), 2)
         check.equal(u[2][2][3], 60 + 4 * 3 + 3)
         u[1][3][3] = 9
         check.equal(u[2][2][3], 9)
         check.equal(through(torch[name .. 'Tensor'](), mode):dim(), 0)
      end
   end)
end

function test.objects(check)
   both(function(mode)
      local book = shelf.Book('Sconce')
      book.sequel = book
      local copy = through(book, mode)
      check.equal(torch.typename(copy), 'shelf.Book')
      check.equal(copy.title, 'Sconce')
      check.equal(copy.sequel, copy)
      local own = shelf.Own(7)
      own.next = {shelf.Own(8), own}
      local back = through(own, mode)
      check.equal(back.n, 7)
      check.equal(back.version, 1)
      check.equal(back.hidden, nil)
      check.equal(back.next[1].n, 8)
      check.equal(back.next[2], back)
   end)
end

-- A class may write all its fields, and something of its own.
local Parent = torch.class('shelf.Parent')
Parent.write, Parent.read = torch.File.writeFields, torch.File.readFields
local Child, above = torch.class('shelf.Child', 'shelf.Parent')
function Child:write(file) above.write(self, file); file:writeInt(self.n + 1) end
function Child:read(file) above.read(self, file); self.after = file:readInt() end
function test.parentsWriteFields(check)
   both(function(mode)
      local child = shelf.Child()
      child.n, child.itself = 5, child
      local copy = through({child, shelf.Parent()}, mode)[1]
      check.equal(copy.n, 5)
      check.equal(copy.after, 6)
      check.equal(copy.itself, copy)
   end)
end

function test.generatorsGoOn(check)
   both(function(mode)
      local g = torch.Generator()
      torch.manualSeed(g, 7)
      torch.random(g)
      local list = through({g, g}, mode)
      check.equal(rawequal(list[1], list[2]), true)
      check.equal(torch.random(list[1]), torch.random(g))
   end)
end

function test.functionsComeBackInTheProcessThatWroteThem(check)
   local count = 0
   local function up() count = count + 1; return count end
   local function get() return count end
   local f = through({up = up, get = get, fac = function(n) return math.max(n, 1) end})
   check.equal(f.up() + f.up(), 3)
   check.equal(f.get(), 2)
   check.equal(count, 0)
   check.equal(f.fac(5), 5)
end

function test.bytecodeOfOthersIsNotLoaded(check)
   local text = torch.serialize(function() return 'mine' end)
   check.equal(torch.deserialize(text)(), 'mine')
   local stub = torch.deserialize((text:gsub('mine', 'your')))
   check.equal(type(stub), 'function')
   check.raises('loaded only with torch.load(f, mode, {functions = true})', stub)
   local luajit = torch.deserialize((text:gsub('\27Lua', '\27LJ ')))
   check.raises('bytecode of LuaJIT', luajit)
end

function test.unwritable(check)
   check.raises('Unwritable object <function> at <?>.a.b', torch.serialize, {a = {b = math.sin}})
   check.raises('Unwritable object <thread> at <?>.2', torch.serialize, {1, coroutine.create(print)})
   check.raises('Unwritable object <userdata> at <?>.f', torch.serialize, {f = io.stdout})
   local g = math.sin
   check.raises('Unwritable object <function> at <?>.up.g', torch.serialize, {up = function() return g end})
end

function test.deepNestingIsData(check)
   local t = {}
   for _ = 1, 100000 do t = {t} end
   local u = through(t)
   local depth = 0
   while u[1] do u, depth = u[1], depth + 1 end
   check.equal(depth, 100000)
end

function test.theSameBytesForTheSameValue(check)
   local function make(n)
      local t = {}
      for i = 1, n do t['key' .. (i * 7919) % 1000] = i; t[i * 0.5] = i end
      return t
   end
   check.equal(torch.serialize(make(500)), torch.serialize(make(500)))
end

function test.wrongUse(check)
   check.raises('cannot open <no such file> in mode r: No such file or directory', torch.load, 'no such file')
   check.raises("torch.save: expected mode 'binary', 'ascii', got x", torch.save, '/dev/null', 1, 'x')
   check.raises('torch.save: expected a path, got nil', torch.save)
   check.raises('torch.load: expected a path, got torch.DoubleTensor', torch.load, torch.Tensor())
   check.raises('torch.load: expected options as a table, or a boolean, got number', torch.load, 'x', 'ascii', 5)
   check.raises('torch.deserialize: expected a string, got nil', torch.deserialize)
   check.raises('torch.deserializeFromStorage: expected a CharStorage, got string', torch.deserializeFromStorage, 'x')
   check.raises('unknown Torch class <no.Such', torch.deserialize,
      (torch.serialize(shelf.Book('x')):gsub('shelf.Book', 'no.Such\0\0\0', 1)))
end

return test
