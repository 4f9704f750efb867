-- What LAPACK computes. Values, strides and what is refused were recorded from the original; where it reads outside its
-- memory, a call is refused.
local test = {}
local A = torch.Tensor {{4, 1, 2}, {1, 3, 0}, {2, 0, 5}}
local B = torch.Tensor {{1, 2}, {3, 4}, {5, 6}}
local W = torch.Tensor {{1, 2, 3}, {4, 5, 7}}
local T = W:t()

--- Whether tensors have these sizes, strides and values, in row-major order.
local function same(check, expected, ...)
   local got = {...}
   check.equal(#got, #expected)
   for i, e in ipairs(expected) do
      local t, size, stride, values = got[i], e[1], e[2], e[3]
      check.equal(table.concat(t:size():totable(), 'x'), size)
      check.equal(table.concat(t:stride():totable(), ','), stride)
      if values then
         local difference = (t:double():contiguous():view(-1) - torch.Tensor(values)):abs():max()
         check.equal(difference < (torch.type(t) == 'torch.FloatTensor' and 1e-5 or 1e-8), true)
      end
   end
end
local function column(values) return {('%dx1'):format(#values), ('1,%d'):format(#values), values} end

local lu = {'3x3', '1,3', {4, 1, 2, .25, 2.75, -.5, .5, -.1818181818181818, 3.9090909090909091}}
local solved = {-.6976744186, -.6046511628, 1.23255814, 1.534883721, 1.279069767, 1.441860465}

function test.gesv(check)
   same(check, {{'3x2', '1,3', solved}, lu}, torch.gesv(B, A))
   same(check, {column {solved[1], solved[3], solved[5]}, lu}, torch.gesv(B:select(2, 1), A))
   same(check, {{'3x2', '1,3', solved}, lu}, torch.gesv(B:float(), A:float()))
   local x, y = torch.Tensor(), torch.Tensor()
   check.equal(torch.gesv(x, y, B, A), x)
   same(check, {{'3x2', '1,3', solved}, lu}, x, y)
   check.raises('torch.gesv: Lapack Error in gesv : U(3,3) is zero, singular U.', torch.gesv, B,
      torch.Tensor {{1, 2, 3}, {2, 4, 6}, {1, 1, 1}})
   check.raises('torch.gesv: A should be square, but is 3x2', torch.gesv, B, B)
   check.raises('torch.gesv: A,B size incompatible - A has 3 rows, B has 2', torch.gesv, W, A)
   check.raises('torch.gesv: A should have 2 dimensions, but has 1', torch.gesv, B, torch.ones(3))
   check.raises('torch.gesv: B should have 1 or 2 dimensions, but has 3', torch.gesv, torch.ones(3, 1, 1), A)
   check.raises('torch.gesv: B should have 1 or 2 dimensions, but has 0', torch.gesv, torch.Tensor(), A)
   check.raises('torch.gesv', torch.gesv, x, B, A)
   check.raises('not defined for IntTensor, only for FloatTensor, DoubleTensor', torch.gesv, B:int(), A:int())
   check.equal(A.gesv, nil)
end

function test.trtrs(check)
   local copy = {'3x3', '1,3', {4, 1, 2, 1, 3, 0, 2, 0, 5}}
   local lower = {'3x2', '1,3', {.25, .5, .9166666667, 1.166666667, .9, 1}}
   same(check, {{'3x2', '1,3', {-.5, -.4333333333, 1, 1.333333333, 1, 1.2}}, copy}, torch.trtrs(B, A))
   same(check, {lower, copy}, torch.trtrs(B, A, 'L'))
   same(check, {lower, copy}, torch.trtrs(B, A, 'U', 'T', 'N'))
   same(check, {lower, copy}, torch.trtrs(B, A, 'T'))
   same(check, {lower, copy}, torch.trtrs(B, A, 'Transposed'))
   local units = {'3x2', '1,3', {-12, -14, 3, 4, 5, 6}}
   same(check, {units, copy}, torch.trtrs(B, A, 'U', 'N', 'U'))
   same(check, {units, copy}, torch.trtrs(B, A, 'N', 'U'))
   same(check, {units, copy}, torch.trtrs(B, A, 'U', 'U'))
   check.raises("expected 'U'|'L', then 'N'|'T', then 'N'|'U', got 'U' out of place", torch.trtrs, B, A, 'N', 'U', 'U')
   check.raises("expected uplo ('U'|'L'|'N'|'T'), got 'X'", torch.trtrs, B, A, 'X')
   check.raises("expected uplo ('U'|'L'|'N'|'T'), got ''", torch.trtrs, B, A, '')
   check.raises('torch.trtrs: Lapack Error in trtrs : A(2,2) is zero, singular A', torch.trtrs, B,
      torch.Tensor {{1, 2, 3}, {0, 0, 3}, {0, 0, 3}})
end

function test.gels(check)
   local long = torch.Tensor {{1, 4}, {2, 5}, {3, 7}}
   local x, qr = torch.gels(B, long)
   same(check, {{'2x2', '1,3'}, {'3x2', '1,3'}}, x, qr)
   check.equal((long:t() * (long * x - B)):abs():max() < 1e-12, true)
   same(check, {{'3x2', '1,3', {.3714285714, -.4571428571, .1428571429, .2857142857, .1142857143, .6285714286}},
      {'2x3', '1,2'}}, torch.gels(B:narrow(1, 1, 2), W))
   same(check, {{'3x1', '1,3', {.3714285714, .1428571429, .1142857143}}, {'2x3', '1,2'}},
      torch.gels(torch.Tensor {1, 3}, W))
   check.raises('torch.gels: A,B size incompatible - A has 2 rows, B has 3', torch.gels, B, W)
end

function test.symeig(check)
   local values = {'3', '1', {1.854897309, 3.476023603, 6.669079088}}
   same(check, {values, {'3x3', '1,3'}}, torch.symeig(A))
   local e, v = torch.symeig(A, 'V')
   same(check, {values, {'3x3', '1,3'}}, e, v)
   check.equal((A * v - v * torch.diag(e)):abs():max() < 1e-12, true)
   local triangles = torch.Tensor {{2, 1}, {5, 3}}
   same(check, {{'2', '1', {1.381966011, 3.618033989}}, {'2x2', '1,2'}}, torch.symeig(triangles, 'V', 'U'))
   same(check, {{'2', '1', {-2.524937811, 7.524937811}}, {'2x2', '1,2'}}, torch.symeig(triangles, 'L'))
   triangles[2][1] = 0 / 0
   same(check, {{'2', '1', {1.381966011, 3.618033989}}}, (torch.symeig(triangles, 'U')))
   check.raises('torch.symeig: expected finite elements, got nan', torch.symeig, triangles, 'L')
   check.raises('torch.symeig: A should be square, but is 3x2', torch.symeig, B)
   check.raises('torch.symeig: A should be 2 dimensional, but is no elements', torch.symeig, torch.Tensor())
end

function test.eig(check)
   local turn = torch.Tensor {{0, 1}, {-1, 0}}
   local e, v = torch.eig(turn)
   same(check, {{'2x2', '2,1', {0, 1, 0, -1}}}, e)
   check.equal(v:dim(), 0)
   local half = math.sqrt(.5)
   same(check, {{'2x2', '2,1', {0, 1, 0, -1}}, {'2x2', '1,2', {half, 0, 0, half}}}, torch.eig(turn, 'V'))
   same(check, {{'2x2', '2,1', {3, 0, 2, 0}}, {'2x2', '1,2', {0, half, 1, -half}}},
      torch.eig(torch.Tensor {{2, 0}, {1, 3}}, 'V'))
   local old = torch.ones(9)
   torch.eig(e, old, turn)
   same(check, {{'9', '1', {1, 1, 1, 1, 1, 1, 1, 1, 1}}}, old)
   check.raises('torch.eig: expected finite elements, got inf', torch.eig, torch.Tensor {{1, 1 / 0}, {1, 1}})
   check.raises('torch.eig: A should be square, but is 2x3', torch.eig, W)
end

function test.svd(check)
   local s = {'2', '1', {10.18147167, .581063325}}
   local u, values, v = torch.svd(W)
   same(check, {{'2x2', '1,2'}, s, {'3x2', '2,1'}}, u, values, v)
   check.equal((u * torch.diag(values) * v:t() - W):abs():max() < 1e-12, true)
   u, values, v = torch.svd(W, 'A')
   same(check, {{'2x2', '1,2'}, s, {'3x3', '3,1'}}, u, values, v)
   check.equal((v * v:t() - torch.eye(3)):abs():max() < 1e-12, true)
   check.raises('torch.svd: expected finite elements, got nan', torch.svd, A * (0 / 0))
   check.raises('torch.svd: A should be 2 dimensional, but is 3', torch.svd, torch.ones(3))
   check.raises("expected job ('S'|'A'), got 'X'", torch.svd, W, 'X')
end

local inverse = {'3x3', '1,3', {.3488372093, -.1162790698, -.1395348837, -.1162790698, .3720930233, .04651162791,
   -.1395348837, .04651162791, .2558139535}}

function test.inverse(check)
   same(check, {inverse}, torch.inverse(A))
   same(check, {inverse}, torch.inverse(torch.Tensor(), A))
   check.raises('torch.inverse: Lapack Error getrf : U(1,1) is 0, U is singular', torch.inverse, torch.zeros(2, 2))
   check.raises('torch.inverse: A should be square, but is 2x3', torch.inverse, W)
end

function test.qr(check)
   local q, r = torch.qr(T)
   same(check, {{'3x2', '1,3'}, {'2x2', '2,1'}}, q, r)
   check.equal((q * r - T):abs():max() < 1e-12, true)
   check.equal((q:t() * q - torch.eye(2)):abs():max() < 1e-12, true)
   check.equal(r[2][1], 0)
   q, r = torch.qr(W)
   same(check, {{'2x2', '1,2'}, {'2x3', '3,1'}}, q, r)
   check.equal((q * r - W):abs():max() < 1e-12, true)
   check.raises('torch.qr: A should be 2 dimensional, but is no elements', torch.qr, torch.Tensor())
end

function test.factorsOfQR(check)
   local factors, tau = torch.geqrf(T)
   same(check, {{'3x2', '1,3', {-3.741657387, -9.354143467, .4217934441, 1.58113883, .6326901662, .6545380206}},
      {'2', '1', {1.267261242, 1.400148396}}}, factors, tau)
   local q = torch.orgqr(factors, tau)
   same(check, {{'3x2', '1,3', {-.2672612419, .9486832981, -.5345224838, 0, -.8017837257, -.316227766}}}, q)
   same(check, {{'3x2', '1,3', {-.2672612419, -9.354143467, -.5345224838, 1.58113883, -.8017837257, .6545380206}}},
      torch.orgqr(factors, tau:narrow(1, 1, 1)))
   local gap = torch.zeros(2, 2):select(2, 1):copy(tau)
   check.equal((torch.orgqr(factors, gap) - q):abs():max(), 0)
   check.raises('torch.orgqr: tau should have 1 to 2 elements, but has 3', torch.orgqr, factors, torch.ones(3))
   check.raises('torch.orgqr: tau should have 1 to 2 elements, but has no elements', torch.orgqr, factors,
      torch.Tensor())
end

function test.ormqr(check)
   local factors, tau = torch.geqrf(T)
   same(check, {{'3x2', '1,3', {3.423942907, 4.274395814, -4.760293757, -6.139970496, .7849957404, .1740768015}}},
      torch.ormqr(factors, tau, B))
   local turned = {'3x2', '1,3', {-5.879747322, -7.483314774, -.632455532, 0, .1690308509, 0}}
   same(check, {turned}, torch.ormqr(factors, tau, B, 'T'))
   same(check, {turned}, torch.ormqr(factors, tau, B, 'L', 'T'))
   same(check, {{'2x3', '1,2', {-5.879747322, -.632455532, .1690308509, -7.483314774, 0, 0}}},
      torch.ormqr(factors, tau, B:t(), 'R'))
   check.raises('torch.ormqr: A,C size incompatible - A is 3x2, C is 2x3 and multiplied from the left', torch.ormqr,
      factors, tau, W)
   check.raises('torch.ormqr: C should be 2 dimensional, but is 3', torch.ormqr, factors, tau, torch.ones(3))
end

function test.potrf(check)
   same(check, {{'3x3', '1,3', {2, .5, 1, 0, 1.658312395, -.3015113446, 0, 0, 1.977142106}}}, torch.potrf(A))
   same(check, {{'3x3', '1,3', {2, 0, 0, .5, 1.658312395, 0, 1, -.3015113446, 1.977142106}}}, torch.potrf(A, 'L'))
   check.raises('torch.potrf: Lapack Error in potrf : the leading minor of order 1 is not positive definite',
      torch.potrf, -A)
end

function test.potrs(check)
   same(check, {{'3x2', '1,3', solved}}, torch.potrs(B, torch.potrf(A)))
   same(check, {{'3x2', '1,3', solved}}, torch.potrs(B, torch.potrf(A, 'L'), 'L'))
   check.raises('torch.potrs: A,B size incompatible - A has 3 rows, B has 2', torch.potrs, W, A)
end

function test.potri(check)
   same(check, {inverse}, torch.potri(torch.potrf(A)))
   same(check, {inverse}, torch.potri(torch.potrf(A, 'L'), 'L'))
   check.raises('torch.potri: Lapack Error potri : A(1,1) is 0, A cannot be factorized', torch.potri, torch.zeros(2, 2))
end

function test.pstrf(check)
   local factor = {'3x3', '1,3', {2.236067977, .894427191, 0, 0, 1.788854382, .5590169944, 0, 0, 1.639359631}}
   local order = {'3', '1', {3, 1, 2}}
   same(check, {factor, order}, torch.pstrf(A))
   same(check, {factor, order}, torch.pstrf(A, 1e-3))
   same(check, {{'3x3', '1,3', {2.236067977, 0, 0, .894427191, 1.788854382, 0, 0, .5590169944, 1.639359631}}, order},
      torch.pstrf(A, 'L'))
   local u, pivots = torch.FloatTensor(), torch.IntTensor()
   torch.pstrf(u, pivots, A:float())
   same(check, {factor, order}, u, pivots)
   check.raises('torch.pstrf: Lapack Error pstrf : matrix is rank deficient or not positive semidefinite', torch.pstrf,
      torch.ones(3, 3))
   check.raises('torch.pstrf', torch.pstrf, torch.Tensor(), torch.LongTensor(), A)
end

function test.resultsKeepTheLayoutThatTheyHaveInTheOriginal(check)
   -- The size is right, so that a gap stays; else columns follow each other from the offset on.
   local gaps = torch.zeros(3, 2, 3):select(2, 2)
   torch.inverse(gaps, A)
   same(check, {{'3x3', '6,1', inverse[3]}}, gaps)
   local other = torch.zeros(40):narrow(1, 5, 30):view(5, 6)
   torch.inverse(other, A)
   same(check, {inverse}, other)
   check.equal(other:storageOffset(), 5)
   -- One of the turned size, whatever its layout.
   for _, turned in ipairs {torch.zeros(3, 2):t(), torch.zeros(2, 3), torch.zeros(2, 6):narrow(2, 2, 3),
      torch.zeros(1, 3):expand(2, 3)} do
      local factored = torch.Tensor()
      torch.gesv(turned, factored, B, A)
      same(check, {{'3x2', '1,3', solved}, lu}, turned, factored)
   end
   -- A result that is the source keeps its strides.
   local x, y = B:clone(), A:clone()
   torch.gesv(x, y, x, y)
   same(check, {{'3x2', '2,1', solved}, {'3x3', '3,1', lu[3]}}, x, y)
   local vector = torch.Tensor {1, 3, 5}
   torch.gesv(vector, y, vector, A)
   same(check, {{'3x1', '1,1', {solved[1], solved[3], solved[5]}}}, vector)
end

function test.resultsMayShareMemoryWithArguments(check)
   local all = torch.zeros(30)
   local a = all:narrow(1, 10, 9):view(3, 3):copy(A)
   local x = all:narrow(1, 8, 2)
   torch.gesv(x, torch.Tensor(), B, a)
   same(check, {{'3x2', '1,3', solved}}, x)
   a = A:clone()
   torch.gesv(a, torch.Tensor(), B, a)
   same(check, {{'3x2', '1,3', solved}}, a)
   a = A:clone()
   torch.gesv(a, a, B, a)
   a = A:clone()
   local values = torch.symeig(a, a, a, 'V')
   check.equal(values:nElement() > 0, true)
   local c = T:contiguous()
   torch.qr(c, torch.Tensor(), c)
   same(check, {{'3x2', '1,3', {-.2672612419, .9486832981, -.5345224838, 0, -.8017837257, -.316227766}}}, c)
end

function test.argumentsNeedNotBeContiguous(check)
   same(check, {inverse}, torch.inverse(A:t()))
   same(check, {inverse}, torch.inverse(torch.zeros(3, 3, 2):select(3, 2):copy(A)))
   same(check, {{'3x2', '1,3', solved}, lu}, torch.gesv(B:t():clone():t(), torch.zeros(6, 3):narrow(1, 2, 3):copy(A)))
   same(check, {{'2', '1', {2, 0}}}, (select(2, torch.svd(torch.ones(1, 2):expand(2, 2)))))
end

return test
