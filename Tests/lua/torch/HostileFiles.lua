-- Files that are not what they should be, built by hand: what is wrong is said, and at which byte. And files that may be odd.
local test = {}
require 'nn'
junk = {}
torch.class('junk.Plain')
local Angry = torch.class('junk.Angry')
function Angry:read() error('no, thank you') end
function Angry:write() error('not now', 0) end
local Strict = torch.class('junk.Strict', 'nn.Identity')
function Strict:__init() self.field = rawlen end

local function packed(format, ...)
   local t = {...}
   for i, n in ipairs(t) do t[i] = string.pack(format, math.tointeger(n)) end
   return table.concat(t)
end
local function int(...) return packed('<i4', ...) end
local function long(...) return packed('<i8', ...) end
local function text(s) return int(#s) .. s end
local function number(n) return int(1) .. string.pack('<d', n) end
local function object(id, name) return int(4, id) .. text 'V 1' .. text(name) end
local function storage(id, n, kind) return object(id, kind or 'torch.ByteStorage') .. long(n) .. ('x'):rep(n) end
local function tensor(sizes, strides, offset, rest)
   return object(1, 'torch.ByteTensor') .. int(#sizes) .. long(table.unpack(sizes)) .. long(table.unpack(strides)) .. long(offset) .. rest
end
local function load(bytes, options)
   local file = torch.MemoryFile():binary()
   file:writeString(bytes)
   return file:seek(1):readObject(options)
end

function test.views(check)
   local t = load(tensor({2, 2}, {2, 1}, 2, storage(2, 5)))
   check.equal(t:size(1) * t:size(2) * t[2][2], 4 * ('x'):byte())
   check.equal(load(tensor({3}, {0}, 5, storage(2, 5)))[3], ('x'):byte())
   check.equal(load(tensor({}, {}, 1, int(0))):dim(), 0)
   for _, case in ipairs {
      {{3}, {2}, 2, storage(2, 5), 'expected elements within a storage of 5, got sizes [3], strides [2] and offset 2'},
      {{2, 2}, {2^62, 2^62}, 1, storage(2, 5), 'expected elements within a storage of 5'},
      {{2}, {1}, 0, storage(2, 5), 'expected an offset from 1 to 2^48, got 0'},
      {{2}, {1}, -2^63, storage(2, 5), 'expected an offset from 1 to 2^48'},
      {{2}, {1}, 2^60, storage(2, 5), 'expected an offset from 1 to 2^48'},
      {{-1}, {1}, 1, storage(2, 5), 'expected sizes and strides of 0 or more, got -1 and 1'},
      {{2}, {-1}, 1, storage(2, 5), 'expected sizes and strides of 0 or more, got 2 and -1'},
      {{2^40, 2^40}, {0, 0}, 1, storage(2, 5), 'expected sizes of fewer than 2^48 elements'},
      {{2}, {1}, 1, int(0), 'expected elements within a storage of 0'},
      {{2}, {1}, 1, number(5), 'expected the storage of a torch.ByteTensor'},
      {{2}, {1}, 1, storage(2, 8, 'torch.LongStorage'), 'expected a number of elements that fits the file, got 8'},
      {{1}, {1}, 1, object(2, 'torch.ShortStorage') .. long(1) .. 'xx', 'expected the storage of a torch.ByteTensor'},
      {{2}, {1}, 1, object(1, 'torch.ByteTensor') .. int(0) .. long(1) .. int(0), 'expected the storage of a torch.ByteTensor'},
   } do
      check.raises(case[5], load, tensor(table.unpack(case, 1, 4)))
   end
   check.raises('expected at most 1024 dimensions, got 1025', load, object(1, 'torch.ByteTensor') .. int(1025) .. ('\0'):rep(20000))
   check.raises('expected a rank that fits the file, got 1024', load, object(1, 'torch.ByteTensor') .. int(1024))
   -- A chain of tensors in the place of storages is as deep as it is, and no deeper in the stack.
   local chain = {}
   for i = 1, 100000 do chain[i] = object(i, 'torch.ByteTensor') .. int(0) .. long(1) end
   check.raises('expected the storage of a torch.ByteTensor', load, table.concat(chain) .. int(0))
end

function test.values(check)
   check.raises('expected a key, got nil', load, int(3, 1, 1, 0, 0))
   check.raises('expected a key, got nan', load, int(3, 1, 1) .. number(0/0) .. int(0))
   check.raises('expected a table of the fields of junk.Plain (at byte 29)', load, object(1, 'junk.Plain') .. number(5))
   check.equal(torch.typename(load(object(1, 'junk.Plain') .. int(3, 1))), 'junk.Plain')
   local twice = load(int(3, 1, 2) .. number(1) .. int(3, 2, 1) .. number(1) .. number(7) .. number(2)
      .. object(3, 'junk.Plain') .. int(3, 2))
   check.equal(torch.typename(twice[2]), 'junk.Plain')
   check.equal(twice[2][1], 7)
   check.raises('the file ends within a number (at byte 4)', load, int(1) .. 'xyz')
   check.raises('the file ends within a tag (at byte 0)', load, '')
   check.raises('expected a state of a generator, got other bytes', load, object(1, 'torch.Generator') .. ('x'):rep(5048))
   check.raises('read error: read 10 blocks instead of 5048', load, object(1, 'torch.Generator') .. ('x'):rep(10))
   local ascii = torch.MemoryFile()
   ascii:writeString('1\nfive\n')
   check.raises('expected a number (at byte 2)', ascii.readObject, ascii:seek(1))
   ascii = torch.MemoryFile():quiet()
   ascii:writeString('4\n1\n3\nV 1\n16\ntorch.IntStorage\n3\n7 x y\n')
   check.raises('expected 3 elements, got 1', ascii.readObject, ascii:seek(1))
end

function test.nestingEndsInAnError(check)
   local file = torch.MemoryFile():binary():referenced(false)
   file:writeString((int(3, 1, 1) .. number(1)):rep(600000))
   check.raises('expected a file that nests less deeply', file.readObject, file:seek(1))
   local t = {}
   for _ = 1, 600000 do t = {t} end
   check.raises('expected a value that nests less deeply', torch.serialize, t)
end

function test.classes(check)
   check.raises("unknown Torch class <no.Such>: require the package that defines it, or read it as a table: "
      .. "torch.load(f, mode, {unknown = 'table'})", load, object(1, 'no.Such') .. int(0))
   for _, name in ipairs {'', 'sconce.host', 'nn.init', '../../etc/passwd', 'nn', 'a\0b'} do
      check.raises('unknown Torch class <', load, object(1, name) .. int(0))
   end
   check.raises('objects of torch.MemoryFile do not lie in files', load, object(1, 'torch.MemoryFile') .. int(3, 2, 0))
   check.raises('torch.DiskFile: ', load, object(1, 'torch.DiskFile') .. int(3, 2, 0))
   local t = load(object(1, 'no.Such') .. int(3, 2, 1) .. number(1) .. number(7), {unknown = 'table'})
   check.equal(t.__typename, 'no.Such')
   check.equal(t[1], 7)
   check.equal(load(int(3, 1, 1) .. number(1) .. int(4, 2) .. text 'junk.Plain' .. int(3, 3, 0))[1].x, nil)
   check.raises('expected option unknown to be a boolean or a string', load, int(0), {unknown = {}})
   check.raises('HostileFiles.lua:7: no, thank you', load, object(1, 'junk.Angry'))
   check.raises('not now', torch.serialize, {junk.Angry()})
   check.raises('expected a table of fields', torch.File.readFields, {}, torch.MemoryFile('rw'):binary():seek(1):quiet() and
      (function() local f = torch.MemoryFile():binary() f:writeObject(5) return f:seek(1) end)())
end

function test.unwritableFields(check)
   check.raises('Unwritable object <function> at <?>.<?>.field', torch.serialize, junk.Strict())
   check.raises('Unwritable object <function> at <?>.a.<?>.field', torch.serialize, {a = junk.Strict()})
end

function test.functionsOfOldFiles(check)
   local code = string.dump(function(x) local _ = x; return test end)
   local upvalues = int(3, 9, 1) .. number(1) .. number(42)
   for _, bytes in ipairs {int(6) .. text(code) .. upvalues, int(7, 1) .. text(code) .. upvalues} do
      check.equal(load(bytes, {functions = true})(), 42)
      check.raises('loaded only with torch.load(f, mode, {functions = true})', load(bytes))
   end
   check.raises('expected a table of upvalues', load, int(8, 1) .. text(code) .. int(0))
   -- What is no bytecode after all, and lists with nothing in them.
   check.equal(type(load(int(8, 1) .. text('\27Lua') .. int(3, 2, 0), {functions = true})), 'function')
   check.equal(load(int(8, 1) .. text(code) .. int(3, 2, 1) .. number(1) .. number(5), {functions = true})(), nil)
end

-- Another process wrote it, and one that has not required nn reads it.
function test.otherProcesses(check)
   local path, th = os.tmpname(), arg[-1]
   local function run(code) return torch.PipeFile(('%s -e "%s" 2>&1'):format(th, code)):quiet():readString('*a') end
   run(("local n = 5; torch.save('%s', {f = function() return n end, print = function() return _G.rawlen end})"):format(path))
   check.raises('loaded only with', torch.load(path).f)
   local loaded = torch.load(path, nil, {functions = true})
   check.equal(loaded.f(), 5)
   check.equal(loaded.print(), rawlen)
   torch.save(path, nn.Sequential():add(nn.Linear(2, 3)))
   check.equal(run(("print(torch.typename(torch.load('%s'):get(1)))"):format(path)):match('%S+'), 'nn.Linear')
   check.equal(run(("box = {} torch.class('box.A') local a = box.A() a.ok, a.f, a[1], a[2] = 1, rawlen, 'x', rawlen "
      .. "torch.save('%s', {k = a}) a = torch.load('%s').k print(a.ok, a.f, a[1], a[2])"):format(path, path)),
      '$ Warning: cannot write object field <2> of <box.A> <?>.k\t\n$ Warning: cannot write object field <f> of <box.A> <?>.k\t\n'
      .. '1\tnil\tx\tnil\t\n')
   os.remove(path)
end

function test.pipesTellNoLength(check)
   local path = os.tmpname()
   local function through(bytes)
      local f = torch.DiskFile(path, 'w')
      f:writeString(bytes)
      f:close()
      return torch.PipeFile('cat ' .. path):binary():readObject()
   end
   local long_ = ('abc'):rep(50000)
   check.equal(through(torch.serialize(long_)), long_)
   check.equal(through(torch.serialize(torch.range(1, 30000)))[30000], 30000)
   check.raises('the file ends within a string length', through, int(2, 2^31 - 1) .. 'abc')
   check.raises('read error: read 3 blocks instead of 1099511627776', through, object(1, 'torch.ByteStorage') .. long(2^40) .. 'abc')
   check.raises('the file ends within a tag', through, int(3, 1, 2^31 - 1))
   local closed = torch.PipeFile('true', 'w')
   os.execute('sleep .1')
   check.raises('Broken pipe', function() for _ = 1, 10 do closed:writeString(long_) end end)
   os.remove(path)
end

-- A script may write tensors its own way.
function test.ownWriteOfTensors(check)
   function torch.DoubleTensor.write(self, file) file:writeDouble(self:nElement()) end
   function torch.DoubleTensor.read(self, file) self:resize(file:readDouble()):fill(3) end
   local ok, t = pcall(function() return torch.deserialize(torch.serialize({torch.zeros(2)})) end)
   torch.DoubleTensor.write, torch.DoubleTensor.read = nil, nil
   if not ok then error(t) end
   check.equal(t[1]:sum(), 6)
   check.equal(torch.deserialize(torch.serialize(torch.zeros(2))):sum(), 0)
end

return test
