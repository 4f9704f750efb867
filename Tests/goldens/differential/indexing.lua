-- Elements and parts: the operator [], index, gather, scatter, masks, apply and map.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local two = {'Int', 'Double'}
local function edges(t)
   t.types, t.layouts = t.types or two, t.layouts or {'contiguous', 'transposed'}
   case(t)
end
local cube = {'plain', 2, 3, 4}
local four = {'contiguous', 'transposed', 'narrowed', 'expanded'}

-- Reading.
case{x = cube, 'x[2]', 'x[1][3]', 'x[1][2][4]', 'x[-1]', 'x[{2, 3}]', 'x[{2, 3, 4}]', 'x[{{}, 2}]', 'x[{{1, 2}, {2, 3}}]', 'x[{{}, {}, 1}]', 'x[{{2}, {3}}]', 'x[{1, {}, {2, -1}}]', 'x[{{-1, -1}}]', 'x[{-1, -2, -3}]', 'x[{}]', 'x[1.9]', 'x["2"]', 'x[torch.LongStorage({2, 3, 1})]',
   'x[{{}, {2}, {}}]:storageOffset()', 'x[{{1, 1}, 2}]:stride()', 'x[{{2, 2}}]', 'x[{{1}, 3, {1, 4}}]'}
edges{x = cube, 'x[0]', 'x[3]', 'x[-3]', 'x[{0}]', 'x[{1, 4}]', 'x[{1, 1, 1, 1}]', 'x[{{0, 1}}]', 'x[{{2, 1}}]', 'x[{{1, 3}}]', 'x[nil]', 'x[true]', 'x.any_name', 'x[{true}]', 'x[{"1"}]', 'x[{{1, 2, 3}}]', 'x[{{-3, 1}}]', 'x[torch.LongStorage({2, 3})]', 'x[print]',
   'x[0/0]', 'x[1/0]', 'x[1e20]', 'x["a"]', 'x["size"] ~= nil', 'T()[1]', 'x[{{1, "2"}}]', 'x[{{}, {}, {}, {}}]', 'x[torch.LongStorage({2, 3, 5})]', 'x[{1, nil, 2}]'}
case{x = {'plain', 5}, 'x[3]', 'x[-2]', 'x[{2}]', 'x[{{2, 4}}]', 'x[{{-2, -1}}]', 'x[{{3}}]', 'torch.type(x[{2}])', 'x[2] + 1', 'x[x:nElement()]'}
case{m = {'mask', 2, 3}, layouts = four, 'x[m]', 'x[torch.gt(x, 0)]', 'x[torch.eq(x, 99)]'}
edges{m = {'mask', 3, 2}, 'x[m]', 'x[torch.ByteTensor({1, 0})]', 'x[torch.ByteTensor(2, 3):fill(1)]', 'x[torch.LongTensor({1})]', 'x[torch.ByteTensor(2, 3):zero()]'}

-- Writing.
case{x = cube, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded', 'one'}, 'x[1] = 5 return x', 'x[{1, 1}] = 7 return x', 'x[1][1][1] = 3 return x', 'x[{1, 1, 1}] = 3 return x', 'x[{{}, 1}] = 4 return x', 'x[{{}, {}, {1, 1}}] = 6 return x', 'x[-1] = 2 return x', 'x[{}] = 8 return x',
   'x[1] = x[-1] return x', 'x[{{}, -1}] = x[{{}, 1}] return x', 'x[1][1] = 9 return x', 'x[torch.LongStorage({1, 1, 1})] = 6 return x', 'x[1] = 2.7 return x', 'x[1] = "4" return x', 'x[{{1, 1}, {1, 1}}] = 1 return x', 'x[1] = x[1]:clone():fill(3) return x'}
case{x = {'plain', 5}, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded', 'one'}, 'x[1] = 5 return x', 'x[-1] = 6 return x', 'x[{1}] = 7 return x', 'x[{{1, -1}}] = 3 return x', 'x[1] = T({4}) return x', 'x[{{1, 1}}] = T({4}) return x', 'x[1] = 300 return x', 'x[1] = -1.5 return x',
   'x[1] = 0/0 return x:ne(x)', 'x[{{}}] = x return x'}
