-- mm, mv, ger, bmm, dot and the sums with them. Numbers and what is refused were recorded from the original.
local test = {}
local function ones(...) return torch.Tensor(...):fill(1) end
local a, b, x, y = ones(2, 3), ones(3, 4), ones(3), ones(2)

function test.productsAsFunctions(check)
   check.equal(torch.mm(a, b)[2][4], 3)
   check.equal(torch.mv(a, x)[2], 3)
   check.equal(torch.ger(y, x)[2][3], 1)
   check.equal(torch.bmm(ones(5, 2, 3), ones(5, 3, 4))[5][2][4], 3)
   check.equal(torch.dot(a, ones(6)), 6)
   check.equal(a:dot(a), 6)
   local result = torch.Tensor(2, 4):fill(0 / 0)
   check.equal(result:mm(a, b), result)
   check.equal(result[1][1], 3)
end

function test.timesMeansWhatTheDimensionsSay(check)
   check.equal((a * b)[2][4], 3)
   check.equal((a * x)[2], 3)
   check.equal(x * x, 3)
   check.equal((torch.IntTensor(2, 2):fill(2) * torch.IntTensor(2):fill(3))[1], 12)
   check.raises(
      'expected two vectors, or a matrix and a vector or matrix, got tensors of size 3 and 2x3',
      function() return x * a end)
   check.raises('torch.mm: size mismatch: expected mat2 of size 3xN, got 2x3', function() return a * a end)
end

function test.sumsAsFunctions(check)
   local m = torch.Tensor(2, 4):fill(5)
   check.equal(torch.addmm(m, a, b)[1][1], 8)
   check.equal(torch.addmm(2, m, a, b)[1][1], 13)
   check.equal(torch.addmm(m, 2, a, b)[1][1], 11)
   check.equal(torch.addmm(2, m, 3, a, b)[1][1], 19)
   local result = torch.Tensor()
   check.equal(torch.addmm(result, 2, m, 3, a, b), result)
   check.equal(result[2][4], 19)
   check.equal(torch.addmv(y, a, x)[1], 4)
   check.equal(torch.addr(2, ones(2, 3), 3, y, x)[1][1], 5)
   check.equal(torch.addbmm(2, ones(2, 4), 3, ones(5, 2, 3), ones(5, 3, 4))[1][1], 47)
   check.equal(torch.baddbmm(2, ones(5, 2, 4), 3, ones(5, 2, 3), ones(5, 3, 4))[1][1][1], 11)
end

function test.sumsAsMethods(check)
   local function m() return ones(2, 4) end
   local fives = torch.Tensor(2, 4):fill(5)
   check.equal(m():addmm(a, b)[1][1], 4)
   check.equal(m():addmm(2, a, b)[1][1], 7)
   check.equal(m():addmm(2, 3, a, b)[1][1], 11)
   check.equal(m():addmm(2, fives, 3, a, b)[1][1], 19)
   check.equal(m():addmm(fives, 3, a, b)[1][1], 14)
   check.equal(ones(2):addmv(2, 3, a, x)[1], 11)
   check.equal(ones(2):addmv(2, a, x)[1], 7)
   check.equal(ones(2, 3):addr(2, y, x)[1][1], 3)
   check.equal(ones(2, 3):addr(2, 3, y, x)[1][1], 5)
   check.equal(ones(5, 2, 4):baddbmm(2, 3, ones(5, 2, 3), ones(5, 3, 4))[1][1][1], 11)
   check.equal(m():addbmm(2, 3, ones(5, 2, 3), ones(5, 3, 4))[1][1], 47)
end

function test.withBetaZeroTheSourceNeedNotHoldNumbers(check)
   local nan = 0 / 0
   check.equal(torch.Tensor(2, 4):fill(nan):addmm(0, 1, a, b)[1][1], 3)
   check.equal(torch.Tensor(2):fill(nan):addmv(0, 1, a, x)[1], 3)
   check.equal(torch.Tensor(2, 3):fill(nan):addr(0, 1, y, x)[1][1], 1)
   check.equal(torch.Tensor(1, 2, 4):fill(nan):baddbmm(0, 1, ones(1, 2, 3), ones(1, 3, 4))[1][1][1], 3)
   check.equal(torch.Tensor(2, 4):fill(nan):addbmm(0, 1, ones(2, 2, 3), ones(2, 3, 4))[1][1], 6)
end

function test.everyTypeWrapsAsItsElementsDo(check)
   local function bytes(value) return torch.ByteTensor(2, 2):fill(value) end
   check.equal(torch.addmm(2.9, bytes(100), 1.9, bytes(20), bytes(9))[1][1], 48)
   check.equal(torch.dot(torch.ByteTensor(10):fill(200), torch.ByteTensor(10):fill(200)), 128)
   check.equal(torch.dot(torch.IntTensor {100000, 100000}, torch.IntTensor {100000, 100000}), -1474836480)
   check.equal(torch.mm(torch.IntTensor(2, 3):fill(3), torch.IntTensor(3, 2):fill(3))[1][1], 27)
end

function test.anOperandMayBeTheResult(check)
   local m = torch.Tensor {{1, 2}, {3, 4}}
   m:addmm(m, m)
   check.equal(m[1][1], 8)
   check.equal(m[2][2], 26)
   local whole = torch.Tensor {{1, 2}, {3, 4}, {5, 6}}
   local upper, lower = whole:narrow(1, 1, 2), whole:narrow(1, 2, 2)
   upper:mm(lower, upper)
   check.equal(whole[1][1], 3 * 1 + 4 * 3)
   check.equal(whole[2][2], 5 * 2 + 6 * 4)
   check.equal(whole[3][2], 6)
end

function test.wrongCallsSayWhatWasExpected(check)
   check.raises('torch.mm: size mismatch: expected mat2 of size 4xN, got 3x4', torch.mm, b, b)
   check.raises('torch.mm: size mismatch: expected mat2 of size 3xN, got 3', torch.mm, a, x)
   check.raises('torch.mm: size mismatch: expected result of size 2x4, got 7x7', torch.mm, torch.Tensor(7, 7), a, b)
   check.raises('torch.mv: size mismatch: expected vec of size 3, got 2', torch.mv, a, y)
   check.raises('torch.ger: size mismatch: expected vec1 of size M, got 2x3', torch.ger, a, x)
   check.raises('torch.addmm: size mismatch: expected source of size 2x4, got 2x3', torch.addmm, ones(2, 3), a, b)
   check.raises('torch.bmm: size mismatch: expected batch2 of size 5x3xN, got 4x3x4', torch.bmm, ones(5, 2, 3), ones(4, 3, 4))
   check.raises('torch.dot: expected tensors of as many elements, got 2x3 and 5', torch.dot, a, ones(5))
   check.raises(
      'torch.mm: argument #2: expected mat1 (DoubleTensor) or mat2 (DoubleTensor), got FloatTensor', torch.mm, a, torch.FloatTensor(3, 4))
end

return test
