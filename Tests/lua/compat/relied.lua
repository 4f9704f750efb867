-- What scripts rely on in the language. Each case is what LuaJIT answered.
local cases = dofile 'Tests/lua/cases.lua'
local test = {}
function test.commandsEndAsIn52(check)
   cases(check, {
      {"os.execute('exit 3')", 'nil ; exit ; 3'},
      {"os.execute('true')", 'true ; exit ; 0'},
      {"os.execute('kill -9 $$')", 'nil ; signal ; 9'},
      {'type(os.execute())', 'boolean'},
      {"io.popen('exit 4'):close()", 'nil ; exit ; 4'},
      {"io.popen('true'):close()", 'true ; exit ; 0'},
      {"select('#', os.execute('exit 3'))", '3'},
   })
end

function test.lengthAndPairsOfTables(check)
   cases(check, {
      {'#setmetatable({}, {__len = function() return 7 end})', '7'},
      {[[(function() local n = 0 for k, v in pairs(setmetatable({}, {__pairs = function() return next, {a = 1, b = 2}, nil
         end})) do n = n + v end return n end)()]], '3'},
      {[[(function() local n = 0 for i, v in ipairs(setmetatable({}, {__ipairs = function() return next, {5}, nil end})) do n =
         n + v end return n end)()]], '5'},
      {"rawlen({1, 2}), rawlen('abc')", '2 ; 3'},
      {'(function() local ok = pcall(function() return setmetatable({}, {__metatable = 1}) end) return ok end)()', 'true'},
      {"getmetatable('').__index == string", 'true'},
      {'type(newproxy(true))', 'userdata'},
      {[[(function() local p = newproxy(true) getmetatable(p).__tostring = function() return 'mine' end return tostring(p)
         end)()]], 'mine'},
   })
end

function test.library(check)
   cases(check, {
      {'math.mod', 'nil'},
      {'_VERSION', 'Lua 5.1'},
      {'type(bit), type(jit)', 'table ; table'},
      {'bit.bor(2^31, 0), bit.lshift(1, 31), bit.band(-1, 255)', '-2147483648 ; -2147483648 ; 255'},
      {"rawequal('a', 'a')", 'true'},
      {'type(package.loaders), package.loaders ~= nil', 'table ; true'},
      {"load('return ...', 'x')(5)", '5'},
      {'table.getn({1, 2, 3}), table.maxn({1, 2, [9] = 1})', '3 ; 9'},
      {'string.gfind == string.gmatch', 'true'},
      {'(function() local s = 0 table.foreach({a = 1, b = 2}, function(k, v) s = s + v end) return s end)()', '3'},
      {"(function() local s = '' table.foreachi({'x', 'y'}, function(i, v) s = s .. i .. v end) return s end)()", '1x2y'},
      {'unpack({1, 2, 3}, 2)', '2 ; 3'},
      {"select('#', table.pack(1, nil, 3)), table.pack(1, nil, 3).n", '1 ; 3'},
      {'math.huge == 1/0, math.pi', 'true ; 3.1415926535898'},
      {'pcall(error)', 'false ; nil'},
      {'pcall(error, nil)', 'false ; nil'},
      {"pcall(error, {1} and 'm', 0)", 'false ; m'},
      {'tostring(nil), tostring(true)', 'nil ; true'},
      {"tonumber('0x10'), tonumber(' 12 '), tonumber('1e2'), tonumber('z', 36), tonumber('10', 2), tonumber('abc')",
         '16 ; 12 ; 100 ; 35 ; 2 ; nil'},
      {"tonumber('1e'), tonumber(''), tonumber('0x'), tonumber('1 2')", 'nil ; nil ; nil ; nil'},
      {"#'abc', ('x'):rep(3), ('abc'):upper()", '3 ; xxx ; ABC'},
      {'xpcall(function(a, b) return a + b end, print, 3, 4)', 'true ; 7'},
      {"collectgarbage('count') > 0, collectgarbage('step') ~= nil, collectgarbage() == 0", 'true ; true ; true'},
      {"os.getenv('NO_SUCH_VARIABLE_X')", 'nil'},
      {'type(os.clock()), type(os.time())', 'number ; number'},
      {"os.date('!%Y', 0)", '1970'},
      {'(function() goto done do return 1 end ::done:: return 2 end)()', '2'},
      {'coroutine.running() ~= nil', 'true'},
      {'select(-1, 1, 2, 3)', '3'},
      {'next({})', 'nil'},
      {'type(debug.getinfo(1).currentline)', 'number'},
      {"string.format('%5.1f|%s|%q', 3.14159, true, 'a')", '  3.1|true|"a"'},
      {"('x'):rep(0), ('x'):rep(-1)", ' ; '},
      {"table.concat({1, 2.5, 'x'}, ',')", '1,2.5,x'},
      {"('a,b'):find(',', 1, true)", '2 ; 2'},
      {"('test123'):match('%a+'), ('k=v'):match('(%w+)=(%w+)')", 'test ; k ; v'},
      {"('abc'):gsub('%w', '%0%0')", 'aabbcc ; 3'},
      {"('hello world'):gsub('o', {o = '0'})", 'hell0 w0rld ; 2'},
      {"('abc'):byte(-1), ('%d'):format('10')", '99 ; 10'},
      {'math.fmod(-5, 3), -5 % 3, 5 % -3, 5.5 % 2', '-2 ; 1 ; -1 ; 1.5'},
      {'math.floor(-0.5), math.ceil(-0.5)', '-1 ; -0'},
      {'2^53 + 1, 1e15, 123456789012345, 0.1, 1/3, 100, 1e100, -0',
         '9.007199254741e+15 ; 1e+15 ; 1.2345678901235e+14 ; 0.1 ; 0.33333333333333 ; 100 ; 1e+100 ; -0'},
   })