case{m = {'mask', 2, 3}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'x[m] = 9 return x', 'x[torch.gt(x, 0)] = -1 return x', 'x[torch.ByteTensor(2, 3):fill(1)] = T({1, 2, 3, 4, 5, 6}) return x', 'x[torch.ByteTensor(2, 3):zero()] = 5 return x', 'x[torch.lt(x, 2)] = x[torch.lt(x, 2)] return x'}
edges{x = cube, 'x[0] = 1 return x', 'x[3] = 1 return x', 'x[{1, 4}] = 1 return x', 'x[1] = "a" return x', 'x[1] = {} return x', 'x[1] = nil return x', 'x[1] = torch.ByteTensor(3, 4):fill(2) return x', 'x[1] = T(2) return x', 'x[{1, 1, 1, 1}] = 1 return x', 'x.name = 1 return x', 'x[{{2, 1}}] = 1 return x', 'x[1] = T(3, 4):fill(1) return x', 'x[1] = T(4, 3):fill(1) return x',
   'x[1] = T(12):fill(2) return x', 'x[nil] = 1 return x', 'x[true] = 1 return x', 'x[{1, 1, 1}] = T({1}) return x', 'x[1][1][1] = T({2}) return x', 'T()[1] = 1 return x', 'x[torch.ByteTensor({1})] = 1 return x', 'x[torch.ByteTensor(2, 3, 4):fill(1)] = T({1}) return x', 'x[{1, 1}] = T({1, 2, 3, 4}) return x', 'x[{1, {}, 1}] = torch.LongTensor({1, 2, 3}) return x',
   'x[0/0] = 1 return x', 'x[1e20] = 1 return x'}
-- The ends of a type.
case{types = {'Byte', 'Char', 'Short', 'Int', 'Long', 'Float'}, layouts = {'one'}, x = {'plain', 1}, 'x[1] = 255 return x', 'x[1] = 256 return x', 'x[1] = -1 return x', 'x[1] = 2^31 return x', 'x[1] = 2^32 + 5 return x', 'x[1] = -2^31 - 1 return x', 'x[1] = 1e10 return x', 'x[1] = 0.1 return x', 'x[1] = -0.9 return x',
   'x[1] = 2^53 return x', 'x[1] = 65536.7 return x', 'x[1] = -32769 return x', 'x:fill(300.5) return x', 'x:fill(-129) return x', 'x:fill(2^40) return x', 'x:fill(-2^31) return x'}

-- index, in and along a dimension.
case{x = {'plain', 4, 3}, i = {'index 3', 5}, layouts = four, 'x:index(1, i)', 'torch.index(x, 2, i)', 'torch.index(r, x, 1, i)', 'torch.index(n, x, 1, i)', 'torch.index(o, x, 2, i)', 'x:select(2, 1):index(1, i)', 'x:index(2, torch.LongTensor({1, 1}))', 'x:index(1, torch.LongTensor({3}))'}
case{x = cube, i = {'index 2', 3}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'x:index(1, i)', 'x:index(2, i)', 'x:index(3, i)', 'x:select(1, 1):index(1, i)'}
edges{x = {'plain', 4, 3}, i = {'index 3', 2, 2}, 'x:index(1, i)', 'x:index(1, torch.LongTensor({5}))', 'x:index(1, torch.LongTensor({0}))', 'x:index(1, torch.LongTensor({-1}))', 'x:index(3, torch.LongTensor({1}))', 'x:index(0, torch.LongTensor({1}))', 'x:index(1, torch.IntTensor({1}))', 'x:index(1, {1})',
   'x:index(1, 1)', 'x:index(1)', 'x:index(1, L)'}
case{x = {'plain', 3, 4}, y = {'plain', 2, 4}, z = {'plain', 3, 2}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'x:indexCopy(1, torch.LongTensor({3, 1}), y) return x', 'x:indexCopy(2, torch.LongTensor({2, 4}), z) return x', 'x:indexAdd(1, torch.LongTensor({3, 1}), y) return x', 'x:indexAdd(2, torch.LongTensor({2, 2}), z) return x',
   'x:indexFill(1, torch.LongTensor({2, 3}), 7) return x', 'x:indexFill(2, torch.LongTensor({1, 4}), 3.5) return x', 'x:indexAdd(1, torch.LongTensor({1, 1}), y) return x', 'x:select(1, 1):indexFill(1, torch.LongTensor({1}), 2) return x', 'x:select(1, 1):indexCopy(1, torch.LongTensor({2, 1}), z:select(1, 1)) return x'}
edges{x = {'plain', 3, 4}, y = {'plain', 2, 4}, 'x:indexCopy(1, torch.LongTensor({4, 1}), y) return x', 'x:indexCopy(1, torch.LongTensor({1}), y) return x', 'x:indexCopy(1, torch.LongTensor({0, 1}), y) return x', 'x:indexFill(1, torch.LongTensor({4}), 1) return x', 'x:indexFill(3, torch.LongTensor({1}), 1) return x', 'x:indexAdd(1, torch.LongTensor({1, 4}), y) return x',
   'x:indexCopy(2, torch.LongTensor({1, 2}), y) return x', 'x:indexFill(1, torch.LongTensor({1})) return x', 'x:indexFill(1, torch.LongTensor({1}), "a")', 'x:indexAdd(1, torch.LongTensor({1}), y) return x'}

