-- Random numbers: every distribution, generators and their states. The generator is set before each call.
local cases = {}
local function case(t)
   t.seeded = true
   cases[#cases + 1] = t
end
local five = {'contiguous', 'transposed', 'narrowed', 'empty', 'one'}
local function once(...) case{types = {'Double'}, layouts = {'contiguous'}, ...} end
-- What passes through log, sqrt, cos or tan may differ in its last places.
local close = {1.2e-7, 4.5e-16}
local function onceClose(...) case{types = {'Double'}, layouts = {'contiguous'}, tolerance = close, ...} end

-- Single numbers.
once('torch.random()', 'torch.random(10)', 'torch.random(5, 9)', 'torch.random(1, 2^32)', 'torch.random(0, 0)', 'torch.random(7, 7)', 'torch.uniform()', 'torch.uniform(-1, 1)', 'torch.uniform(5)', 'torch.uniform(2, 2)', 'torch.bernoulli()', 'torch.bernoulli(0.3)', 'torch.bernoulli(1)', 'torch.bernoulli(0)',
   'torch.geometric(1e-300) > 0', 'local t = {} for k = 1, 20 do t[k] = torch.random(6) end return t', 'local t = {} for k = 1, 10 do t[k] = torch.uniform() end return t', 'torch.random("5")', 'torch.random(1.9)', 'local t = {} for k = 1, 700 do t[k] = torch.random(2) end return t[699], t[700], torch.random()',
   'torch.random(-3, 3) == torch.random(-3, 3)', 'local t = {} for k = 1, 30 do t[k] = torch.bernoulli(0.4) end return t')
onceClose('torch.normal()', 'torch.normal(2, 0.5)', 'torch.normal(5)', 'torch.exponential(2)', 'torch.exponential(0.001)', 'torch.cauchy()', 'torch.cauchy(1, 2)', 'torch.logNormal(1, 2)', 'torch.geometric(0.3)', 'torch.geometric(0.999)', 'torch.logNormal(0.5, 0.25)',
   'local t = {} for k = 1, 9 do t[k] = torch.normal() end return t', 'local t = {} for k = 1, 9 do t[k] = torch.exponential(1.5) end return t', 'local t = {} for k = 1, 9 do t[k] = torch.cauchy(0, 3) end return t', 'local t = {} for k = 1, 9 do t[k] = torch.logNormal(1, 0.5) end return t',
   'local t = {} for k = 1, 20 do t[k] = torch.geometric(0.2) end return t', 'torch.normal() return torch.random(1000)', 'local a = torch.normal() torch.manualSeed(123) return a, torch.normal(), torch.normal()')
once('torch.random(0)', 'torch.random(5, 1)', 'torch.random("a")', 'torch.random({})', 'torch.uniform("a")', 'torch.normal(0, 0)', 'torch.normal(0, -1)', 'torch.bernoulli(2)', 'torch.bernoulli(-1)', 'torch.bernoulli("a")', 'torch.geometric()', 'torch.geometric(0)', 'torch.geometric(1)', 'torch.geometric(2)', 'torch.exponential()',
   'torch.logNormal()', 'torch.logNormal(1)', 'torch.logNormal(1, 0)', 'torch.logNormal(1, -1)', 'torch.cauchy(1)', 'torch.uniform(1, 2, 3)', 'torch.random(1, 2, 3)', 'torch.normal({})')

-- Into tensors.
case{x = {'plain', 3, 4}, layouts = five, 'x:random()', 'x:random(6)', 'x:random(2, 5)', 'torch.random(x, 9)', 'x:bernoulli(0.5)', 'x:bernoulli()', 'x:random(100, 200)', 'x:geometric(0.4)', 'x:t():random(50)', 'x:select(1, 1):random(3, 4) return x', 'x:bernoulli(1)'}
case{x = {'plain', 3, 4}, types = 'floats', layouts = five, 'x:uniform()', 'x:uniform(-2, 3)', 'x:uniform(5)', 'torch.uniform(x, 1, 2)', 'x:bernoulli(torch.DoubleTensor(x:nElement()):fill(0.4))', 'x:bernoulli(torch.FloatTensor(x:nElement()):fill(0.6))', 'x:t():uniform()', 'x:select(1, 1):uniform() return x'}
case{x = {'plain', 3, 4}, types = 'floats', layouts = five, tolerance = close, 'x:normal()', 'x:normal(2, 3)', 'x:exponential(1.5)', 'x:exponential()', 'x:cauchy()', 'x:cauchy(1, 2)', 'x:logNormal(1, 2)', 'x:logNormal()', 'x:t():normal()', 'x:select(1, 1):normal() return x', 'torch.normal(x, 1, 2)', 'x:normal(5)'}
-- Sizes at which other ways are gone.
case{x = {'plain', 17}, types = 'floats', layouts = {'contiguous', 'transposed', 'narrowed'}, tolerance = close, 'x:normal()', 'x:normal(1, 2)', 'x:uniform()', 'x:exponential(2)', 'x:narrow(1, 1, 15):normal() return x', 'x:narrow(1, 1, 16):normal() return x', 'x:normal() return x:normal()'}
case{x = {'plain', 40}, types = {'Byte', 'Int', 'Float'}, layouts = {'contiguous', 'transposed'}, 'x:random()', 'x:random(100)', 'x:bernoulli(0.25)'}
case{x = {'plain', 700}, types = 'floats', layouts = {'contiguous'}, tolerance = close, 'x:normal()', 'x:uniform()', 'x:random()'}
case{types = {'Int', 'Double'}, layouts = {'contiguous'}, 'x:random(0)', 'x:random(5, 1)', 'x:random("a")', 'x:bernoulli(2)', 'x:bernoulli("a")', 'x:geometric()', 'x:geometric(0)', 'x:geometric(2)', 'x:uniform("a")', 'x:normal(0, -1)', 'x:random(1, 2, 3)', 'x:bernoulli(torch.DoubleTensor(2))', 'x:exponential("a")',
   'x:logNormal(1, -1)', 'x:cauchy("a")'}

-- New tensors, by default type.
case{default = true, layouts = {'contiguous'}, types = 'floats', 'torch.rand(5)', 'torch.rand(2, 3)', 'torch.rand(torch.LongStorage({2, 2}))', 'torch.rand(r, 3)', 'torch.rand(n, 2, 2)', 'T():rand(4)', 'T(2, 2):rand(2)', 'torch.rand(1)', 'torch.rand(x:size())', 'torch.rand(2, 1, 2)', 'torch.rand(o, 7)'}
case{default = true, layouts = {'contiguous'}, types = 'floats', tolerance = close, 'torch.randn(5)', 'torch.randn(2, 3)', 'torch.randn(torch.LongStorage({2, 2}))', 'torch.randn(r, 3)', 'torch.randn(n, 2, 2)', 'T():randn(4)', 'torch.randn(1)', 'torch.randn(33)', 'torch.randn(16)', 'torch.randn(15)', 'torch.randn(2, 3, 4)', 'torch.randn(100)',
   'torch.randn(3) return torch.randn(3)', 'torch.randn(o, 7)'}
case{default = true, layouts = {'contiguous'}, 'torch.randperm(10)', 'torch.randperm(1)', 'torch.randperm(r, 6)', 'torch.randperm(L, 5)', 'torch.randperm(n, 4)', 'T():randperm(7)', 'torch.randperm(100)', 'torch.randperm(5) return torch.randperm(5)', 'torch.randperm(3.9)'}
once('torch.rand()', 'torch.rand(-1)', 'torch.rand("a")', 'torch.randn()', 'torch.randn(-2)', 'torch.randn({2, 3})', 'torch.randperm()', 'torch.randperm(0)', 'torch.randperm(-1)', 'torch.randperm("a")', 'torch.randperm(3, 4)', 'torch.rand({2})')

-- Categories.
case{x = {'positive', 6}, types = 'floats', layouts = {'contiguous', 'narrowed'}, 'torch.multinomial(x, 8, true)', 'torch.multinomial(x, 4)', 'torch.multinomial(x, 4, false)', 'x.multinomial(L, x, 5, true)', 'torch.multinomial(x, 1)', 'torch.multinomial(x, 6)',
   'local s = 0 for k = 1, 20 do s = s * 3 % 1009 + torch.multinomial(x, 1)[1] end return s'}
case{x = {'positive', 3, 5}, types = 'floats', layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, 'torch.multinomial(x, 8, true)', 'torch.multinomial(x, 4)', 'x.multinomial(L, x, 2, true)', 'x.multinomial(L, x, 5, false)'}
once('torch.multinomial(T({0, 0, 1}), 4, true)', 'torch.multinomial(T({0, 1, 0, 2}), 2)', 'torch.multinomial(T({0, 1, 0, 2}), 3)', 'torch.multinomial(T({0, 0}), 1)', 'torch.multinomial(T({-1, 2}), 1)', 'torch.multinomial(T({1, 2}), 3)', 'torch.multinomial(T({1, 2}), 0)', 'torch.multinomial(T({1, 2}), -1, true)', 'torch.multinomial(T(2, 2, 2):fill(1), 1)',
   'torch.multinomial()', 'torch.multinomial(T({1, 2}))', 'torch.multinomial(T(), 1)', 'torch.multinomial(torch.LongTensor({1, 2}), 1)', 'torch.multinomial(T({1/0, 1}), 1)')
once('local s = torch.multinomialAliasSetup(T({0.25, 0.25, 0.5})) return s[1]:nElement(), s[2]:nElement()', 'local s = torch.multinomialAliasSetup(T({1})) return torch.multinomialAlias(torch.LongTensor(5), s)', 'torch.multinomialAliasSetup()', 
   'local s = torch.multinomialAliasSetup(T({0, 1, 0})) return torch.multinomialAlias(torch.LongTensor(6), s)', 'torch.multinomialAlias(torch.LongTensor(3), {})', 'torch.multinomialAlias()', 'torch.type(torch.multinomialAliasSetup_(T({0.5, 0.5})))')

-- Seeds, states and generators of one's own.
once('torch.initialSeed()', 'torch.manualSeed(7) return torch.initialSeed(), torch.random()', 'torch.manualSeed(0) return torch.random()', 'torch.manualSeed(-1) return torch.random(), torch.initialSeed()', 'torch.manualSeed(2^32 + 5) return torch.random()', 'torch.manualSeed(1.9) return torch.initialSeed()', 'torch.type(torch.seed())',
   'local a = torch.seed() return a == torch.initialSeed()', 'select("#", torch.manualSeed(3))', 'local s = torch.getRNGState() local a = torch.random() torch.setRNGState(s) return a == torch.random()', 'torch.type(torch.getRNGState()), torch.getRNGState():nElement()', 'torch.normal() local s = torch.getRNGState() local a = torch.normal() torch.setRNGState(s) return a == torch.normal()',
   'torch.manualSeed("5") return torch.random()', 'torch.manualSeed(2^53) return torch.random()', 'local s = torch.getRNGState():clone() torch.manualSeed(5) local t = torch.getRNGState() return s:eq(t):all(), s:nElement() == t:nElement()',
   'local g = torch.Generator() torch.manualSeed(g, 5) return torch.random(g), torch.random(g, 10), torch.random(g, 3, 9), torch.uniform(g), torch.uniform(g, 1, 2), torch.bernoulli(g, 0.5), torch.initialSeed(g)',
   'local g = torch.Generator() torch.manualSeed(g, 5) return torch.rand(g, 3), torch.randperm(g, 5), T(3):uniform(g), T(3):random(g, 5), T(4):bernoulli(g, 0.5), T(2):uniform(g, 1, 2)', 'local g = torch.Generator() torch.manualSeed(g, 5) return torch.random(), torch.random(g)',
   'local g = torch.Generator() torch.manualSeed(g, 5) return torch.multinomial(g, T({1, 2, 3}), 5, true)', 'local g = torch.Generator() torch.manualSeed(g, 9) local s = torch.getRNGState(g) local a = torch.random(g) torch.setRNGState(g, s) return a == torch.random(g)', 'torch.type(torch.seed(torch.Generator()))',
   'local g = torch.Generator() torch.manualSeed(g, 123) return torch.random(g) == torch.random()', 'torch.type(torch._gen)', 'torch.random(torch._gen) ~= nil', 'torch.manualSeed(torch._gen, 3) return torch.random()', 'torch.Generator() == torch.Generator()')
onceClose('local g = torch.Generator() torch.manualSeed(g, 5) return torch.normal(g), torch.normal(g, 1, 2), torch.exponential(g, 2), torch.cauchy(g, 0, 1), torch.logNormal(g, 1, 2), torch.geometric(g, 0.3)',
   'local g = torch.Generator() torch.manualSeed(g, 5) return torch.randn(g, 3), T(3):normal(g), T(3):exponential(g, 2), T(3):cauchy(g, 0, 1), T(3):logNormal(g, 1, 2)')
once('torch.manualSeed()', 'torch.manualSeed("a")', 'torch.manualSeed({})', 'torch.setRNGState()', 'torch.setRNGState(torch.ByteTensor(3))', 'torch.setRNGState(torch.LongTensor(5056))', 'torch.setRNGState(1)', 'torch.random(torch.Tensor(2))', 'torch.initialSeed(1)', 'torch.Generator(3)', 'torch.manualSeed(1, 2)', 'torch.getRNGState(5)')
return cases
