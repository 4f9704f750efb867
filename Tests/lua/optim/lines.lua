-- optim.polyinterp and optim.lswolfe by themselves; what they gave in the original.
require 'optim'
local test = {}

function test.twoPointsGiveTheLowestPointOfTheirCubic(check)
   local function at(expected, ...) check.near(optim.polyinterp(...), expected, 1e-13) end
   at(0.25, torch.Tensor {{0, 1, -1}, {1, 2, 3}})
   at(0.25, torch.FloatTensor {{1, 2, 3}, {0, 1, -1}})
   at(0.5, torch.Tensor {{0, 1, 1}, {1, 2, 3}})
   at(0, torch.Tensor {{0, 1, 1}, {1, 2, 1}})
   at(1, torch.Tensor {{0, 1, -1}, {1, 0, -1}})
   at(0.5, torch.Tensor {{0, 1, 0 / 0}, {1, 2, 0 / 0}})
end

function test.boundsAndMorePointsGiveTheValueToo(check)
   local function at(place, value, ...)
      local x, f = optim.polyinterp(...)
      check.near(x, place, 1e-13)
      check.near(f, value, 1e-13)
   end
   at(0.5, 1, torch.Tensor {{0, 1, -1}, {1, 2, 3}}, 0.5, 2)
   at(0.1, 0.92, torch.Tensor {{0, 1, -1}, {1, 2, 3}}, -2, 0.1)
   at(0.27254795438823848, 0.85636220297577526, torch.Tensor {{0, 1, -1}, {1, 2, 3}, {2, 5, 1}})
   at(0, 1, torch.Tensor {{0, 1, 2}})
   -- The parabola 1 - 4x + 3x².
   at(2 / 3, -1 / 3, torch.Tensor {{0, 1, 0 / 0}, {1, 0, 0 / 0}, {2, 5, 0 / 0}})
end

function test.placesOfAnySizeKeepTheirDigits(check)
   for _, unit in ipairs {1e-150, 1e-8, 1, 1e8, 1e150} do
      local points = torch.Tensor {{0, 1, -1 / unit}, {unit, 2, 3 / unit}, {2 * unit, 5, 1 / unit}}
      check.near(optim.polyinterp(points) / unit, 0.27254795438823848, 1e-12)
   end
end

-- Rosenbrock's function, and where on the line from x along -gradient it was asked for.
local function rosenbrock(x)
   local a, b = x[1], x[2]
   local d, e = b - a * a, 1 - a
   return 100 * d * d + e * e, torch.Tensor {-400 * a * d - 2 * e, 200 * d}
end

local function search(t, options)
   local x = torch.Tensor {-1.2, 1}
   local f, g = rosenbrock(x)
   local result = {optim.lswolfe(rosenbrock, x, t, -g, f, g, -g:dot(g), options)}
   return table.unpack(result)
end

function test.lineSearchesAreTheOriginals(check)
   local function is(value, step, evaluations, ...)
      local f, g, x, t, count = search(...)
      check.near(f, value, 1e-9)
      check.near(t, step, 1e-12)
      check.equal(count, evaluations)
      check.near(x[1], -1.2 + step * 215.6, 1e-9)
      check.near(g[1], ({rosenbrock(x)})[2][1], 1e-9)
   end
   is(4.1281383407892, 0.00078920738397861, 8, 1)
   is(19.179584813932, 0.0001, 3, 1e-6)
   is(4.1291681107073, 0.00079415797861393, 4, 1e-6, {c2 = 0.1})
   is(4.1280972736177, 0.00078800245088295, 11, 1, {c2 = 1e-6})
   is(24.2, 0, 4, 1, {maxIter = 3})
end

-- As scripts do it whose x is what `getParameters` returned.
function test.whatIsAskedForIsXItself(check)
   local x = torch.Tensor {-1.2, 1}
   local f, g = rosenbrock(x)
   local function deaf(at)
      check.equal(at, x, 'the tensor that was given')
      return rosenbrock(x)
   end
   local value, _, _, t, count = optim.lswolfe(deaf, x, 1, -g, f, g, -g:dot(g))
   check.near(value, 4.1281383407892, 1e-9)
   check.near(t, 0.00078920738397861, 1e-12)
   check.equal(count, 8)
   check.near(x[1], -1.2 + t * 215.6, 1e-9)
end

function test.whatIsNoNumberEndsTheSearch(check)
   local function cliff(x) return x[1] > 1 and 0 / 0 or -x[1], torch.Tensor {x[1] > 1 and 0 / 0 or -1} end
   local _, _, x, t, count = optim.lswolfe(cliff, torch.zeros(1), 0.5, torch.ones(1), 0, torch.Tensor {-1}, -1)
   check.equal(x[1] <= 1, true)
   check.equal(t <= 1, true)
   check.equal(count, 21)
end

function test.wrongCallsSayWhatWasExpected(check)
   local x, g = torch.ones(2), torch.ones(2)
   check.raises('optim.polyinterp: expected points of size Nx3, a place, a value and a slope in each row', optim.polyinterp, 3)
   check.raises('optim.polyinterp: expected points of size Nx3', optim.polyinterp, torch.ones(2, 2))
   check.raises('optim.polyinterp: expected places that are numbers', optim.polyinterp, torch.Tensor {{1 / 0, 1, 1}})
   check.raises('optim.polyinterp: expected a number as xminBound, got x', optim.polyinterp, torch.ones(2, 3), 'x')
   check.raises('optim.lswolfe: expected a function as opfunc, got nil', optim.lswolfe, nil, x, 1, g, 1, g, -1)
   check.raises('optim.lswolfe: expected a DoubleTensor of 2 elements as d, got 3',
      optim.lswolfe, rosenbrock, x, 1, torch.ones(3), 1, g, -1)
   check.raises('optim.lswolfe: expected a number as gtd, got nil', optim.lswolfe, rosenbrock, x, 1, g, 1, g)
end

return test
