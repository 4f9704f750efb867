-- string as LuaJIT has it.
local test = {}

function test.fractionsAreCutOff(check)
   check.equal(('hello'):sub(1.9, 3.9), 'hel')
   check.equal(('hello'):sub(-2.5), 'lo')
   check.equal(('hello'):sub(0 / 0), 'hello')
   check.equal(('hello'):sub(1, 1 / 0), '')
   check.equal(('x'):rep(2.9), 'xx')
   check.equal(('x'):rep(0 / 0), '')
   check.equal(('x'):rep(2, ','), 'x,x')
   check.equal(table.concat({('abc'):byte(1.5, 3.2)}, ' '), '97 98 99')
   check.equal(string.char(65.9, '66'), 'AB')
   check.equal(('hello'):find('l', 2.7), 3)
   check.equal(('hello'):match('l+', 2.9), 'll')
   check.equal(('aaa'):gsub('a', 'b', 1.9), 'baa')
   check.raises('invalid value', string.char, 256)
   check.raises('number expected, got no value', string.sub, 'hello')
end

function test.gsubsReplacement(check)
   check.equal(('abc'):gsub('b', '%-'), 'a-c')
   check.equal(('abc'):gsub('b', '%%'), 'a%c')
   check.equal(('abc'):gsub('b', '<%0%1>'), 'a<bb>c')
   check.equal(('abc'):gsub('b', '%x'), 'axc')
   check.equal(('abc'):gsub('b', '%'), 'a\0c')
   check.raises('invalid capture index', string.gsub, 'abc', 'b', '%2')
   check.equal(('a.b'):gsub('%.', {['.'] = '%-'}), 'a%-b')
end

function test.format(check)
   for _, case in ipairs {
      {'%d %d %d', '3 -3 3', 3.99, -3.9, '3.7'}, {'%d', '-9223372036854775808', 0 / 0}, {'%d', '-9223372036854775808', 1 / 0},
      {'%d', '9007199254740992', 2 ^ 53}, {'%5d|%-5d|%05d', '    3|3    |00003', 3, 3, 3}, {'%.3d %+d % d', '005 +5  5', 5, 5, 5},
      {'%x %X %o', 'ff FF 10', 255.9, 255, 8}, {'%x', 'ffffffffffffffff', -1}, {'%u %u', '18446744073709551615 1099511627776', -1, 2 ^ 40},
      {'%5u|%-5u|%05u', '    3|3    |00003', 3, 3, 3}, {'%c%c', 'AB', 65.9, '66'}, {'%i', '3', 3.9},
      {'%s %10s|%-5s|%.2s', 'nil       true|a    |ab', nil, true, 'a', 'abc'}, {'%5.2s|', '   ab|', 'abc'},
      {'%q', '"a\\\nb\\"c\\0\\13"', 'a\nb"c\0\r'},
      {'%g %g %f', '1e+20 0.1 1000000000000000.000000', 1e20, 0.1, 1e15},
      {'%e %E %G', '1.234568e+04 1.000000E-05 1E-10', 12345.678, 1e-5, 1e-10},
      {'%5.1f|%-6.1f|%06.1f', '  nan|inf   |  -inf', 0 / 0, 1 / 0, -1 / 0},
      {'%.20f', '0.10000000000000000555', 0.1}, {'%%', '%'}, {'%a', '0x1p+0', 1},
      {'%s', 'own', setmetatable({}, {__tostring = function() return 'own' end})},
      {'%5s|%5s', '  1.5|    2', 1.5, 2},
   } do
      check.equal(case[1]:format(unpack(case, 3, 7)), case[2], case[1])
   end
   check.equal(#('%.99f'):format(1 / 3), 101)
   check.equal(#('%.99f'):format(1e308), 409)
   check.equal(#('%99d'):format(1), 99)
   check.raises("invalid option '%y' to 'format'", string.format, '%y', 1)
   check.raises("invalid option '%.100' to 'format'", string.format, '%.100f', 1)
   check.raises("invalid option '%' to 'format'", string.format, '%')
   check.raises('number expected, got nil', string.format, '%d', nil)
   check.raises('no value', string.format, '%d')
end

-- Of two numbers equally near, C takes the even one.
function test.halvesAreRoundedUp(check)
   check.equal(('%.2f %.0f %.0f %.0f %.1f'):format(0.125, 0.5, 1.5, 2.5, -0.25), '0.13 1 2 3 -0.3')
   check.equal(('%.3g %.2e %.1f'):format(1.125, 1.125, 0.35), '1.13 1.13e+00 0.3')
   check.equal(tostring(16385 / 16384), '1.0000610351563')
   check.equal(12345678901234.5 .. '', '12345678901235')
   check.equal(123456789012345 .. '', '1.2345678901235e+14')
   check.equal(tostring(1 + 2 ^ -14), '1.0000610351563')
   check.equal(('%.0f %.0f'):format(9.5, 1e15), '10 1000000000000000')
   check.equal(('%.1e %.0e'):format(250000, 25), '2.5e+05 3e+01')
end

function test.names(check)
   check.equal(string.gfind, string.gmatch)
   check.equal(_VERSION, 'Lua 5.1')
   check.equal(tostring(tonumber('0b11')) .. tostring(tonumber('inf')) .. tostring(tonumber('nan')), '3infnan')
   for text, number in pairs {['0x'] = false, ['1e'] = false, [' 10 '] = 10, ['10a'] = false, ['0x1p4'] = 16, ['0x.8'] = 0.5,
      ['-0x10'] = -16, [''] = false, ['1 2'] = false, ['nan(1)'] = false, ['1e400'] = math.huge, ['1LL'] = false} do
      check.equal(tonumber(text) or false, number, text)
   end
   check.equal(tonumber('ff', 16) .. tonumber('10', 2.9) .. tonumber(10, 16) .. tonumber('-7', 8), '255216-7')
   check.equal(tonumber('9', 8), nil)
   check.equal(tonumber('1.5', 10), 1.5)
   check.equal(tonumber('7fffffffffffffff', 16), 2 ^ 63)
   check.raises('base out of range', tonumber, '10', 37)
   check.raises('value expected', tonumber)
end

return test
