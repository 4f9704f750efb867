-- math and bit as LuaJIT has them.
local test = {}

function test.nanInMaxAndMin(check)
   check.equal(tostring(math.max(1, 0 / 0)) .. math.max(0 / 0, 1), 'nan1')
   check.equal(tostring(math.min(1, 0 / 0)) .. math.min(0 / 0, 1), 'nan1')
   check.equal(math.max('10', 9), 10)
   check.equal(tostring(math.max(-0, 0)), '0')
   check.raises('number expected, got no value', math.max)
end

function test.doubles(check)
   check.equal(tostring(math.floor(-0)) .. tostring(math.ceil(-0.5)), '-0-0')
   check.equal(math.floor('3.7'), 3)
   check.equal(math.floor(2 ^ 60), 2 ^ 60)
   check.equal(tostring(math.fmod(5, 0)), 'nan')
   check.equal(math.fmod(-5, 3), -2)
   local whole, fraction = math.modf(-1 / 0)
   check.equal(whole .. ' ' .. fraction, '-inf -0')
   check.equal(math.floor(2 ^ 62) * math.floor(4), 2 ^ 64)
   check.equal(tostring(math.floor(3) % math.floor(0)), 'nan')
end

function test.names(check)
   check.equal(math.pow(2, 10) .. ' ' .. math.ldexp(1, 3.7) .. ' ' .. math.log10(1000), '1024 8 3')
   check.near(math.atan2(1, 2), 0.46364760900081, 1e-14)
   check.near(math.atan(1, 2), 0.78539816339745, 1e-14)
   check.near(math.cosh(1) + math.sinh(1), math.exp(1), 1e-15)
   check.near(math.tanh(1), 0.76159415595576, 1e-14)
   check.equal(select(2, math.frexp(8)), 4)
   check.equal(math.mod, nil)
end

function test.bits(check)
   for _, case in ipairs {
      {bit.tobit(2 ^ 31), -2147483648}, {bit.tobit(2 ^ 40 + 5), 5}, {bit.tobit(-1.5), -2}, {bit.tobit(2.5), 2}, {bit.bnot(0), -1},
      {bit.band(255, 15, 3), 3}, {bit.bor(1, 2, 4), 7}, {bit.bxor(5, 1), 4}, {bit.lshift(1, 31), -2147483648}, {bit.lshift(1, 32), 1},
      {bit.rshift(-1, 28), 15}, {bit.arshift(-8, 1), -4}, {bit.rol(1, 33), 2}, {bit.ror(1, 1), -2147483648}, {bit.bswap(1), 16777216},
      {bit.tohex(255), '000000ff'}, {bit.tohex(255, 4), '00ff'}, {bit.tohex(-1, -4), 'FFFF'},
      {bit.tohex(1, 0), ''}, {bit.band('0xff', 15), 15},
   } do
      check.equal(case[1], case[2])
   end
   check.equal(require 'bit', bit)
   check.raises('number expected, got no value', bit.band)
end

return test
