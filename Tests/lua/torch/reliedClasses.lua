-- What scripts rely on in classes, objects and files. Each case is what the original answered.
local cases = dofile 'Tests/lua/cases.lua'
local test = {}

tests = tests or {}
local P = torch.class('tests.Point') Point = tests.Point
function P:__init(x) self.x = x end
function P.__add__(a, b) return Point((type(a) == 'number' and a or a.x) + (type(b) == 'number' and b or b.x)) end
function P:__unm__() return 'unm' end
function P.__concat__(a, b) return 'concat' end
function P:__call__(n) return 'called' .. n end
function P.__lt__(a, b) return a.x < b.x end
function P.__le__(a, b) return a.x <= b.x end
function P.__eq__(a, b) return a.x == b.x end
function P:__len__() return self.x end
function P:__tostring__() return 'Point ' .. self.x end
function P:__index__(k) if k == 'field_of_hook' then return 'hooked', true end return false end
function P:__newindex__(k, v) if k == 'hidden' then rawset(self, 'stored', v) return true end return false end
torch.class('tests.Point3', 'tests.Point') Point3 = tests.Point3
torch.class('tests.Plain') Plain = tests.Plain

local function setup() V, T = torch.Tensor {1, 2, 3}, torch.range(1, 6):resize(2, 3) end

function test.typenamesHangOnTheMetatable(check)
   cases(check, setup, {
      {[[select('#', torch.typename(3)), select('#', torch.typename({})), select('#', torch.typename(nil)), select('#',
         torch.typename(print))]], '0 ; 0 ; 0 ; 0'},
      {'torch.typename(torch.Tensor()), torch.type(3), torch.type(nil), torch.type({}), torch.type(torch.LongStorage())',
         'torch.DoubleTensor ; number ; nil ; table ; torch.LongStorage'},
      {[[torch.isTypeOf(torch.Tensor(), 'Double'), torch.isTypeOf(torch.Tensor(), 'torch.DoubleTensor'),
         torch.isTypeOf(torch.Tensor(), '.*Double'), torch.isTypeOf(torch.Tensor(), 'torch.*'), torch.isTypeOf(3, 'number')]],
         'false ; true ; true ; true ; false'},
      {[[(function() local copy = {} for k, v in pairs(getmetatable(Point)) do copy[k] = v end return
         torch.typename(setmetatable({}, copy)), torch.isTypeOf(setmetatable({}, copy), 'tests.Point') end)()]], 'nil ; true'},
      {[[(function() local o = Point(1) getmetatable(Point).__typename = 'renamed' local a, b = torch.typename(o),
         torch.isTypeOf(o, 'renamed') getmetatable(Point).__typename = 'tests.Point' return a, b end)()]], 'tests.Point ; true'},
      {[[torch.isTypeOf(Point3(1), 'tests.Point'), torch.isTypeOf(Point3(1), Point), torch.isTypeOf(Point(1), Point3),
         torch.typename(Point), torch.type(Point)]], 'true ; true ; false ; nil ; table'},
   })
end

function test.theClassIsAnEmptyTable(check)
   cases(check, setup, {
      {"next(Point), rawget(Point, '__init'), type(Point.__init)", 'nil ; nil ; function'},
      {"getmetatable(Point) == getmetatable(Point(1)), getmetatable(Point) == torch.getmetatable('tests.Point')", 'true ; true'},
      {"getmetatable(torch.getmetatable('tests.Point3')) == torch.getmetatable('tests.Point')", 'true'},
      {'(function() Point.extra = 5 local r = Point(1).extra Point.extra = nil return r, Point(1).extra end)()', '5 ; nil'},
      {'pcall(setmetatable, Point(1), {}) == false', 'true'},
      {"torch.class('tests.Point')", 'error: torch.class: tests.Point has already been defined'},
      {"torch.class('tests.New', 'tests.NoParent')", 'error: torch.class: tests.New: there is no class tests.NoParent'},
      {"torch.class('nomodule.New')", 'error: torch.class: nomodule.New: there is no module nomodule'},
      {'torch.class()', 'error: torch.class: expected a name, got nil'},
      {'torch.class(3)', 'error: torch.class: expected a name, got number'},
      {"torch.type(torch.factory('tests.Point')()), torch.factory('tests.Point')().x", 'tests.Point ; nil'},
      {"torch.factory('tests.Nope')", 'nil'},
      {"select('#', torch.getmetatable('tests.Nope'))", '0'},
      {[[(function() local m = {} local C = torch.class('M.Inner', m) return type(m.Inner), torch.type(m.Inner()), rawget(_G,
         'M') end)()]], 'table ; M.Inner ; nil'},
   })
end

