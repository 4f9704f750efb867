-- Element-wise maths, against what was seen on the original.
local test = {}
local B, I, L, F, D = torch.ByteTensor, torch.IntTensor, torch.LongTensor, torch.FloatTensor, torch.DoubleTensor

local function same(check, got, expected, what)
   check.equal(got:nElement(), #expected, (what or '') .. ' count')
   for i = 1, #expected do
      local g, e = got[i], expected[i]
      local place = (what or 'element') .. ' ' .. i
      if e ~= e then check.equal(g ~= g, true, place) else check.near(g, e, 1e-12, place) end
   end
end

function test.formsOfAdd(check)
   same(check, torch.add(D{1, 2}, 1), {2, 3})
   same(check, torch.add(D{1, 2}, D{3, 4}), {4, 6})
   same(check, torch.add(D{1, 2}, 2, D{3, 4}), {7, 10})
   local r = D()
   check.equal(torch.add(r, D{1, 2}, 2, D{3, 4}), r)
   same(check, r, {7, 10})
   local t = D{1, 2}
   check.equal(t:add(1), t)
   same(check, t, {2, 3})
   same(check, t:add(D{1, 1}), {3, 4})
   same(check, t:add(-1, D{1, 1}), {2, 3})
   same(check, t:add(D{5, 5}, 2, D{1, 2}), {7, 9})
   same(check, D{1, 2}:csub(1), {0, 1})
   same(check, D{1, 2}:csub(D{1, 1}), {0, 1})
   same(check, torch.csub(D{1, 2}, 2, D{1, 1}), {-1, 0})
end

function test.products(check)
   same(check, D{1, 2}:mul(3), {3, 6})
   same(check, D{3, 4}:div(2), {1.5, 2})
   same(check, torch.cmul(D{1, 2}, D{3, 4}), {3, 8})
   same(check, D{1, 2}:cdiv(D{2, 4}), {.5, .5})
   same(check, torch.addcmul(D{1, 2}, 2, D{1, 1}, D{3, 4}), {7, 10})
   same(check, torch.addcmul(D{1, 2}, D{1, 1}, D{3, 4}), {4, 6})
   same(check, D{1, 2}:addcdiv(2, D{1, 1}, D{4, 4}), {1.5, 2.5})
   same(check, torch.lerp(D{1, 2}, D{3, 5}, 0.5), {2, 3.5})
   check.equal(torch.lerp(1, 2, 0.5), 1.5)
   same(check, torch.neg(D{1, -2}), {-1, 2})
   same(check, torch.cinv(D{2, 4}), {.5, .25})
end

function test.integersCutOffAndWrap(check)
   same(check, torch.div(I{7, -7}, 2), {3, -3})
   same(check, torch.addcdiv(I{1, 2}, 2, I{7, -7}, I{2, 2}), {8, -5})
   same(check, B{200}:add(100), {44})
   same(check, B{200}:mul(0.5), {0})
   same(check, I{-2147483648}:div(-1), {-2147483648})
   same(check, torch.abs(L{-3, 4}), {3, 4})
   check.raises('torch.div: an integer division by zero', I{1}.div, I{1}, 0.5)
   check.raises('torch.cdiv: an integer division by zero', I{1, 2}.cdiv, I{1, 2}, I{1, 0})
   check.raises('torch.fmod: an integer division by zero', L{1}.fmod, L{1}, 0)
   check.raises('torch.cremainder: an integer division by zero', B{1}.cremainder, B{1}, B{0})
end

function test.remainders(check)
   same(check, torch.fmod(I{7, -7}, 3), {1, -1})
   same(check, torch.mod(D{7.5, -7.5}, 3), {1.5, -1.5})
   same(check, torch.remainder(I{7, -7}, 3), {1, 2})
   same(check, torch.remainder(I{7, -7}, -3), {-2, -1})
   same(check, torch.remainder(D{7, -7}, 3), {1, 2})
   same(check, torch.remainder(D{7, -7}, 0), {0/0, 0/0})
   same(check, torch.cremainder(I{7, -7, 7}, I{3, 3, -3}), {1, 2, -2})
   same(check, torch.cmod(D{7, -7, 7}, D{3, 3, -3}), {1, -1, 1})
   same(check, torch.cfmod(I{7, -7, 7}, I{3, 3, -3}), {1, -1, 1})
end

function test.bits(check)
   same(check, torch.bitand(I{5, -7}, 3), {1, 1})
   same(check, torch.bitxor(B{5, 200}, 255), {250, 55})
   same(check, torch.cbitor(B{5, 8}, B{2, 8}), {7, 8})
   same(check, torch.lshift(I{5, -7}, 3), {40, -56})
   same(check, torch.rshift(I{5, -7}, 1), {2, 2147483644})
   same(check, torch.lshift(B{5, 200}, 1), {10, 144})
   same(check, torch.lshift(D{1, 2.5}, 3), {8, 20})
   same(check, torch.crshift(D{8, 20}, D{1, 2}), {4, 5})
   same(check, torch.lshift(L{1}, 64), {1})
   check.raises('torch.bitand: expected integers, got torch.DoubleTensor', torch.bitand, D{1}, 1)
end

function test.powers(check)
   same(check, torch.pow(D{2, -2}, 3), {8, -8})
   same(check, torch.pow(D{2, 3}, 2), {4, 9})
   same(check, torch.pow(D{4, 9}, 0.5), {2, 3})
   same(check, torch.pow(2, D{2, -2}), {4, .25})
   check.equal(torch.pow(2, 3), 8)
   local t = D{1, 2}
   same(check, t:pow(2, t), {2, 4})
   same(check, torch.cpow(I{2, 3}, I{3, 2}), {8, 9})
   same(check, torch.cpow(B{2, 3}, B{9, 2}), {0, 9})
   check.raises('torch.pow: not defined for IntTensor, only for FloatTensor, DoubleTensor', torch.pow, I{2}, 3)
end

function test.functionsOfOneElement(check)
   local names = 'exp log log1p sqrt rsqrt tanh sigmoid sin cos tan asin acos atan sinh cosh floor ceil round trunc frac abs'
   for name in names:gmatch('%a%w*') do
      local f = torch[name]
      local number = f(0.25)
      same(check, f(D{0.25}), {number}, name)
      same(check, D{0.25}[name](D{0.25}), {number}, name)
      check.near(f(F{0.25})[1], number, 2e-7 * math.abs(number), name)
   end
   check.near(torch.exp(1), 2.718281828459045, 1e-15)
   check.near(torch.sigmoid(1), 0.73105857863000490, 1e-15)
   check.near(torch.tanh(0.5), 0.46211715726000979, 1e-15)
   check.near(torch.log(3), 1.0986122886681098, 1e-15)
   same(check, torch.round(D{0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994}), {1, 2, 3, -1, -2, 0})
   same(check, torch.frac(D{1.5, -1.5}), {.5, -.5})
   check.near(torch.atan2(D{1}, D{2})[1], 0.46364760900080615, 1e-15)
   check.near(torch.atan2(1, 2), 0.46364760900080615, 1e-15)
   check.raises('torch.exp: not defined for LongTensor', torch.exp, L{1})
end

function test.numbersAreOfTheDefaultType(check)
   torch.setdefaulttensortype('torch.FloatTensor')
   local e = torch.exp(1)
   torch.setdefaulttensortype('torch.DoubleTensor')
   check.equal(e, 2.7182817459106445)
end

function test.comparisons(check)
   local r = torch.lt(D{1, 2}, 1.5)
   check.equal(torch.typename(r), 'torch.ByteTensor')
   same(check, r, {1, 0})
   same(check, torch.le(D{1, 2}, D{1, 1}), {1, 0})
   same(check, D{1, 2}:gt(1), {0, 1})
   same(check, D{1, 2}:ge(D{2, 2}), {0, 1})
   same(check, torch.eq(L{1, 2}, 1.5), {1, 0})
   same(check, torch.eq(F{0.1}, 0.1), {1})
   same(check, torch.ne(D{0/0, 1}, 1), {1, 0})
   same(check, torch.gt(D{0/0}, 1), {0})
   local t = D{1, 2}
   check.equal(torch.lt(t, t, 1.5), t)
   same(check, t, {1, 0})
   same(check, torch.lt(B(), D{1, 2}, 1.5), {1, 0})
   check.equal(torch.equal(D{1, 2}, D{1, 2}), true)
   check.equal(D{1, 2}:equal(D{1, 3}), false)
   check.equal(torch.equal(D(1, 2), D(2)), false)
   check.raises('torch.lt: expected tensors of as many elements, got 2 and 3', torch.lt, D{1, 2}, D{1, 2, 3})
end

function test.extremes(check)
   same(check, torch.cmax(D{-3, 0/0, 2}, D{1, 1, 0/0}), {1, 1, 0/0})
   same(check, torch.cmin(D{-3, 0/0, 2}, 1), {-3, 1, 1})
   same(check, torch.cmax(I{1, 2}, 1.7), {1, 2})
   local t = D{1, 2}
   same(check, t:cmax(1.5), {1.5, 2})
   same(check, t, {1.5, 2})
   same(check, torch.clamp(D{-3, 0, 2, 0/0}, -1, 1), {-1, 0, 1, 0/0})
   same(check, torch.clamp(D{-3, 0, 2}, 1, -1), {1, 1, -1})
   same(check, torch.clamp(B{3, 0, 2}, -1, 2), {255, 255, 255})
   same(check, torch.sign(D{-3, 0, 2, 0/0}), {-1, 0, 1, 0})
end

function test.operators(check)
   same(check, D{1, 2} + D{3, 4}, {4, 6})
   same(check, D{1, 2} + 1, {2, 3})
   same(check, 1 + D{1, 2}, {2, 3})
   same(check, D{1, 2} - 1, {0, 1})
   same(check, 1 - D{1, 2}, {0, -1})
   same(check, D{1, 2} - D{1, 1}, {0, 1})
   same(check, 2 * D{1, 2}, {2, 4})
   same(check, D{1, 2} * 2, {2, 4})
   same(check, D{3, 4} / 2, {1.5, 2})
   same(check, I{3, 4} / 2, {1, 2})
   same(check, -D{1, 2}, {-1, -2})
   same(check, D{7, -7} % 3, {1, 2})
   same(check, B{200} + 100, {44})
   same(check, -B{1}, {255})
   same(check, D{2, 3} + '2', {4, 5})
   local t = D{1}
   check.equal(t == t, true)
   check.equal(t == D{1}, false)
   check.raises('Tensor:__div__', function() return D{1, 2} / D{3, 4} end)
   check.raises('Tensor:__div__', function() return 1 / D{3, 4} end)
   check.raises('Tensor:__add__', function() return D{1} + F{1} end)
   check.raises('Tensor:__add__', function() return D{1} + nil end)
   check.raises('expected tensors of as many elements, got 2 and 1', function() return D{2, 3} - D{1} end)
end

function test.productsOfMatricesAndVectors(check)
   local m = D{{1, 2}, {3, 4}}
   check.equal(D{1, 2} * D{3, 4}, 11)
   same(check, m * D{3, 4}, {11, 25})
   same(check, (m * m)[2], {15, 22})
   same(check, I{{1, 2}, {3, 4}} * I{3, 4}, {11, 25})
   check.raises('expected two vectors, or a matrix and a vector or matrix', function() return D{1, 2} * m end)
   check.raises('expected two vectors, or a matrix and a vector or matrix', function() return D(2, 2, 2) * D{3, 4} end)
   check.raises('expected two vectors, or a matrix and a vector or matrix', function() return D() * D() end)
   check.raises('torch.dot: expected tensors of as many elements', function() return D{1} * D{1, 2} end)
end

function test.resultsThatAreOneElementForAll(check)
   local x = D{0}:expand(5)
   x:add(1)
   same(check, x, {5, 5, 5, 5, 5})
   local y = D{1, 2}:view(1, 2):expand(2, 2)
   y:add(1)
   same(check, y[1], {3, 4})
   same(check, y[2], {3, 4})
   local s = D{0}:expand(3)
   s:add(D{1, 2, 3})
   same(check, s, {6, 6, 6})
end

function test.viewsAndOverlaps(check)
   local m = D{{1, 2, 3}, {4, 5, 6}}
   same(check, torch.add(m:t(), 1):narrow(2, 1, 1):t()[1], {2, 3, 4})
   m:narrow(2, 2, 2):mul(10)
   same(check, m[1], {1, 20, 30})
   same(check, torch.add(D{1, 2, 3, 4}, D{{1, 2}, {3, 4}}), {2, 4, 6, 8})
   local wide = D(100)
   for i = 1, 100 do wide[i] = i end
   wide:narrow(1, 2, 99):add(wide:narrow(1, 1, 99))
   check.equal(wide[1], 1)
   check.equal(wide[2], 3)
end

return test
