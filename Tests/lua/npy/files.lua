-- Files of NumPy: bytes as NumPy 1 and 2 write them.
local npy = require 'npy'
local test = {}

-- A file as NumPy lays it out: the header is padded so that the elements begin at a multiple of 64 bytes.
local function npyFile(descr, order, shape, elements, version)
   local header = ("{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"):format(descr, order, shape)
   local format = version == 2 and '<I4' or '<I2'
   local before = 8 + string.packsize(format)
   header = header .. (' '):rep(-(before + #header + 1) % 64) .. '\n'
   return '\x93NUMPY' .. string.char(version or 1, 0) .. string.pack(format, #header) .. header .. elements
end

local function withFile(text, f)
   local path = os.tmpname()
   local file = assert(io.open(path, 'wb'))
   file:write(text)
   file:close()
   local ok, err = pcall(f, path)
   os.remove(path)
   if not ok then error(err, 0) end
end

local function written(tensor)
   local path = os.tmpname()
   npy.save(path, tensor)
   local file = assert(io.open(path, 'rb'))
   local text = file:read 'a'
   file:close()
   os.remove(path)
   return text
end

local recorded = {
   {'|u1', '2, 2', '\0\1\x7f\xff', torch.ByteTensor {{0, 1}, {127, 255}}},
   {'|i1', '2,', '\x80\x7f', torch.CharTensor {-128, 127}},
   {'<i2', '2,', '\x00\x80\xff\x7f', torch.ShortTensor {-32768, 32767}},
   {'<i4', '2,', '\0\0\0\x80\5\0\0\0', torch.IntTensor {-2 ^ 31, 5}},
   {'<i8', '2,', '\xfd\xff\xff\xff\xff\xff\xff\xff\0\0\0\0\0\1\0\0', torch.LongTensor {-3, 2 ^ 40}},
   {'<f2', '2,', '\x008\0\xc0', torch.FloatTensor {.5, -2}:type 'torch.HalfTensor'},
   {'<f4', '3,', '\0\0\0?\xca\xf2I\xf1\0\0\x80\x7f', torch.FloatTensor {.5, -1e30, math.huge}},
   {'<f8', '2,', '\x9a\x99\x99\x99\x99\x99\xb9?\x9cu\0\x88<\xe47\xfe', torch.DoubleTensor {.1, -1e300}},
   {'<f8', '1, 1, 2', '\0\0\0\0\0\0\xe0?\0\0\0\0\0\0\0\xc0', torch.DoubleTensor {{{.5, -2}}}},
}

function test.bytesAreNumPys(check)
   for _, case in ipairs(recorded) do
      check.equal(written(case[4]), npyFile(case[1], 'False', case[2], case[3]), case[1])
   end
   check.equal(written(torch.Tensor()), npyFile('<f8', 'False', '0,', ''))
   -- Elements with gaps, and a part of a storage, go in order.
   check.equal(written(torch.ByteTensor {{1, 2}, {3, 4}}:t()), npyFile('|u1', 'False', '2, 2', '\1\3\2\4'))
   check.equal(written(torch.ByteTensor {1, 2, 3}:narrow(1, 2, 2)), npyFile('|u1', 'False', '2,', '\2\3'))
   check.equal(written(torch.ByteTensor {{1, 2}}:expand(2, 2)), npyFile('|u1', 'False', '2, 2', '\1\2\1\2'))
end

function test.whatNumPyWroteIsRead(check)
   for _, case in ipairs(recorded) do
      withFile(npyFile(case[1], 'False', case[2], case[3]), function(path)
         local tensor = npy.load(path)
         check.equal(torch.type(tensor), torch.type(case[4]))
         check.equal(tensor:isSameSizeAs(case[4]), true)
         check.equal(tostring(tensor), tostring(case[4]))
      end)
   end
end

local function loaded(...)
   local tensor
   withFile(npyFile(...), function(path) tensor = npy.load(path) end)
   return tensor
end

function test.otherLayouts(check)
   check.equal(table.concat(loaded('>i4', 'False', '2, 2', '\0\0\0\1\0\0\0\2\0\0\0\3\0\0\0\4'):view(-1):totable(), ' '), '1 2 3 4')
   check.equal(loaded('>f2', 'False', '2,', '8\0\xc0\0'):float()[1], .5)
   local columns = loaded('<f4', 'True', '2, 3', '\0\0\0\0\0\0@@\0\0\x80?\0\0\x80@\0\0\0@\0\0\xa0@')
   check.equal(table.concat(columns:view(-1):totable(), ' '), '0 1 2 3 4 5')
   check.equal(columns:size(2), 3)
   check.equal(loaded('|i1', 'True', '1, 2, 3', '\0\3\1\4\2\5')[1][2][1], 3)
   check.equal(loaded('|b1', 'False', '2,', '\1\0')[1], 1)
   check.equal(loaded('<f8', 'False', '', '\0\0\0\0\0\0\4@')[1], 2.5)
   check.equal(loaded('<f8', 'False', '0, 3', ''):dim(), 0)
   check.equal(loaded('<f4', 'True', '3, 0', ''):dim(), 0)
   check.equal(loaded('<f8', 'False', '1,', '\0\0\0\0\0\0\x1c@', 2)[1], 7)
end

function test.hostileFilesAreRefused(check)
   local good = npyFile('<f4', 'False', '2,', '\0\0\0\0\0\0\0\0')
   local function refused(message, text)
      withFile(text, function(path) check.raises(('npy.load: %s: expected %s'):format(path, message), npy.load, path) end)
   end
   refused('8 more bytes, got 0', '')
   refused('a file that begins with \\x93NUMPY, got another', ('x'):rep(200))
   refused('version 1, 2 or 3, got 9', '\x93NUMPY\9\0' .. good:sub(9))
   refused('2 more bytes, got 1', good:sub(1, 9))
   refused('118 more bytes, got 10', good:sub(1, 20))
   refused('65535 more bytes, got 126', '\x93NUMPY\1\0\xff\xff' .. good:sub(11))
   refused('2 elements of 4 bytes, got 7 bytes', good:sub(1, -2))
   refused('2 elements of 4 bytes, got 9 bytes', good .. 'x')
   refused('descr, fortran_order and shape in the header', npyFile('<f4', 'Maybe', '2,', '\0\0\0\0\0\0\0\0'))
   refused('descr, fortran_order and shape in the header', npyFile('<f4', 'False', '-2,', ''))
   refused('descr, fortran_order and shape in the header', npyFile("', 'x': '", 'False', '2,', ''))
   refused('elements of a type that tensors have, got <u4', npyFile('<u4', 'False', '1,', '\0\0\0\0'))
   refused('elements of a type that tensors have, got <c8', npyFile('<c8', 'False', '1,', '\0\0\0\0\0\0\0\0'))
   refused('9007199254740992 elements of 1 bytes, got 0 bytes', npyFile('|u1', 'False', '9007199254740992,', ''))
   refused('inf elements of 8 bytes', npyFile('<f8', 'False', ('1' .. ('0'):rep(50) .. ', '):rep(9), ''))
end

function test.everyCutAndChangeIsAnErrorOrATensor(check)
   local good = npyFile('<i2', 'True', '2, 3', '\1\0\2\0\3\0\4\0\5\0\6\0')
   torch.manualSeed(1)
   for cut = 0, #good - 1 do
      withFile(good:sub(1, cut), function(path) check.raises('npy.load: ' .. path .. ': expected', npy.load, path) end)
   end
   for _ = 1, 500 do
      local at = torch.random(#good)
      withFile(good:sub(1, at - 1) .. string.char(torch.random(0, 255)) .. good:sub(at + 1), function(path)
         local ok, result = pcall(npy.load, path)
         check.equal(ok and torch.isTensor(result) or type(result) == 'string' and result:find('npy.load: ', 1, true) ~= nil, true, result)
      end)
   end
end

function test.wrongArguments(check)
   check.raises('npy.save: x: expected a tensor, got number', npy.save, 'x', 3)
   check.raises('npy.save: nil: expected the name of a file, got nil', npy.save, nil, torch.Tensor(1))
   check.raises('npy.save: /no/such/folder/x: expected a file to write, got none', npy.save, '/no/such/folder/x', torch.Tensor(1))
   check.raises('npy.load: /no/such/file: expected a file to read, got none', npy.load, '/no/such/file')
   check.raises('npy.load: table: ', npy.load, {})
end

return test