-- gather and scatter.
case{x = {'plain', 3, 4}, i = {'index 3', 2, 4}, j = {'index 4', 3, 2}, layouts = four, 'x:gather(1, i)', 'torch.gather(x, 2, j)', 'torch.gather(r, x, 1, i)', 'torch.gather(n, x, 2, j)', 'torch.gather(o, x, 1, i)', 'x:select(1, 1):gather(1, torch.LongTensor({1, 1, 2}))'}
case{x = {'plain', 3, 4}, y = {'plain', 2, 4}, i = {'index 3', 2, 4}, j = {'index 4', 3, 2}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'x:scatter(1, torch.LongTensor({{1, 2, 3, 1}, {2, 3, 1, 3}}), y)', 'x:scatter(1, i, 5)', 'x:scatter(2, j, 2.5)',
   'torch.scatter(x, 1, i, 3)', 'x:zero():scatter(2, torch.LongTensor({{1}, {4}, {2}}), 1)', 'x:scatterAdd(1, i, y)', 'torch.scatterAdd(x, 1, i, y)'}
edges{x = {'plain', 3, 4}, i = {'index 3', 2, 4}, 'x:gather(1, torch.LongTensor({{4, 1, 1, 1}}))', 'x:gather(1, torch.LongTensor({{0, 1, 1, 1}}))', 'x:gather(3, i)', 'x:gather(0, i)', 'x:gather(1, torch.LongTensor({1}))', 'x:gather(1)', 'x:gather(1, torch.IntTensor({{1, 1, 1, 1}}))', 'x:gather(2, i)',
   'x:scatter(1, torch.LongTensor({{4, 1, 1, 1}}), 1)', 'x:scatter(1, torch.LongTensor({{0, 1, 1, 1}}), 1)', 'x:scatter(1, torch.LongTensor({1}), 1)', 'x:scatter(3, i, 1)', 'x:scatter(1, i)', 'x:scatter(1, i, "a")', 'x:gather(1, torch.LongTensor({{1, 1}}))'}

-- Masks.
case{m = {'mask', 2, 3}, y = {'plain', 2, 3}, layouts = four, 'x:maskedSelect(m)', 'torch.maskedSelect(x, m)', 'torch.maskedSelect(r, x, m)', 'torch.maskedSelect(n, x, m)', 'torch.maskedSelect(o, x, m)', 'x:maskedSelect(torch.ByteTensor(3, 2):fill(1))', 'x:maskedSelect(torch.ByteTensor(2, 3):zero())'}
case{m = {'mask', 2, 3}, y = {'plain', 2, 3}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'x:maskedFill(m, 7) return x', 'x:maskedCopy(m, y)', 'torch.maskedFill(x, m, 2.5)', 'torch.maskedCopy(x, m, y)', 'x:maskedFill(torch.ByteTensor(3, 2):fill(1), 4) return x', 'x:maskedCopy(torch.ByteTensor(6):fill(1), y)'}
edges{m = {'mask', 2, 2}, y = {'plain', 2, 3}, 'x:maskedSelect(m)', 'x:maskedFill(m, 1) return x', 'x:maskedCopy(torch.ByteTensor(2, 3):fill(1), T({1}))', 'x:maskedFill(torch.ByteTensor(2, 3):fill(2), 1) return x', 'x:maskedSelect(torch.LongTensor(2, 3))', 'x:maskedSelect()', 'x:maskedFill(m) return x', 'x:maskedFill(m, "a") return x', 'x:maskedFill(B, 1) return x',
   'x:maskedSelect(torch.ByteTensor(2, 3):fill(2))'}
case{x = {'few', 2, 3}, 'x:nonzero()', 'torch.nonzero(x)', 'torch.nonzero(L, x)', 'x:select(1, 1):nonzero()', 'x:zero():nonzero()', 'x:t():nonzero()'}
case{x = {'few', 2, 3, 2}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'x:nonzero()', 'x:gt(1):nonzero()'}

-- apply and map, element by element in order.
case{y = {'plain', 2, 3}, z = {'plain', 2, 3}, mixed = false, 'x:apply(function(v) return v * 2 end)', 'x:map(y, function(v, w) return v + w end)', 'x:map2(y, z, function(u, v, w) return u + v * w end)', 'torch.map(x, y, function(v, w) return v - w end)',
   'torch.apply(x, function(v) return v + 1 end)', 'local n = 0 x:apply(function() n = n + 1 return n end) return x', 'local s = 0 x:apply(function(v) s = s + v end) return s, x', 'x:apply(function() return nil end)', 'x:apply(function(v) if v > 0 then return -1 end end)', 'local k = {} x:apply(function(v) k[#k + 1] = v end) return k',
   'torch.map2(x, y, z, function(u) return u end)', 'x:map(y, function() end)', 'x:apply(function(v) return v / 4 end)', 'x:apply(function() return 300 end)'}
edges{y = {'plain', 2, 2}, z = {'plain', 2, 3}, 'x:map(y, function() return 1 end)', 'x:apply()', 'x:apply(3)', 'x:apply(function() return "a" end)', 'x:apply(function() error("boom") end)', 'x:map(z)', 'x:map2(y, z, function() return 1 end)', 'x:apply(function() return true end)', 'x:apply(function() return {} end)',
   'x:apply(function() return "7" end)', 'x:map({}, print)', 'r:apply(function() return 1 end)'}
return cases
