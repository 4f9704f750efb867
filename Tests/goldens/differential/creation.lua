-- Making tensors, and conversions between types.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local two = {'Int', 'Double'}
local function edges(t)
   t.types, t.layouts = t.types or two, {'contiguous'}
   case(t)
end
local four = {'contiguous', 'transposed', 'narrowed', 'expanded'}
-- Calls without inputs: by default type, and into results of each type.
local function made(t)
   t.layouts, t.default = {'contiguous'}, true
   case(t)
end

made{'torch.zeros(2, 3)', 'torch.ones(2, 3)', 'torch.eye(3)', 'torch.range(1, 5)', 'torch.Tensor(2, 2):fill(3)', 'torch.zeros(torch.LongStorage({2, 2}))', 'torch.ones(torch.LongStorage({3}))', 'torch.eye(2, 4)', 'torch.range(2, 9, 3)', 'torch.range(5, 1, -2)', 'torch.range(0, 1, 0.25)', 'torch.range(3, 3)',
   'torch.zeros(r, 2, 2)', 'torch.ones(n, 2, 2)', 'torch.eye(r, 3)', 'torch.eye(n, 2, 3)', 'torch.range(r, 1, 4)', 'torch.range(o, 1, 4, 2)', 'torch.zeros(r, torch.LongStorage({2, 1}))', 'T():zeros(2, 2)', 'T():ones(3)', 'T():eye(2)', 'T():range(1, 3)', 'T(2, 2):zeros(3)', 'torch.ones(o, 1)', 'torch.range(1.5, 4)',
   'torch.range(-1, 1, 0.5)', 'torch.zeros(1, 1, 1, 2)', 'torch.range(1, 2, 0.3)', 'torch.zeros(x:size())', 'torch.ones(#x)'}
made{types = 'floats', tolerance = {3e-7, 1e-15}, 'torch.linspace(1, 2, 5)', 'torch.logspace(0, 2, 3)', 'torch.linspace(0, 1)', 'torch.linspace(-1, 1, 2)', 'torch.linspace(3, 3, 1)', 'torch.linspace(r, 1, 10, 4)', 'torch.logspace(r, -1, 1, 5)', 'T():linspace(1, 2, 3)', 'T():logspace(0, 1, 2)', 'torch.linspace(n, 0, 5, 6)',
   'torch.logspace(0, 1)', 'torch.linspace(5, 1, 3)', 'torch.linspace(o, 0, 0.3, 4)'}
edges{default = true, 'torch.zeros()', 'torch.zeros({2, 3})', 'torch.zeros(-1)', 'torch.zeros("a")', 'torch.ones(2, -1)', 'torch.eye()', 'torch.eye(-1)', 'torch.eye(0)', 'torch.range(1)', 'torch.range(1, 5, 0)', 'torch.range(1, 5, -1)', 'torch.range(5, 1)', 'torch.range(1, "a")', 'torch.zeros("2", "3")', 'torch.zeros(2.9)', 'torch.ones(0)',
   'torch.zeros(0, 2)', 'torch.range(1, 0/0)', 'torch.eye(2, "a")', 'torch.Tensor(1e12, 1e12)', 'torch.Tensor(-1, 2)', 'torch.Tensor(0/0)', 'torch.eye(2, 0)'}
edges{types = {'Double'}, 'torch.linspace(1)', 'torch.linspace(1, 2, 1)', 'torch.linspace(1, 2, 0)', 'torch.linspace(1, 2, -1)', 'torch.logspace(1, 2, 1)', 'torch.logspace(1, 1, 1)', 'torch.linspace()'}

case{x = {'plain', 3, 4}, 'torch.diag(x)', 'x:diag(1)', 'torch.diag(x, -1)', 'torch.diag(r, x)', 'torch.diag(n, x, 2)', 'x:diag(-2)', 'x:select(1, 1):diag()', 'x:select(2, 1):diag(1)', 'torch.diag(x:select(1, 1), -1)', 'torch.diag(o, x:select(1, 1))'}
case{x = {'plain', 3, 4}, 'torch.tril(x)', 'x:triu()', 'torch.tril(x, 1)', 'torch.triu(x, -1)', 'torch.tril(r, x)', 'torch.triu(n, x, 1)', 'x:tril(-1)', 'x:triu(2)', 'torch.triu(o, x)', 'torch.tril(x, -5)', 'torch.triu(x, 9)', 'torch.tril(x, 4)'}
edges{x = {'plain', 2, 3, 4}, 'torch.diag(x)', 'torch.tril(x)', 'x:triu()', 'torch.diag()', 'torch.diag(x:select(1, 1), 7)', 'torch.diag(x:select(1, 1), -7)', 'torch.diag(x:select(1, 1), "a")', 'torch.tril(x:select(1, 1):select(1, 1))'}

case{'T(x)', 'T(x:storage())', 'T(x:size()):nElement()', 'T(x):isSetTo(x)', 'T(x:clone():storage(), 1, 6)', 'T(x:clone():storage(), 1, 2, 2)', 'T(x:clone():storage(), 2, torch.LongStorage({2}), torch.LongStorage({2}))', 'x.new():type()', 'x.new(2, 2):fill(1)', 'x.new({1, 2})', 'x:new(3):fill(2)', 'x.new(x)', 'x:new():dim()',
   'x.new(torch.LongStorage({1, 2})):fill(3)', 'torch.Tensor(x:size()):dim()', 'T({1, 2.7, -3})', 'T({{1, 2}, {3, 4}})', 'T({{{1}}, {{2}}})', 'T(2):fill(7)', 'T({x:nElement(), x:dim()})', 'T(x:totable())', 'x:totable()', 'torch.totable(x)', 'x:storage():totable()', 'x:t():totable()'}