end

function test.numbersAreDoubles(check)
   cases(check, {
      {"0 / 0 .. '', -(0 / 0) .. ''", 'nan ; nan'},
      {"('%f %g %s %5.1f'):format(0/0, 0/0, 0/0, -(0/0))", 'nan nan nan   nan'},
      {'tostring(0/0), tostring(-(0/0))', 'nan ; nan'},
      {'tostring(math.sqrt(-1)), tostring(math.log(-1)), tostring(math.huge - math.huge)', 'nan ; nan ; nan'},
      {'10^14, 1e14 - 1, 10^15, 2^53, 99999999999999, 100000000000000, -1e14, 123456.789e3',
         '1e+14 ; 99999999999999 ; 1e+15 ; 9.007199254741e+15 ; 99999999999999 ; 1e+14 ; -1e+14 ; 123456789'},
      {"10^14 .. '', (10^14 - 1) .. ''", '1e+14 ; 99999999999999'},
      {'(function() local p = 1 for i = 1, 25 do p = p * i end return p end)()', '1.5511210043331e+25'},
      {'(function() local h = 5381 for i = 1, 30 do h = h * 33 + 97 end return h end)()', '1.9343086248748e+49'},
      {'(function() local x = 1 for i = 1, 20 do x = (x * 1103515245 + 12345) % 2147483648 end return x end)()', '716526336'},
      {'(function() local n = 0 for i = 1, 10 do if i % 0 == 0 then n = n + 1 end end return n end)()', '0'},
      {'5 % 0, 0 % 0, -5 % 0', 'nan ; nan ; nan'},
      {'-0, 0 * -1, 1 / -0, 1 / (0 * -1)', '-0 ; -0 ; -inf ; -inf'},
      {'math.max(0/0, 1), math.max(1, 0/0), math.min(0/0, 1), math.min(1, 0/0)', '1 ; nan ; 1 ; nan'},
      {'2^63, 2^64, 9007199254740993', '9.2233720368548e+18 ; 1.844674407371e+19 ; 9.007199254741e+15'},
      {'tostring(1e300 * 1e10), tostring(-1e300 * 1e10)', 'inf ; -inf'},
      {"7 .. '', 7.0 .. '', 7.5 .. ''", '7 ; 7 ; 7.5'},
      {'1e3, 1e-5, 123e-7', '1000 ; 1e-05 ; 1.23e-05'},
      {'0x10, 0xff, 0xffffffff', '16 ; 255 ; 4294967295'},
      {'#tostring(0.1)', '3'},
      {"3 == 3.0, '3' == 3", 'true ; false'},
      {"'10' + 5, '0x10' * 2, '3' .. 4", '15 ; 32 ; 34'},
      {"10 == '10', 2 < 10", 'false ; true'},
      {'-2^2, 2^-1, 2^0.5', '-4 ; 0.5 ; 1.4142135623731'},
      {"(function() local t = {} t[1.0] = 'a' t[2^53] = 'b' return t[1], t[2^53], #t end)()", 'a ; b ; 1'},
      {'(function() local t = {} for i = 1, 3 do t[i] = i end return #t, t[1.0] end)()', '3 ; 1'},
      {"(function() local s = '' for i = 1, 3 do s = s .. i end for i = 0, 1, 0.5 do s = s .. ' ' .. i end return s end)()",
         '123 0 0.5 1'},
      {"(function() local s = '' for i = 3, 1, -1 do s = s .. i end return s end)()", '321'},
      {'(function() local n = 0 for i = 1, 0 do n = n + 1 end return n end)()', '0'},
      {"math.floor(3.7) .. '', math.ceil(3.2) .. '', math.abs(-3) .. ''", '3 ; 4 ; 3'},
      {'math.floor(2^31 + 0.5), math.floor(-2^40)', '2147483648 ; -1099511627776'},
      {"string.format('%d', 3), string.format('%d', 2^31), string.format('%x', 255)", '3 ; 2147483648 ; ff'},
      {"string.format('%5d|%-5d|%05d', 42, 42, 42)", '   42|42   |00042'},
      {'tostring(2^31), tostring(-2^31)', '2147483648 ; -2147483648'},
      {'#{1, 2, 3, nil}, #{n = 1}', '3 ; 0'},
      {"select('#', unpack({}, 1, 3))", '3'},
   })
