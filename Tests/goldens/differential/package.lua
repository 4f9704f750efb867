-- The package itself: classes, types, files and settings.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local function once(...) case{types = {'Double'}, layouts = {'contiguous'}, ...} end

-- What is what.
case{'torch.type(x)', 'x:type()', 'torch.typename(x)', 'torch.isTensor(x)', 'torch.isStorage(x)', 'torch.isStorage(x:storage())', 'torch.typename(x:storage())',
   'torch.isTypeOf(x, "torch.DoubleTensor")', 'torch.isTypeOf(x, "Double")', 'torch.isTypeOf(x, T)', 'torch.isTypeOf(x:storage(), "torch.DoubleStorage")',
   'torch.getmetatable(x:type()) == getmetatable(x)', 'torch.factory(x:type())()', 'torch.type(torch.getconstructortable(x:type()))', 'torch.pointer(x) == torch.pointer(x)',
   'torch.pointer(x) == torch.pointer(x:clone())', 'torch.type(torch.pointer(x))', 'x == x', 'x:storage() == x:storage()', 'x:size() == x:size()', 'x == x:narrow(1, 1, 1)', 'torch.cdata(x) ~= nil', 'x:cdata() ~= nil'}
once('torch.type(1)', 'torch.type("a")', 'torch.type({})', 'torch.type(nil)', 'torch.type(print)', 'torch.type(true)', 'torch.typename({})', 'torch.typename(1)', 'select("#", torch.typename({}))',
   'torch.isTensor(1)', 'torch.isTensor(nil)', 'torch.isStorage({})', 'torch.isTypeOf({}, "torch.DoubleTensor")', 'torch.getmetatable("no.such")', 'torch.factory("no.such")', 'torch.getconstructortable("no.such")',
   'torch.type(torch.Generator())', 'torch.type(torch.CmdLine())', 'torch.type(torch.Timer())', 'torch.type(torch.Tester())', 'torch.type(torch.TestSuite())', 'torch.type(torch.MemoryFile())',
   'torch.typename(torch.CmdLine())', 'torch.typename(torch.Timer())', 'torch.isTypeOf(torch.MemoryFile(), "torch.File")', 'torch.type(torch.File)', 'torch.isTypeOf(torch.Generator(), "torch.Generator")')

-- Classes.
once('local A = torch.class("DifferentialA") function A:__init(v) self.v = v end return torch.type(DifferentialA(3)), DifferentialA(4).v, torch.typename(DifferentialA(1)), torch.isTypeOf(DifferentialA(1), "DifferentialA")',
   'torch.class("DifferentialA")',
   'local B, parent = torch.class("DifferentialB", "DifferentialA") function B:__add__(o) return self.v + o end return DifferentialB(3) + 4, torch.isTypeOf(DifferentialB(1), "DifferentialA"), parent ~= nil',
   'torch.class("DifferentialC", "no.such")', 'torch.class()', 'torch.class(3)', 'torch.type(torch.factory("DifferentialA")())', 'local t = {} torch.setmetatable(t, "DifferentialA") return torch.type(t)', 'torch.setmetatable({}, "no.such")',
   'torch.type(torch.newmetatable("DifferentialD"))', 'torch.newmetatable("DifferentialD") == torch.getmetatable("DifferentialD")', 'torch.newmetatable("DifferentialD", "DifferentialA")', 'torch.getmetatable("DifferentialA").__typename', 'torch.type(torch.getconstructortable("DifferentialA"))',
   'local m = {} torch.class("package.DifferentialE", m) return torch.type(m.DifferentialE)', 'torch.isTypeOf(setmetatable({}, torch.getmetatable("DifferentialA")), "DifferentialA")')

-- The default type, threads and others.
once('torch.getdefaulttensortype()', 'torch.setdefaulttensortype("torch.FloatTensor") local t = torch.type(torch.Tensor()) torch.setdefaulttensortype("torch.DoubleTensor") return t', 'torch.setdefaulttensortype("no.such")',
   'torch.setdefaulttensortype()', 'torch.Tensor == torch.DoubleTensor', 'torch.Storage == torch.DoubleStorage', 'local n = torch.getnumthreads() torch.setnumthreads(1) local one = torch.getnumthreads() torch.setnumthreads(n) return one',
   'torch.setnumthreads("a")', 'torch.type(torch._heaptracking)', 'torch.setheaptracking(false)', 'torch.type(torch.tic())', 'torch.toc(torch.tic()) >= 0', 'torch.type(torch.toc(torch.tic()))', 'torch.type(torch.Timer():time().real)')