edges{'T({1, "a"})', 'T({{1}, 2})', 'T({{1, 2}, {3}})', 'T({1, {}})', 'T({true})', 'T(1, "a")', 'T(nil)', 'T(x, x)', 'T(torch.ByteStorage(2), 1, 2)', 'T(x:storage(), 0)', 'T(x:storage(), 1, -2)', 'T(x:storage(), 9)', 'T(-2)', 'T(2, -2):dim()', 'T(true)', 'T(print)', 'T({{}})', 'T({{}, {}})', 'T(2, 3, 4, 5, 6):dim()',
   'T(1, 1, 1, 1, 1, 1):dim()', 'T(x:storage(), 1, 2, 100):stride()', 'T({1, 2}, 3)', 'T("1")'}

case{x = {'rough', 2, 3}, 'x:byte()', 'x:double()', 'x:char()', 'x:short()', 'x:int()', 'x:long()', 'x:float()', 'x:type("torch.IntTensor")', 'x:type("torch.DoubleTensor")', 'x:typeAs(torch.LongTensor())', 'x:typeAs(torch.FloatTensor())', 'torch.ByteTensor(2, 3):copy(x)', 'torch.FloatTensor(3, 2):copy(x)',
   'torch.LongTensor(6):copy(x)', 'x:type()', 'torch.type(x:int())', 'x:typeAs(x)', 'x:type(x:type())', 'torch.CharTensor(2, 3):copy(x):short()', 'x:half():double()', 'torch.ByteTensor(x:nElement()):copy(x:view(-1))'}
case{layouts = {'special'}, x = {'plain', 3}, 'x:byte()', 'x:char()', 'x:short()', 'x:int()', 'x:long()', 'x:float()', 'x:double()', 'torch.ByteTensor(x:nElement()):copy(x)', 'torch.IntTensor(x:nElement()):copy(x)', 'torch.DoubleTensor(x:nElement()):copy(x)'}
case{types = {'Float', 'Double'}, layouts = {'one'}, x = {'plain', 1}, 'T({255.9, 256, 257, -1, -0.9, -1.9, 300.5, -128.5}):byte()', 'T({127.9, 128, -129, -128.9, 200, 256, -256, 384}):char()', 'T({32767.9, 32768, -32769, 65536, 1e5, -1e5}):short()', 'T({2147483520, -2147483648, 16777217, -0.5}):int()',
   'T({2^40, -2^40, 2^53, 0.99}):long()', 'T({1e-46, 1e-40, 3.4e38, 0.1, 16777217}):float()', 'T({2^31, 2^32, -2^31 - 1, 1e20, 1/0, -1/0, 0/0}):int()', 'T({2^63, -2^63, 1e300, 1/0, -1/0, 0/0}):long()', 'T({2^31, 1/0, 0/0, 1e10, -1e10}):byte()', 'T({2^31, 1/0, 0/0, 1e10, -1e10}):char()', 'T({2^31, 1/0, 0/0, 1e10, -1e10}):short()',
   'T({1e39, -1e39, 1e300}):float()'}
case{types = {'Long', 'Int'}, layouts = {'one'}, x = {'plain', 1}, 'T({255, 256, 257, -1, 300, 2^31 - 1, -2^31}):byte()', 'T({127, 128, -129, 200, 65535}):char()', 'T({32767, 32768, -32769, 65536, 2^31 - 1}):short()', 'T({2^31, -2^31, 2^40 + 3}):int()', 'T({2^24 + 1, 2^31 - 1}):float()', 'T({2^53, 2^40 + 1}):double()', 'T({2^53 - 1}):long()'}
case{layouts = {'contiguous', 'transposed', 'narrowed', 'one'}, 'tonumber(x:data()[0])', 'tonumber(torch.data(x)[0])', 'x:data()[0] = 5 return x', 'local p = torch.data(x) + x:nElement() p[-1] = p[-1] * 2 return x', 'x:data() == torch.data(x)', 'x:retain() x:free() return x', 'tonumber(x:storage():data()[0])'}
edges{types = {'Double'}, 'torch.HalfTensor(2, 2):fill(1.5)', 'torch.HalfStorage({1, 2.5}):size()', 'torch.HalfTensor({{1, 2}, {3, 65504}})', 'torch.HalfTensor({1e-8, 0.1, 1e6}):double()', 'torch.type(torch.HalfTensor())', 'T({0.1, 2049, 70000, -1e-5}):half()', 'T({1, 2}):half():float()'}
edges{y = {'plain', 3, 2}, 'x:type("torch.NoTensor")', 'x:type("nonsense")', 'x:type(3)', 'x:typeAs(1)', 'x:copy(T(5))', 'x:copy()', 'x:copy(1)', 'x:copy({1})', 'x:copy(y)', 'T():copy(T())', 'x:copy(T())', 'x:copy(torch.ByteTensor(2, 3):fill(200))', 'x:copy(x)', 'x:copy(x:t())', 'x:t():copy(x)'}
case{y = {'plain', 2, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, 'r:resizeAs(y):copy(y)', 'n:copy(y:clone():resizeAs(n))', 'x:clone():copy(y)', 'torch.copy(x:clone(), y)', 'torch.DoubleTensor():resize(x:size()):copy(x)', 'x:clone():zero()', 'torch.zero(x:clone())', 'x:clone():fill(3.7)', 'torch.fill(x:clone(), 2)'}
return cases