-- Without a __len of its own the length of an object is the raw one (Torch7: an error).
function test.operatorsAreLookedUpAtEachCall(check)
   cases(check, setup, {
      {'(Point(1) + Point(2)).x, (Point(3) + 4).x, (5 + Point(3)).x', '3 ; 7 ; 8'},
      {'(Point3(1) + Point3(2)).x', '3'},
      {'-Point(2)', 'unm'},
      {'Point(1) - 1', 'error: tests.Point does not define __sub__'},
      {'Point(1)(7)', 'called7'},
      {'Point3(1)(7)', 'called7'},
      {'Point(1) < Point(2), Point(1) <= Point(1), Point(1) > Point(2)', 'true ; true ; false'},
      {'Point(1) == Point(1), Point(1) ~= Point(2), rawequal(Point(1), Point(1))', 'true ; true ; false'},
      {'#Point(4), #Point3(5)', '4 ; 5'},
      {'tostring(Point(1)), tostring(Point3(2)), tostring(Plain())', 'Point 1 ; Point 2 ; tests.Plain'},
      {'#Plain(), pcall(function() return Plain() + 1 end) == false', '0 ; true'},
      {'Point(1).field_of_hook, Point(1).y', 'hooked ; nil'},
      {"(function() local p = Point(1) p.hidden = 3 return rawget(p, 'hidden'), p.stored end)()", 'nil ; 3'},
      {[[(function() Point.__mul__ = function() return 'mul' end local a = Point3(1) * 2 Point.__mul__ = nil return a,
         pcall(function() return Point3(1) * 2 end) == false end)()]], 'mul ; true'},
   })
end

function test.identity(check)
   cases(check, setup, {
      {'T:storage() == T:storage()', 'true'},
      {'(function() local t = {} t[T:storage()] = 1 return t[T:storage()] end)()', 'nil'},
      {'T:size() == T:size()', 'false'},
      {'T == T, T == T:view(2, 3), T[1] == T[1], T:clone() == T, T == 3, T ~= nil', 'true ; false ; false ; false ; false ; true'},
      {[[torch.pointer(T:storage()) == torch.pointer(T:storage()), torch.pointer(T) == torch.pointer(T), torch.pointer(T) ==
         torch.pointer(T:clone())]], 'true ; true ; false'},
      {"type(torch.pointer(T)), type(torch.pointer({})), type(torch.pointer(print)), type(torch.pointer('a'))",
         'number ; number ; number ; number'},
      {'T:size() == torch.LongStorage{2, 3}, T:isSetTo(T), T:isSetTo(T:clone()), T:isSameSizeAs(T:clone())',
         'false ; true ; false ; true'},
   })
end

function test.files(check)
   cases(check, setup, {
      {'(function() local f = torch.MemoryFile() f:writeInt(5) f:seek(1) return f:readInt() end)()', '5'},
      {[[(function() local f = torch.MemoryFile() f:writeByte(torch.ByteStorage{1, 2, 3}) f:seek(1) return f:readByte(),
         f:readByte(2) end)()]], '1 ; ByteStorage: 2 3'},
      {'(function() local t = torch.Tensor{{1, 2}, {3, 4}} local u = torch.deserialize(torch.serialize(t[2])) return u end)()',
         'DoubleTensor 2 stride 1 at 3: 1 2 3 4'},
      {[[(function() local t = {1} local f = torch.MemoryFile() f:writeObject(t) f:writeObject(t) f:seek(1) return
         rawequal(f:readObject(), f:readObject()) end)()]], 'true'},
      {'(function() local a = {} a.a = a local b = torch.deserialize(torch.serialize(a)) return rawequal(b.a, b) end)()', 'true'},
      {'(function() local p = torch.deserialize(torch.serialize(Point(3))) return p.x, torch.type(p) end)()', '3 ; tests.Point'},
      {"torch.serialize(0/0, 'ascii')", '1\n-nan\n'},
      {"torch.serialize(-(0/0), 'ascii')", '1\nnan\n'},
      {"torch.serialize({1, 'a', true}, 'ascii')", '3\n1\n3\n1\n1\n1\n1\n1\n2\n2\n1\na\n1\n3\n5\n1\n'},
      {"torch.serialize(torch.Tensor{0/0}, 'ascii')",
         '4\n1\n3\nV 1\n18\ntorch.DoubleTensor\n1\n1\n1\n1\n4\n2\n3\nV 1\n19\ntorch.DoubleStorage\n1\n-nan\n'},
      {"torch.deserialize(torch.serialize('x', 'ascii'), 'ascii')", 'x'},
      {"(function() torch.save('/dev/null', {1}) return io.open('/dev/null') ~= nil end)()", 'true'},
      {[[(function() os.execute('cd /tmp && rm -f sc_l sc_t && touch sc_t && ln -s sc_t sc_l') torch.save('/tmp/sc_l', 5) local
         r = torch.load('/tmp/sc_t') os.execute('test -L /tmp/sc_l && touch /tmp/sc_ok') local l = io.open('/tmp/sc_ok')
         os.execute('rm -f /tmp/sc_l /tmp/sc_t /tmp/sc_ok') return r, l ~= nil end)()]], '5 ; true'},
   })
end

return test