-- Storages and tensors of every type.
for _, t in ipairs{'Byte', 'Char', 'Short', 'Int', 'Long', 'Float', 'Double'} do
   local s = 'torch.' .. t .. 'Storage'
   once(('%s(3):fill(7)'):format(s), ('%s({1, 2, 300})'):format(s), ('%s():size()'):format(s), ('#%s(4)'):format(s), ('%s({1, 2}):resize(1)'):format(s), ('local s = %s({1, 2}) s[2] = -1 return s'):format(s),
      ('%s({1, 2})[3]'):format(s), ('%s({1, 2})[0]'):format(s), ('%s({1, 2}):totable()'):format(s), ('%s(2):copy(torch.DoubleStorage({1.5, 2}))'):format(s), ('%s(-1)'):format(s), ('%s("a")'):format(s),
      ('%s({1, 2, 3}, 2, 2)'):format(s), ('%s({1, 2}):elementSize()'):format(s), ('torch.type(%s())'):format(s), ('%s({1, 2}) == %s({1, 2})'):format(s, s))
   s = 'torch.' .. t .. 'Tensor'
   once(('%s({{1, 2}, {3, 4.7}})'):format(s), ('%s()'):format(s), ('%s(2, 2):fill(1)'):format(s), ('%s(torch.LongStorage({2, 1})):fill(1)'):format(s), ('%s(%sStorage({1, 2, 3}), 2, 2)'):format(s, 'torch.' .. t),
      ('%s({1, "2"})'):format(s), ('%s({{1}, {2, 3}})'):format(s), ('%s("3")'):format(s), ('%s(torch.DoubleTensor({1, 2})):storage()'):format(s), ('%s({})'):format(s), ('%s(-1)'):format(s), ('%s(0)'):format(s))
end

-- Files.
case{'torch.deserialize(torch.serialize(x))', 'torch.deserialize(torch.serialize(x, "ascii"), "ascii")', 'torch.serialize(x, "ascii")', 'torch.serialize(x):len()', 'torch.deserializeFromStorage(torch.serializeToStorage(x))',
   'torch.serializeToStorage(x, "ascii"):size()', 'local p = os.tmpname() torch.save(p, x) local t = torch.load(p) os.remove(p) return t', 'local p = os.tmpname() torch.saveobj(p, x) local t = torch.loadobj(p) os.remove(p) return t',
   'local p = os.tmpname() torch.save(p, {x, x, "a"}, "ascii") local t = torch.load(p, "ascii") os.remove(p) return t, t[1] == t[2]', 'local f = torch.MemoryFile() f:writeObject(x) f:seek(1) return f:readObject()'}
once('torch.serialize({1, "a", true, {2}}, "ascii")', 'torch.deserialize("")', 'torch.deserialize("nonsense")', 'torch.load("/no/such/file")', 'torch.save("/no/such/folder/file", 1)', 'torch.load()', 'torch.serialize(nil, "ascii")',
   'torch.deserialize(torch.serialize({1, 2, {3}}))', 'torch.deserialize(torch.serialize("text"))', 'torch.deserialize(torch.serialize(1.25))', 'torch.deserialize(torch.serialize(false))',
   'local p = os.tmpname() local f = torch.DiskFile(p, "w") f:writeInt(5) f:writeDouble(1.5) f:close() f = torch.DiskFile(p) local a, b = f:readInt(), f:readDouble() f:close() os.remove(p) return a, b',
   'local p = os.tmpname() local f = torch.DiskFile(p, "w"):binary() f:writeInt({1, 2, 3}) f:close() f = torch.DiskFile(p, "r"):binary() local s = f:readInt(3) f:close() os.remove(p) return s',
   'torch.DiskFile("/no/such/file", "r")', 'torch.DiskFile("/no/such/file", "r", true)', 'torch.DiskFile()', 'local f = torch.PipeFile("echo 5 6") local a, b = f:readInt(), f:readInt() f:close() return a, b',
   'local f = torch.MemoryFile() f:writeString("ab 1 2") return f:storage():size()', 'local f = torch.MemoryFile() f:writeInt(3) f:writeString("x") f:seek(1) return f:readInt(), f:position(), f:isReadable(), f:isWritable(), f:hasError()')

-- What few scripts read.
case{types = {'Double', 'Float', 'Long'}, layouts = {'contiguous', 'narrowed'}, 'torch.pushudata(torch.pointer(x), x:type())', 'torch.version(x)', 'torch.version(x:storage())'}
once('torch.isatty(io.tmpfile())', 'torch.isatty(3)', 'torch.updateerrorhandlers()', 'torch.updatethreadlocals()', 'torch.pushudata(3)', 'torch.version(3)', 'torch.version({})', 'torch.type(torch.getenv(print))', 'torch.getenv("HOME")',
   'torch.getenv({})', 'local f = loadstring("return v") torch.setenv(f, {v = 3}) return f(), torch.getenv(f).v', 'torch.setenv(3, {})', 'torch.setenv(print, 3)', 'torch.type(torch._gen)', 'torch.getnumcores() > 0')

-- Command lines.
once('local c = torch.CmdLine() c:option("-a", 3, "help") return c:parse({"-a", "5"}).a, c:parse({}).a', 'local c = torch.CmdLine() c:argument("-in", "help") return c:parse({"file"})["in"]',
   'local c = torch.CmdLine() c:option("-flag", false, "help") return c:parse({"-flag"}).flag')

return cases
