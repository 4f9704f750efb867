-- t:write(file) and t:read(file): what an object consists of, without its type.
local test = {}

local function bytes(object, mode)
   local f = torch.MemoryFile()
   object:write(f[mode or 'ascii'](f))
   return f:seek(1):readString('*a')
end
local function readInto(object, text, mode)
   local f = torch.MemoryFile()
   f:writeString(text)
   object:read(f:seek(1)[mode or 'ascii'](f))
   return object
end

function test.tensors(check)
   check.equal(bytes(torch.IntTensor {1, 2, 3}:narrow(1, 2, 2)),
      '1\n2\n1\n2\n4\n1\n3\nV 1\n16\ntorch.IntStorage\n3\n1 2 3\n')
   for _, mode in ipairs {'ascii', 'binary'} do
      local t = readInto(torch.IntTensor(9), bytes(torch.IntTensor {1, 2, 3}:narrow(1, 2, 2), mode), mode)
      check.equal(t:nElement(), 2)
      check.equal(t[1], 2)
      check.equal(t:storage():size(), 3)
      check.equal(t:storageOffset(), 2)
      check.equal(readInto(torch.Tensor(2), bytes(torch.Tensor(), mode), mode):dim(), 0)
   end
end

function test.storages(check)
   check.equal(bytes(torch.LongStorage {7, 8}), '2\n7 8\n')
   local s = torch.DoubleStorage {9}
   local before = s
   readInto(s, bytes(torch.DoubleStorage {0.5, 2, 3}, 'binary'), 'binary')
   check.equal(#before, 3)
   check.equal(before[1], 0.5)
end

function test.generators(check)
   local gen, other = torch.Generator(), torch.Generator()
   torch.manualSeed(gen, 3)
   torch.random(gen)
   readInto(other, bytes(gen, 'binary'), 'binary')
   check.equal(torch.random(other), torch.random(gen))
end

function test.scriptsMayWriteSo(check)
   local class = torch.class('TestContents')
   function class:__init() self.t = torch.FloatTensor {1, 2} end
   function class:write(f) f:writeInt(7) self.t:write(f) end
   function class:read(f) self.seven = f:readInt() self.t = torch.FloatTensor() self.t:read(f) end
   local copy = torch.deserialize(torch.serialize(TestContents()))
   check.equal(copy.seven, 7)
   check.equal(copy.t[2], 2)
end

function test.hostile(check)
   local t = torch.Tensor {1}
   check.raises('Tensor:write: argument #1: expected file (File), got nothing', t.write, t)
   check.raises('Tensor:read: argument #1: expected file (File), got number', t.read, t, 3)
   check.raises('expected the storage of a torch.DoubleTensor', readInto, t, bytes(torch.FloatTensor {1}))
   check.raises('expected a rank that fits the file, got 99999999', readInto, t, '99999999\n')
   check.raises('the file ends within', readInto, t, '1\n2\n1\n')
   check.raises('expected elements within a storage of 1', readInto, t,
      '1\n2\n1\n1\n4\n1\n3\nV 1\n19\ntorch.DoubleStorage\n1\n1\n')
   local closed = torch.MemoryFile()
   closed:close()
   check.raises('attempt to use a closed file', t.write, t, closed)
   check.equal(t[1], 1)
end

return test
