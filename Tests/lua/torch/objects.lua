-- Names of torch that ask about objects of any type, and what metatables of tensors, storages, files and generators hold.
local test = {}

function test.isequalMeansTheSameObject(check)
   local t, x = torch.Tensor(3), {}
   check.equal(torch.isequal(t, t), true)
   check.equal(torch.isequal(t:storage(), t:storage()), true)
   check.equal(torch.isequal(t, t:clone()), false)
   check.equal(torch.isequal(x, x), true)
   check.equal(torch.isequal(x, {}), false)
   check.equal(torch.isequal(1, 1), false)
   check.equal(torch.isequal('a', 'a'), false)
   check.equal(torch.isequal(), false)
   check.equal(torch.isequal(io.stdout, io.stdout), false)
end

function test.versionIsTheClasss(check)
   local class = torch.class('TestVersion')
   check.equal(torch.version(torch.FloatTensor()), 1)
   check.equal(torch.version(TestVersion()), 1)
   class.__version = 7
   check.equal(torch.version(TestVersion()), 7)
   check.equal(select('#', torch.version(3)), 0)
   check.equal(select('#', torch.version({})), 0)
end

function test.metatypeNamesATable(check)
   local metatable = {answer = 42}
   torch.metatype('TestMetatype', metatable)
   check.equal(torch.getmetatable('TestMetatype'), metatable)
   check.equal(torch.typename(setmetatable({}, metatable)), 'TestMetatype')
   check.raises('torch.metatype: expected a name and a table, got string and nil', torch.metatype, 'x')
   check.raises('torch.metatype: torch.FloatTensor has already been defined', torch.metatype, 'torch.FloatTensor', {})
end

function test.pushudataFindsWhatIsInUse(check)
   local t, s = torch.FloatTensor {1, 2}, torch.LongStorage {5}
   check.equal(torch.pushudata(torch.pointer(t), 'torch.FloatTensor')[2], 2)
   check.equal(torch.pushudata(torch.pointer(s), 'torch.LongStorage')[1], 5)
   check.equal(torch.pushudata(t:cdata(), 'torch.FloatTensor'), t)
   check.raises('torch.pushudata: expected the address of a torch.FloatTensor that is in use, got another',
      torch.pushudata, torch.pointer(s), 'torch.FloatTensor')
   check.raises('in use, got another', torch.pushudata, 12345, 'torch.FloatTensor')
   check.raises('in use, got string', torch.pushudata, 'x', 'torch.FloatTensor')
   check.raises('torch.pushudata: expected the name of a type, got nil', torch.pushudata, 12345)
end

function test.environments(check)
   local function f() return hidden end
   check.equal(torch.getenv(f), _G)
   torch.setenv(f, {hidden = 3})
   check.equal(f(), 3)
   check.equal(torch.getenv(f).hidden, 3)
   check.equal(torch.getenv(print), _G)
   local t, u, e = torch.Tensor(1), torch.Tensor(1), {}
   torch.setenv(t, e)
   check.equal(torch.getenv(t), e)
   check.equal(torch.getenv(u) == e, false)
   check.raises('torch.getenv: expected a function or a userdata, got string', torch.getenv, 'HOME')
   check.raises('torch.setenv: expected a function or a userdata, got table', torch.setenv, {}, {})
   check.raises('torch.setenv: expected a table, got number', torch.setenv, f, 3)
end

function test.whatOnlyTorch7HadToDo(check)
   check.equal(select('#', torch.updateerrorhandlers()), 0)
   check.equal(select('#', torch.updatethreadlocals()), 0)
end

function test.theMachine(check)
   check.equal(torch.getnumcores() >= 1, true)
   check.equal(torch.getnumcores() % 1, 0)
   local f = assert(io.open('/dev/null'))
   check.equal(torch.isatty(f), false)
   f:close()
   check.raises("torch.isatty: expected a file of Lua's, such as io.stdout, that is open", torch.isatty, f)
   check.raises('torch.isatty: expected a file', torch.isatty, 1)
   check.raises('torch.isatty: argument #1: expected file (anything), got nothing', torch.isatty)
end

function test.generators(check)
   check.equal(torch.typename(torch._gen), 'torch.Generator')
   check.equal(torch._gen, torch._gen)
   torch.manualSeed(5)
   local first = torch.random()
   torch.manualSeed(torch._gen, 5)
   check.equal(torch.random(torch._gen), first)
   local gen = torch.Generator()
   check.equal(torch.typename(torch.Generator.new()), 'torch.Generator')
   torch.manualSeed(gen, 5)
   check.equal(torch.random(gen), first)
   check.equal(tostring(gen), 'torch.Generator')
   check.equal(gen.any, nil)
   check.raises('the class torch.Generator cannot be indexed', function() gen.x = 1 end)
   torch.Generator.twice = function(g) return torch.random(g, 2, 2) end
   check.equal(gen:twice(), 2)
   torch.Generator.twice = nil
end

function test.allocators(check)
   check.equal(torch.getmetatable('torch.Allocator'), getmetatable(torch.Allocator))
   check.raises('torch.Allocator: no constructor available', torch.Allocator)
   check.equal(torch.Allocator.__typename, 'torch.Allocator')
end

