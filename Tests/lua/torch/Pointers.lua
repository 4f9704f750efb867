-- torch.data and what scripts use of ffi.
local ffi = require 'ffi'
local test = {}

function test.elementsCountFromZero(check)
   local t = torch.Tensor {1, 2, 3}
   local p = torch.data(t)
   check.equal(p[0], 1)
   check.equal(t:data()[2], 3)
   check.equal((p + 1)[0], 2)
   check.equal((2 + p)[-1], 2)
   check.equal((p + 2 - 1)[0], 2)
   check.equal((p + 2) - p, 2)
   check.equal(p == t:data(), true)
   check.equal(p == p + 1, false)
   check.equal(p.any, nil)
   p[1] = 9
   check.equal(t[2], 9)
   check.equal(t:narrow(1, 2, 2):data()[0], 9)
   check.equal(torch.LongStorage {4, 5}:data()[1], 5)
   check.equal(torch.pointer(t:storage():data()), torch.data(t, true))
   check.equal(t:cdata(), t)
end

function test.nothingOutsideIsReached(check)
   local t = torch.Tensor {1, 2, 3}
   local p = t:data()
   check.raises('torch.Pointer: expected an index from 0 to 2, got 3', function() return p[3] end)
   check.raises('torch.Pointer: expected an index from -1 to 1, got -2', function() return (p + 1)[-2] end)
   check.raises('torch.Pointer: expected an index from 0 to 2, got 5', function() p[5] = 1 end)
   check.raises('expected a number at an index, got string at number', function() p[0] = 'x' end)
   local before, behind = p - 1, p + 10
   check.equal(before[1], 1)
   before[3] = 7
   check.equal(t[3], 7)
   check.equal(behind[-9], 2)
   check.equal(behind - before, 11)
   check.equal(before + 1 == p, true)
   check.equal(behind == p, false)
   check.raises('torch.Pointer: expected an index from 1 to 3, got 0', function() return before[0] end)
   check.raises('torch.Pointer: expected an index from -10 to -8, got 0', function() behind[0] = 1 end)
   check.raises('Pointer:string: expected 0 to 0 bytes, as there are from this pointer on, got 1', before.string, before, 1)
   check.raises('expected 0 to 0 bytes', behind.fill, behind, 1)
   check.equal(before:string(), '')
   check.raises('expected a place less than 2^48 elements from the first', function() return p + 2 ^ 50 end)
   check.raises('expected a place less than 2^48 elements from the first', function() return p - 2 ^ 62 - 2 ^ 62 end)
   t:resize(100000)
   t[100000] = 7
   check.equal(p[99999], 7, 'a storage that grew')
end

function test.texts(check)
   local t = torch.CharTensor(6):zero()
   ffi.copy(t:data(), 'hello')
   check.equal(ffi.string(t:data()), 'hello')
   check.equal(ffi.string(t:data(), 3), 'hel')
   check.equal(ffi.string(t:data() + 1), 'ello')
   local full = torch.ByteTensor(5)
   ffi.copy(full:data(), 'world')
   check.equal(ffi.string(full:data()), 'world')
   ffi.fill(full:data(), 2, 65)
   ffi.copy(full:data() + 3, t:data(), 2)
   check.equal(ffi.string(full:data(), 5), 'AArhe')
   check.equal(ffi.sizeof('double'), 8)
   check.raises('Pointer:copy: expected 0 to 5 bytes, as there are from this pointer on, got 15',
      ffi.copy, full:data(), 'too long a text')
   check.raises('Pointer:string: expected 0 to 5 bytes', ffi.string, full:data(), -1)
   check.raises('ffi.string: expected a pointer, such as torch.data(t), got number', ffi.string, 3)
   check.raises('ffi.C.printf: there is no C here', function() return ffi.C.printf end)
end

function test.sizesOfTypes(check)
   for name, bytes in pairs {
      char = 1, int = 4, ['unsigned int'] = 4, long = 8, ['long long'] = 8, ['unsigned long long'] = 8, float = 4, double = 8,
      ['int[4]'] = 16, ['float[2][3]'] = 24, ['void*'] = 8, ['char *'] = 8, size_t = 8, ['const float'] = 4, bool = 1,
      ['signed char'] = 1, uint8_t = 1, ['short int'] = 2, unsigned = 4,
   } do
      check.equal(ffi.sizeof(name), bytes, name)
   end
   for _, name in ipairs {'nosuch', 'struct x', '', '[4]'} do
      check.raises("ffi.sizeof: expected the name of a type of numbers, such as 'float', got " .. name, ffi.sizeof, name)
   end
   check.raises('got nil', ffi.sizeof)
end

function test.whatThereIsOfC(check)
   check.equal(ffi.os .. ' ' .. ffi.arch, jit.os .. ' ' .. jit.arch)
   check.equal(ffi.abi('64bit') and ffi.abi('le') and not ffi.abi('be') and not ffi.abi('win'), true)
   check.equal(ffi.NULL, nil)
   check.equal(ffi.cdef 'int f(int);', nil)
   for _, name in ipairs {'new', 'load', 'cast', 'typeof', 'metatype', 'gc', 'istype', 'alignof', 'offsetof', 'errno'} do
      check.raises(('ffi.%s: there is no C here; of ffi there are os, arch, abi, string, copy, fill, sizeof'):format(name),
         ffi[name], 'int[1]')
   end
end

return test
