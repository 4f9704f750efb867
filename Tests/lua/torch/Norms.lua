-- Norms, running totals, histograms, truth, diagonals: values seen on the original.
local test = {}
local nan, inf = 0 / 0, 1 / 0

local function numbers(t, into)
   into = into or {}
   for i = 1, t:size(1) do
      if t:dim() == 1 then into[#into + 1] = t[i] else numbers(t[i], into) end
   end
   return into
end
local function equal(check, t, sizes, expected, tolerance)
   local size = {}
   for d = 1, t:dim() do size[d] = t:size(d) end
   check.equal(table.concat(size, 'x'), sizes)
   for i, x in ipairs(numbers(t)) do check.near(x, expected[i], (tolerance or 0) * math.abs(expected[i])) end
end
local x, v = torch.Tensor {{1, -2, 3}, {4, 5, -6}}, torch.Tensor {3, 1, 2, 2, 5, 1}

function test.norm(check)
   check.near(x:norm(), 9.5393920141694561, 1e-14)
   check.equal(x:norm(1), 21)
   check.equal(x:norm(0), 6)
   check.near(x:norm(3), 7.6116626110202441, 1e-14)
   check.near(x:norm(-1), 0.40816326530612251, 1e-15)
   check.equal(x:norm(inf), 1)
   check.equal(torch.Tensor():norm(1), 0)
   check.equal(torch.Tensor {nan}:norm(0), 1)
   check.equal(torch.FloatTensor {.1, .2}:norm(), 0.22360680108197992)
   equal(check, x:norm(2, 1), '1x3', {4.1231056256176606, 5.3851648071345037, 6.7082039324993694}, 1e-15)
   equal(check, x:norm(1, 2), '2x1', {6, 15})
   equal(check, x:norm(0, 1), '1x3', {2, 2, 2})
   equal(check, x:norm(3, 1), '1x3', {4.0207257585890579, 5.1044687220014628, 6.2402514691557114}, 1e-15)
   equal(check, x:t():norm(.5, 1), '1x2', {17.191508225450303, 44.696682031235191}, 1e-14)
   check.near(torch.Tensor(100000):fill(-2):norm(1), 200000, 1e-9)
   check.raises('torch.norm: expected a dimension from 1 to 2, got 3', x.norm, x, 2, 3)
end

function test.renorm(check)
   local expected = {
      0.26726123476956742, -0.53452246953913485, 0.80178370430870227, 0.45584230064374665, 0.56980287580468336, -0.68376345096561997,
   }
   equal(check, torch.renorm(x, 2, 1, 1), '2x3', expected, 1e-15)
   local y = torch.add(x, 0)
   check.equal(y:renorm(2, 1, 1), y)
   equal(check, y, '2x3', expected, 1e-15)
   equal(check, torch.renorm(x, 1, 1, 7), '2x3', {1, -2, 3, 1.8666666542222223, 2.333333317777778, -2.7999999813333334}, 1e-15)
   equal(check, torch.renorm(x, inf, 1, 1), '2x3', {1, -2, 3, 4, 5, -6})
   check.raises('torch.renorm: expected a norm above 0, got -1', torch.renorm, x, -1, 1, 1)
   check.raises('torch.renorm: expected a tensor of two or more dimensions, got 6', torch.renorm, v, 2, 1, 1)
end

function test.dist(check)
   local double = torch.mul(v, 2)
   check.near(torch.dist(v, double), 6.6332495807107996, 1e-14)
   check.equal(v:dist(double, 1), 14)
   check.near(torch.dist(v, double, 3), 5.5396582567544641, 1e-14)
   check.equal(torch.dist(v, double, 0), inf)
   check.near(torch.dist(v, x), 8.1853527718724504, 1e-14)
   check.equal(torch.dist(torch.Tensor(), torch.Tensor()), 0)
   check.raises('torch.dist: expected tensors of as many elements, got 6 and 5', torch.dist, v, torch.Tensor(5))
end

function test.runningTotals(check)
   equal(check, x:cumsum(), '2x3', {1, -2, 3, 5, 3, -3})
   equal(check, x:cumsum(2), '2x3', {1, -1, 2, 4, 9, 3})
   equal(check, x:cumprod(1), '2x3', {1, -2, 3, 4, -10, -18})
   equal(check, x:cumprod(2), '2x3', {1, -2, -6, 4, 20, -120})
   equal(check, x:t():cumsum(1), '3x2', {1, 4, -1, 9, 2, 3})
   equal(check, torch.ByteTensor {200, 100}:cumsum(), '2', {200, 44})
   equal(check, torch.ByteTensor {100, 3, 1}:cumprod(), '3', {100, 44, 44})
   local big = torch.FloatTensor {1e8, 1, 1, 1, 1, 1, 1}:cumsum()
   equal(check, big, '7', {1e8, 1e8, 1e8, 1e8, 1e8, 100000008, 100000008})
   local y = torch.add(x, 0)
   equal(check, torch.cumsum(y, y, 2), '2x3', {1, -1, 2, 4, 9, 3})
   local wide = torch.Tensor(3, 2000):fill(1):cumsum(1)
   check.equal(wide[3][2000], 3)
   check.equal(torch.Tensor(100000):fill(1):cumsum()[100000], 100000)
   check.raises('torch.cumsum: expected a tensor with elements', torch.cumsum, torch.Tensor())
end

function test.truth(check)
   check.equal(torch.ByteTensor {1, 2}:all(), true)
   check.equal(torch.all(torch.ByteTensor {1, 0}), false)
   check.equal(torch.ByteTensor {0, 0}:any(), false)
   check.equal(torch.ByteTensor {0, 255}:any(), true)
   local long = torch.ByteTensor(100000):fill(1)
   long[77777] = 0
   check.equal(long:all(), false)
   check.raises('torch.all: expected a tensor with elements', torch.all, torch.ByteTensor())
   check.raises('torch.any: not defined for DoubleTensor, only for ByteTensor', torch.any, v)
   check.equal(v.any, nil)
end

function test.histograms(check)
   check.equal(v:histc():sum(), 6)
   check.equal(v:histc()[100], 1)
   equal(check, v:histc(4), '4', {2, 2, 1, 1})
   equal(check, v:histc(4, 0, 4), '4', {0, 2, 2, 1})
   equal(check, torch.Tensor {2, 2}:histc(3), '3', {0, 2, 0})
   equal(check, v:histc(4, 5, 1), '4', {0, 0, 0, 0})
   equal(check, torch.Tensor {nan, 1, 2}:histc(2, 0, 3), '2', {1, 1})
   equal(check, v:histc(3, 0, inf), '3', {6, 0, 0})
   equal(check, x:bhistc(3), '2x3', {0, 2, 1, 1, 0, 2})
   equal(check, x:bhistc(3, 0, 6), '2x3', {1, 1, 0, 0, 0, 2})
   check.raises('torch.histc: expected 1 bin or more, got 0', v.histc, v, 0)
   check.raises('torch.bhistc: expected a matrix, got 6', v.bhistc, v, 2)
end

function test.diagonals(check)
   equal(check, torch.diag(torch.Tensor {3, 1}), '2x2', {3, 0, 0, 1})
   equal(check, torch.diag(torch.Tensor {3, 1}, 1), '3x3', {0, 3, 0, 0, 0, 1, 0, 0, 0})
   equal(check, torch.diag(torch.Tensor {3, 1}, -1), '3x3', {0, 0, 0, 3, 0, 0, 0, 1, 0})
   equal(check, torch.diag(x), '2', {1, 5})
   equal(check, x:diag(1), '2', {-2, -6})
   equal(check, x:t():diag(-2), '1', {3})
   local y = torch.add(x, 0)
   equal(check, torch.diag(y, y), '2', {1, 5})
   check.equal(torch.trace(x), 6)
   check.equal(torch.ByteTensor {{200, 0}, {0, 100}}:trace(), 300)
   check.raises('torch.diag: expected a diagonal from -1 to 2, got 3', torch.diag, x, 3)
   check.raises('torch.trace: expected a matrix, got 6', torch.trace, v)
end

function test.triangles(check)
   equal(check, torch.tril(x), '2x3', {1, 0, 0, 4, 5, 0})
   equal(check, torch.tril(x, 1), '2x3', {1, -2, 0, 4, 5, -6})
   equal(check, torch.tril(x, -1), '2x3', {0, 0, 0, 4, 0, 0})
   equal(check, x:triu(), '2x3', {1, -2, 3, 0, 5, -6})
   equal(check, torch.triu(x, 1), '2x3', {0, -2, 3, 0, 0, -6})
   equal(check, torch.triu(x, -1), '2x3', {1, -2, 3, 4, 5, -6})
   equal(check, torch.triu(x, 2 ^ 62), '2x3', {0, 0, 0, 0, 0, 0})
   equal(check, torch.tril(x, 2 ^ 62), '2x3', {1, -2, 3, 4, 5, -6})
   equal(check, torch.tril(x, -2 ^ 63), '2x3', {0, 0, 0, 0, 0, 0})
   equal(check, torch.triu(x, -2 ^ 63), '2x3', {1, -2, 3, 4, 5, -6})
   local y = torch.add(x, 0)
   equal(check, torch.tril(y, y), '2x3', {1, 0, 0, 4, 5, 0})
   check.raises('torch.triu: expected a matrix, got 6', torch.triu, v)
end

function test.cross(check)
   equal(check, torch.cross(torch.Tensor {1, 2, 3}, torch.Tensor {4, 5, 6}), '3', {-3, 6, -3})
   local a, b = torch.Tensor {{1, 2, 3}, {4, 5, 6}}, torch.Tensor {{7, 8, 9}, {1, 2, 4}}
   equal(check, torch.cross(a, b), '2x3', {-6, 12, -6, 8, -10, 3})
   equal(check, torch.cross(a:t(), b:t(), 1), '3x2', {-6, 8, 12, -10, -6, 3})
   equal(check, torch.cross(torch.ByteTensor {1, 2, 3}, torch.ByteTensor {4, 5, 6}), '3', {253, 6, 253})
   equal(check, torch.cross(a, a, b), '2x3', {-6, 12, -6, 8, -10, 3})
   check.raises('torch.cross: expected a dimension of size 3, got 2x3', torch.cross, x, x, 1)
   check.raises('torch.cross: expected two tensors of one size, got 2x3 and 6', torch.cross, x, v)
end

function test.match(check)
   for kind, gain in pairs {Byte = 2.5, Int = 2, Long = 2, Float = 2, Double = 2} do
      local tensor = torch[kind .. 'Tensor']
      local a, b = tensor {{1, 2}, {3, 4}}, tensor {{0, 1}, {2, 2}, {5, 5}}
      local expected = torch.Tensor {{4, 2, 50}, {36, 10, 10}}
      check.equal(torch.match(a, b, gain):double():equal(expected), true, kind)
      check.equal(a:match(b, gain):double():equal(expected), true, kind)
      check.equal(tensor():match(a, b, gain):double():equal(expected), true, kind)
      check.equal(torch.match(a:t():clone():t(), b, gain):double():equal(expected), true, kind)
      check.equal(torch.match(a, a, a)[1][2], 8, kind .. ', into itself')
   end
   check.equal(torch.match(torch.ByteTensor {{0}}, torch.ByteTensor {{16}})[1][1], 0, 'wraps')
   check.equal(torch.match(torch.Tensor {1, 2}, torch.Tensor {1, 3})[2][2], 1)
   check.equal(torch.match(torch.zeros(2, 3, 4), torch.ones(5, 12))[2][5], 12)
   check.raises('torch.match: expected rows of the same inner vector dim, got 2 elements and 3',
      torch.match, torch.zeros(1, 2), torch.zeros(1, 3))
   check.raises('torch.match: expected tensors with elements, got no elements', torch.match, torch.Tensor(), torch.Tensor())
end

return test
