-- Angles and arcs, against C's functions; how exact they are otherwise is tested beside the kernels.
local test = {}
local nan, inf = 0 / 0, 1 / 0

-- Equal, the sign of zero included, or both nan.
local function same(a, b) return a == b and 1 / a == 1 / b or a ~= a and b ~= b end

function test.farFromZero(check)
   local far = {2 ^ 20, 2 ^ 20 + 0.5, 1e7, -1e10, 1e22, -1e300, 3, 0, -0.25}
   for _, name in ipairs {'sin', 'cos', 'tan'} do
      local t = torch.DoubleTensor(far)
      local results = t[name](t:clone())
      for i, x in ipairs(far) do
         local exact = math[name](x)
         if math.abs(x) > 2 ^ 20 then
            check.equal(results[i], exact, name .. ' of ' .. x)
         else
            check.near(results[i], exact, 1e-15 * math.max(1, math.abs(exact)), name .. ' of ' .. x)
         end
      end
      local single = torch.FloatTensor(far)
      local floats = single:clone()[name](single:clone())
      for i = 1, #far do
         local want = math[name](single[i])  -- 1e300 is infinite as a float
         local isNear = math.abs(floats[i] - want) <= 1e-6 * math.max(1, math.abs(want))
         check.equal(isNear or same(floats[i], want), true, name .. ' of a float, ' .. i)
      end
   end
end

-- In place, and in steps, where some elements are near and some far.
function test.nearAndFarMixed(check)
   local t = torch.DoubleTensor(3000, 2)
   for i = 1, 3000 do t[i][1] = i % 7 == 0 and i * 1e9 or i / 100 end
   local column = t:select(2, 1)
   local expected = torch.DoubleTensor(3000)
   for i = 1, 3000 do expected[i] = math.sin(column[i]) end
   column:sin()
   check.equal((column - expected):abs():max() < 1e-15, true)
end

function test.atan2(check)
   local values = {0, -0.0, 1, -1, 0.3, -5, 1e-300, 1e300, inf, -inf, nan}
   for _, y in ipairs(values) do
      for _, x in ipairs(values) do
         local got = torch.DoubleTensor {y}:atan2(torch.DoubleTensor {y}, torch.DoubleTensor {x})[1]
         local exact = math.atan2(y, x)
         local isNear = math.abs(got - exact) <= 1e-15 * math.abs(exact)
         check.equal(same(got, exact) or isNear, true, ('atan2(%g, %g) = %g, not %g'):format(y, x, got, exact))
      end
   end
   torch.manualSeed(1)
   local y, x = torch.randn(1000), torch.randn(1000)
   local got, floats = torch.atan2(y, x), torch.atan2(y:float(), x:float())
   for i = 1, 1000 do
      local exact = math.atan2(y[i], x[i])
      check.near(got[i], exact, 1e-15 * math.abs(exact), 'atan2')
      check.near(floats[i], exact, 3e-7 * math.abs(exact), 'atan2 of floats')
   end
end

return test
