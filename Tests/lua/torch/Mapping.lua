-- Storages whose elements are the bytes of a file, or shared memory.
local test = {}

local function file(bytes)
   local name = os.tmpname()
   local f = assert(io.open(name, 'wb'))
   f:write(bytes)
   f:close()
   return name
end
local function contents(name)
   local f = io.open(name, 'rb')
   if not f then return nil end
   local bytes = f:read('*a')
   f:close()
   return bytes
end
local function collect() collectgarbage() collectgarbage() end

local sizes = {Byte = 1, Char = 1, Short = 2, Int = 4, Long = 8, Float = 4, Double = 8, Half = 2}

function test.everyTypeHasTheElementsThatFit(check)
   local name = file(('\0'):rep(27))
   for kind, size in pairs(sizes) do
      local s = torch[kind .. 'Storage'](name)
      check.equal(#s, math.floor(27 / size), kind)
      check.equal(s[#s], 0, kind)
      check.equal(#torch[kind .. 'Storage'](name, false, 2), 2, kind)
   end
   os.remove(name)
end

function test.privateLeavesTheFileAlone(check)
   local name = file('Hello World\n')
   local s = torch.CharStorage(name)
   check.equal(s:string(), 'Hello World\n')
   s:fill(42)
   check.equal(s:string(), ('*'):rep(12))
   check.equal(contents(name), 'Hello World\n')
   check.equal(#torch.CharStorage(name, nil, 5), 5)
   os.execute('chmod 444 ' .. name)
   check.equal(torch.CharStorage(name, false, 5):string(), 'Hello')
   os.remove(name)
end

function test.sharedWritesTheFile(check)
   local name = file('0123456789')
   local s = torch.ByteStorage(name, true)
   s[1] = 65
   check.equal(contents(name), 'A123456789')
   local other = torch.ByteStorage(name, true, 4)
   check.equal(#other, 4)
   check.equal(other[1], 65)
   torch.ByteTensor(s):fill(66)
   check.equal(other[4], 66)
   check.equal(#contents(name), 10, 'a smaller size cuts nothing off')
   os.remove(name)
end

function test.sharedMakesTheFileAndMakesItLonger(check)
   local name = os.tmpname()
   os.remove(name)
   local s = torch.FloatStorage(name, true, 3)
   s[3] = 1
   check.equal(contents(name), ('\0'):rep(8) .. '\0\0\128\63')
   local longer = torch.FloatStorage(name, true, 5)
   check.equal(#contents(name), 20)
   check.equal(longer[3], 1)
   check.equal(longer[5], 0)
   check.equal(#s, 3)
   os.remove(name)
end

function test.sharedMemory(check)
   local name = os.tmpname():gsub('/', '_')
   local s = torch.DoubleStorage(name, true, 4, true)
   s[2] = 7
   check.equal(torch.DoubleStorage(name, true, 0, true)[2], 7)
   collect()
   check.equal(s[2], 7, 'still there when the name is gone')
   check.equal(contents('/dev/shm/' .. name), nil, 'gone with the first that is let go')
   check.raises('unable to open file <a/b> in read-write mode', torch.ByteStorage, 'a/b', true, 1, true)
end

function test.tensorsAndPartsOfIt(check)
   local name = file('abcdef')
   local s = torch.ByteStorage(name, true)
   local part, t = torch.ByteStorage(s, 3, 2), torch.ByteTensor(s):narrow(1, 4, 2)
   check.equal(part[1], 99)
   part[2] = 122
   check.equal(t[1], 122)
   check.equal(torch.deserialize(torch.serialize(s)):size(), 6)
   s = nil
   collect()
   check.equal(part[1] + t[2], 99 + 101, 'they keep it')
   check.equal(contents(name), 'abczef')
   os.remove(name)
end

function test.itsSizeStays(check)
   local name = file('abcdef')
   local s = torch.ByteStorage(name, true)
   local message = 'Trying to resize storage that is not resizable: a file has its elements'
   check.raises('Storage:resize: ' .. message, s.resize, s, 20)
   check.raises(message, s.resize, s, 2)
   local t = torch.ByteTensor(s)
   check.raises('Tensor:resize: ' .. message, t.resize, t, 7)
   check.equal(t:resize(2, 2)[2][2], 100, 'a tensor may be smaller')
   check.raises(message, torch.CharStorage(name).string, torch.CharStorage(name), 'more than that')
   check.equal(contents(name), 'abcdef')
   os.remove(name)
end

function test.whatCannotBeMapped(check)
   local name = file('abc')
   check.raises('torch.IntStorage: file <' .. name .. '> size is smaller than the required mapping size <8>',
      torch.IntStorage, name, false, 2)
   check.raises('unable to mmap memory: expected a size, since file <' .. name .. '> holds no element',
      torch.IntStorage, name)
   check.raises('torch.ByteStorage: unable to open file </nowhere/x> in read-only mode: No such file or directory',
      torch.ByteStorage, '/nowhere/x')
   check.raises('unable to open file </nowhere/x> in read-write mode', torch.ByteStorage, '/nowhere/x', true, 5)
   check.raises('</dev/null> is not a regular file', torch.ByteStorage, '/dev/null')
   check.raises('is not a regular file', torch.ByteStorage, '/tmp')
   check.raises('expected shared (boolean), got number', torch.ByteStorage, name, 1)
   check.raises('expected sharedMem (boolean), got number', torch.ByteStorage, name, true, 2, 1)
   check.raises('expected a name without zero bytes', torch.ByteStorage, name .. '\0x')
   check.raises('expected a size below 2^48 bytes', torch.DoubleStorage, name, true, 2 ^ 60)
   check.raises('unable to resize file <' .. name .. '> to ', torch.DoubleStorage, name, true, 2 ^ 44)
   check.equal(contents(name), 'abc')
   os.remove(name)
   os.execute('mkfifo ' .. name)
   check.raises('is not a regular file', torch.ByteStorage, name)
   os.remove(name)
end

-- The original is ended by the system here.
function test.aFileThatIsCutShortReadsAsZeros(check)
   local name = file(('x'):rep(100000))
   local s = torch.ByteStorage(name, true)
   os.execute('truncate -s 10 ' .. name)
   check.equal(s[10], 120)
   check.equal(s[50000], 0)
   s[100000] = 1
   check.equal(torch.ByteTensor(s):sum(), 1201)
   check.equal(#contents(name), 10)
   os.remove(name)
end

function test.namesAreBytes(check)
   local name = os.tmpname()
   os.remove(name)
   name = name .. '\255\254'
   torch.ByteStorage(name, true, 2):fill(33)
   check.equal(contents(name), '!!')
   os.remove(name)
end

-- A process has room for some 65,000 mappings; those that nobody uses are let go in time.
function test.manyAreLetGo(check)
   local name = file('abc')
   for _ = 1, 3000 do torch.ByteStorage(name) end
   local count = 0
   for line in io.lines('/proc/self/maps') do if line:find(name, 1, true) then count = count + 1 end end
   check.equal(count < 1000, true, count .. ' left')
   os.remove(name)
end

return test
