-- Objects as strings and storages, and files of older versions of Torch. Sizes and bytes are the original's.
local test = {}

local sample = {1, 'a', true, torch.Tensor {1, 2}}
local sizes = {binary = 216, ascii = 115}

local function file(text) return torch.MemoryFile(torch.CharStorage():string(text .. '\0'), 'r') end
local function same(check, copy, what)
   check.equal(copy[1], 1, what)
   check.equal(copy[2], 'a', what)
   check.equal(copy[3], true, what)
   check.equal(copy[4]:equal(sample[4]), true, what)
end

function test.strings(check)
   for mode, size in pairs(sizes) do
      local text = torch.serialize(sample, mode)
      check.equal(#text, size, mode)
      same(check, torch.deserialize(text, mode), mode)
   end
   check.equal(torch.serialize(sample), torch.serialize(sample, 'binary'))
   check.equal(torch.serialize({1, 2}, 'ascii'), '3\n1\n2\n1\n1\n1\n1\n1\n2\n1\n2\n')
   check.raises("torch.serialize: expected mode 'binary', 'ascii', got b32", torch.serialize, 1, 'b32')
   check.raises("torch.deserialize: expected mode 'binary', 'ascii', got foo", torch.deserialize, '', 'foo')
   check.raises('torch.deserialize: expected a string, got table', torch.deserialize, {})
end

function test.storages(check)
   for mode, size in pairs(sizes) do
      local storage = torch.serializeToStorage(sample, mode)
      check.equal(torch.type(storage), 'torch.CharStorage')
      check.equal(storage:string(), torch.serialize(sample, mode))
      check.equal(#storage, size)
      same(check, torch.deserializeFromStorage(storage, mode), mode)
   end
   check.raises('torch.deserializeFromStorage: expected a CharStorage, got string', torch.deserializeFromStorage, 'x')
   check.raises("torch.serializeToStorage: expected mode 'binary', 'ascii', got x", torch.serializeToStorage, 1, 'x')
end

function test.files(check)
   local name = os.tmpname()
   for _, mode in ipairs {'binary', 'ascii'} do
      torch.save(name, sample, mode)
      same(check, torch.load(name, mode), mode)
   end
   torch.saveobj(name, sample)
   same(check, torch.loadobj(name), 'loadobj')
   same(check, torch.load(name, 'b64'), 'b64')
   local f = torch.DiskFile(name, 'w'):binary():longSize(4)
   f:writeObject(torch.LongTensor {1, -2})
   check.equal(f:position() - 1, 99)
   f:close()
   local t = torch.load(name, 'b32')
   check.equal(t[1] + t[2], -1)
   local shared = {}
   torch.save(name, {shared, shared}, 'ascii', false)
   local copy = torch.load(name, 'ascii', false)
   check.equal(copy[1] == copy[2], false)
   check.raises("torch.save: expected mode 'binary', 'ascii', got b32", torch.save, name, 1, 'b32')
   check.raises("torch.load: expected mode 'binary', 'ascii', 'b32', 'b64', got foo", torch.load, name, 'foo')
   os.remove(name)
end

-- Version 0 has the name of the class where the version is now.
function test.tensorsOfOlderVersions(check)
   for _, version in ipairs {'', '3\nV 0\n', '3\nV 1\n', '3\nV 2\n'} do
      local text = ('4\n1\n%s18\ntorch.DoubleTensor\n1\n2\n1\n1\n4\n2\n%s19\ntorch.DoubleStorage\n2\n5 6\n'):format(version, version)
      local t = file(text):readObject()
      check.equal(torch.type(t), 'torch.DoubleTensor', version)
      check.equal(t:nElement(), 2, version)
      check.equal(t[2], 6, version)
   end
end

function test.classesAreToldTheVersion(check)
   local class = torch.class('TestSerializationRead')
   function class:read(f, version) self.version, self.x = version, f:readInt() end
   for text, version in pairs {['21\nTestSerializationRead'] = 0, ['3\nV 3\n21\nTestSerializationRead'] = 3} do
      local object = file('4\n1\n' .. text .. '\n7\n'):readObject()
      check.equal(object.version, version)
      check.equal(object.x, 7)
   end
   local other = torch.class('TestSerialization__')
   function other:__read(f, version) self.version, self.x = version, f:readInt() end
   function other.__write(_, f) f:writeInt(9) end
   local text = torch.serialize(TestSerialization__(), 'ascii')
   check.equal(text, '4\n1\n3\nV 1\n19\nTestSerialization__\n9\n')
   check.equal(torch.deserialize(text, 'ascii').x, 9)
   check.equal(torch.deserialize(text, 'ascii').version, 1)
end

-- Functions were written with tag 6 before 5.2's upvalues had names; foreign bytecode is not run.
function test.functionsOfOlderVersions(check)
   local f = file('6\n3\nabc\n3\n1\n0\n'):readObject()
   check.equal(type(f), 'function')
   check.equal((pcall(f)), false)
end

function test.half(check)
   local t = torch.deserialize(torch.serialize(torch.HalfTensor {1.5, -65504}))
   check.equal(torch.type(t), 'torch.HalfTensor')
   check.equal(t[1], 1.5)
   check.equal(t[2], -65504)
   local f = torch.DiskFile(os.tmpname(), 'w')
   check.equal(f.readHalf, nil)
   f:close()
end

return test