-- What an operation that a type does not have says, and that a script may define it.
function test.operators(check)
   local words = {
      {'addition', function(a, b) return a + b end}, {'substraction', function(a, b) return a - b end},
      {'multiplication', function(a, b) return a * b end}, {'division', function(a, b) return a / b end},
      {'modulo', function(a, b) return a % b end}, {'power', function(a, b) return a ^ b end},
      {'concat', function(a, b) return a .. b end}, {'less-than', function(a, b) return a < b end},
      {'less-equal', function(a, b) return a <= b end},
   }
   local s, g, t = torch.IntStorage(2), torch.Generator(), torch.Tensor(2)
   for _, case in ipairs(words) do
      local word, f = case[1], case[2]
      check.raises(('both torch.IntStorage and number have no %s operator'):format(word), f, s, 2)
      check.raises(('both number and torch.Generator have no %s operator'):format(word), f, 2, g)
   end
   for i = 6, 9 do
      check.raises(('both torch.DoubleTensor and torch.IntStorage have no %s operator'):format(words[i][1]),
         words[i][2], t, s)
   end
   check.raises('torch.IntStorage has no negation operator', function() return -s end)
   check.raises('torch.DoubleTensor has no call operator', function() return t(1) end)
   check.raises('torch.Generator has no length operator', function() return #g end)
   check.equal(#s, 2)
   check.equal(s:__len__(), 2)

   torch.IntStorage.__lt__ = function(a, b) return a[1] < b[1] end
   torch.DoubleTensor.__call__ = function(self, i) return self[i], 'called' end
   torch.DoubleTensor.__pow__ = function(a, b) return type(a) == 'number' and 'right' or 'left' end
   local a, b = torch.IntStorage {1}, torch.IntStorage {2}
   check.equal(a < b, true)
   check.equal(b < a, false)
   check.equal(select(2, t(1)), 'called')
   check.equal(t ^ 2, 'left')
   check.equal(2 ^ t, 'right')
   torch.IntStorage.__lt__, torch.DoubleTensor.__call__, torch.DoubleTensor.__pow__ = nil, nil, nil
end

function test.metatablesHoldWhatTorchs(check)
   for _, name in ipairs {'FloatTensor', 'ByteStorage', 'Generator'} do
      local metatable = torch.getmetatable('torch.' .. name)
      check.equal(rawget(metatable, '__metatable'), metatable, name)
      check.equal(rawget(metatable, '__constructor'), torch[name], name)
      check.equal(torch.typename(metatable.__factory('anything')), 'torch.' .. name)
      check.equal(torch.typename(metatable.new()), 'torch.' .. name)
      for _, event in ipairs {'__add', '__sub', '__mul', '__div', '__mod', '__pow', '__unm', '__concat', '__len', '__lt', '__le',
         '__eq', '__call', '__newindex', '__tostring', '__gc', 'read', 'write'} do
         check.equal(type(rawget(metatable, event)), 'function', name .. '.' .. event)
      end
   end
   check.equal(torch.FloatTensor.torch.zeros, torch.zeros)
   check.equal(torch.FloatTensor():nElement(), 0)
   local class = torch.class('TestConstructor')
   check.equal(class.__constructor, TestConstructor)
   check.equal(torch.typename(class.__factory()), 'TestConstructor')
end

function test.filesKeepTheirMethodsInTheirMetatables(check)
   local file, disk = torch.getmetatable('torch.File'), torch.getmetatable('torch.DiskFile')
   local pipe, memory = torch.getmetatable('torch.PipeFile'), torch.getmetatable('torch.MemoryFile')
   check.equal(type(rawget(file, 'readInt')), 'function')
   check.equal(type(rawget(disk, 'bigEndianEncoding')), 'function')
   check.equal(type(rawget(memory, 'storage')), 'function')
   check.equal(pipe.readInt, file.readInt)
   check.equal(getmetatable(pipe), disk)
   check.equal(getmetatable(memory), file)
   check.raises('torch.File: no constructor available', torch.File)
   check.equal(next(torch.DiskFile), nil)
   check.equal(torch.DiskFile.__constructor, torch.DiskFile)
   check.equal(tostring(pipe), 'torch.DiskFile', 'a class is shown by what is above it')
   function torch.File:twice() return self:readInt() * 2 end
   function torch.PipeFile.mine() return 'mine' end
   local f = torch.MemoryFile()
   f:writeInt(21)
   check.equal(f:seek(1):twice(), 42)
   check.equal(rawget(pipe, 'mine')(), 'mine')
   check.equal(torch.DiskFile.mine, nil)
   check.raises('the class torch.MemoryFile cannot be indexed', function() f.x = 1 end)
   check.raises('both torch.MemoryFile and number have no addition operator', function() return f + 1 end)
   torch.File.twice, torch.PipeFile.mine = nil, nil
end

function test.isWritableObject(check)
   local f = torch.MemoryFile()
      check.equal(f:isWritableObject(nil), 0)
   check.equal(f:isWritableObject(2), 1)
   check.equal(f:isWritableObject('x'), 2)
   check.equal(f:isWritableObject({}), 3)
   check.equal(f:isWritableObject(torch.Tensor()), 4)
   check.equal(f:isWritableObject(torch.LongStorage()), 4)
   check.equal(f:isWritableObject(torch.Generator()), 4)
   check.equal(f:isWritableObject(torch.class('TestWritable') and TestWritable()), 4)
   check.equal(f:isWritableObject(true), 5)
   check.equal(f:isWritableObject(function() end), 8)
   check.equal(f:isWritableObject(math.sin), nil)
   check.equal(f:isWritableObject(f), nil)
   check.equal(f:isWritableObject(io.stdout), nil)
   check.equal(f:isWritableObject(coroutine.create(print)), nil)
end

return test