end

-- Unchecked: fractions, and a lower bound above the upper one.
function test.randomNumbers(check)
   cases(check, {
      {'(function() math.randomseed(42) return math.random(), math.random(), math.random(10), math.random(5, 7) end)()',
         '0.95607928791821 ; 0.0089557217859255 ; 6 ; 6'},
      {[[(function() math.randomseed(1) return math.random(1.5, 3.7), math.random(7, 3), math.random(0.5), math.random(10),
         math.random(2^40) end)()]], '2.5 ; 6 ; 1 ; 3 ; 119008336379'},
      {'(function() math.randomseed(-3.7) return math.random(1000), math.random(1000) end)()', '282 ; 436'},
      {'(function() math.randomseed(0) return math.random(1000), math.random(1000) end)()', '795 ; 699'},
      {'(function() math.randomseed(2^33) return math.random(1000), math.random(-5, 5), math.random(0) end)()', '350 ; 5 ; 1'},
   })
end

-- A length that raises matters to nobody but who asks for it.
function test.tablesWithMetamethods(check)
   cases(check, {
      {[[(function() local t = setmetatable({}, {__len = function() return 3 end}) return pcall(table.insert, t, 'x'),
         rawlen(t), t[1] end)()]], 'true ; 1 ; x'},
      {[[(function() local t = setmetatable({1, 2}, {__len = function() error('no') end}) table.insert(t, 3) return rawlen(t),
         table.remove(t), unpack(t) end)()]], '3 ; 3 ; 1 ; 2'},
      {[[(function() local t = setmetatable({1, 2, 3}, {__index = function() return 9 end}) return table.concat(t, ','),
         table.remove(t, 1), unpack(t) end)()]], '1,2,3 ; 1 ; 2 ; 3'},
      {'(function() local t = {3, 1, 2} table.sort(t) return unpack(t) end)()', '1 ; 2 ; 3'},
      {'(function() local t = {3, 1, 2} table.sort(t, function(a, b) return a > b end) return unpack(t) end)()', '3 ; 2 ; 1'},
      {[[(function() local t = {} for i = 1, 12 do t[i] = {i % 3, i} end table.sort(t, function(a, b) return a[1] < b[1] end)
         local s = {} for i = 1, 12 do s[i] = t[i][2] end return unpack(s) end)()]], '12 ; 9 ; 3 ; 6 ; 1 ; 4 ; 7 ; 10 ; 2 ; 8 ; 11 ; 5'},
      {"(function() local t = {1, 2, 3} table.insert(t, 2, 'x') table.insert(t, 5, 'y') return unpack(t) end)()", '1 ; x ; 2 ; 3 ; y'},
      {'(function() return table.remove({}), table.remove({1}), table.remove({1, 2}, 1) end)()', 'nil ; 1 ; 1'},
      {[[(function() local n = 0 setmetatable({}, {__gc = function() n = n + 1 end}) collectgarbage() collectgarbage() return n
         end)()]], '0'},
   })
end

return test
