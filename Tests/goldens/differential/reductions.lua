-- Sums and what goes through a tensor, whole or along a dimension.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local near, sums = {1e-6, 1e-14}, {2e-6, 1e-13}
local seven = {'contiguous', 'transposed', 'narrowed', 'expanded', 'empty', 'one', 'long'}

for _, f in ipairs{'sum', 'prod'} do
   case{elementwise = true, tolerance = sums, ('torch.%s(x)'):format(f), ('x:%s()'):format(f)}
   case{tolerance = sums, ('torch.%s(x, 1)'):format(f), ('x:%s(2)'):format(f), ('torch.%s(r, x, 1)'):format(f), ('torch.%s(n, x, 2)'):format(f), ('torch.%s(o, x, 1)'):format(f)}
   case{x = {'few', 2, 2, 3}, tolerance = sums, ('torch.%s(x, 1)'):format(f), ('x:%s(3)'):format(f), ('torch.%s(x, 2)'):format(f)}
   case{layouts = {'long'}, tolerance = sums, ('x:%s(1)'):format(f)}
   case{types = 'integers', x = {'rough', 2, 3}, tolerance = sums, ('torch.%s(x)'):format(f), ('torch.%s(x, 1)'):format(f)}
   case{types = {'Int', 'Double'}, layouts = {'contiguous'}, ('x:%s(0)'):format(f), ('x:%s(3)'):format(f), ('x:%s(-1)'):format(f), ('x:%s(1.9)'):format(f), ('torch.%s()'):format(f)}
end
-- Along a dimension the original's variance loses digits but where the mean is exact, as it is of two or four eighths.
for _, f in ipairs{'mean', 'std', 'var'} do
   case{types = 'floats', x = {'rough', 2, 3}, elementwise = true, tolerance = near, ('torch.%s(x)'):format(f), ('x:%s()'):format(f)}
   case{types = 'floats', x = {'plain', 2, 3}, tolerance = near, ('torch.%s(x, 1)'):format(f), ('x:%s(2)'):format(f), ('torch.%s(r, x, 1)'):format(f),
      ('torch.%s(n, x, 2)'):format(f), ('torch.%s(o, x, 1)'):format(f)}
   case{types = 'floats', layouts = {'contiguous', 'transposed', 'narrowed', 'empty', 'one'}, x = {'plain', 4, 2, 2}, tolerance = near, ('torch.%s(x, 1)'):format(f), ('x:%s(3)'):format(f), ('x:%s(2)'):format(f)}
   case{types = 'floats', layouts = {'long'}, x = {'rough', 5}, tolerance = near, ('x:%s(1)'):format(f)}
   case{types = 'integers', layouts = {'contiguous'}, ('torch.%s(x)'):format(f), ('x:%s(1)'):format(f)}
end
for _, f in ipairs{'std', 'var'} do
   case{types = 'floats', x = {'rough', 3, 3}, tolerance = near, ('torch.%s(x, true)'):format(f), ('x:%s(true)'):format(f), ('x:%s(false)'):format(f)}
   case{types = 'floats', x = {'plain', 4, 2}, tolerance = near, ('torch.%s(x, 1, true)'):format(f), ('x:%s(2, true)'):format(f), ('x:%s(2, false)'):format(f), ('torch.%s(r, x, 1, true)'):format(f)}
end

-- Extremes.
for _, f in ipairs{'max', 'min'} do
   case{elementwise = true, ('torch.%s(x)'):format(f), ('x:%s()'):format(f)}
   case{x = {'unique', 2, 3}, ('torch.%s(x, 1)'):format(f), ('x:%s(2)'):format(f), ('torch.%s(r, L, x, 1)'):format(f), ('torch.%s(n, L, x, 2)'):format(f),
      ('torch.%s(o, L, x, 1)'):format(f), ('torch.%s(r, x, 1)'):format(f)}
   case{x = {'unique', 2, 2, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, ('torch.%s(x, 3)'):format(f), ('x:%s(2)'):format(f)}
   case{x = {'few', 3, 4}, ('local v, k = x:%s(1) return v, x:gather(1, k)'):format(f), ('local v, k = x:%s(2) return v, x:gather(2, k)'):format(f)}
   case{layouts = {'long', 'special'}, x = {'unique', 5}, ('local v, k = x:%s(1) return v'):format(f)}
   case{types = {'Int', 'Double'}, layouts = {'contiguous'}, ('x:%s(0)'):format(f), ('x:%s(3)'):format(f), ('torch.%s()'):format(f), ('x:%s("a")'):format(f)}
end

-- Norms and distances.
for _, p in ipairs{'', ', 1', ', 2', ', 3', ', 0', ', 0.5'} do
   case{types = 'floats', layouts = seven, x = {'rough', 2, 3}, tolerance = near, ('torch.norm(x%s)'):format(p), ('x:norm(%s)'):format(p:sub(3))}
   case{types = 'floats', layouts = seven, x = {'rough', 2, 3}, y = {'rough', 2, 3}, tolerance = near, ('torch.dist(x, y%s)'):format(p), ('x:dist(y%s)'):format(p)}
   if p ~= '' then
      case{types = 'floats', x = {'rough', 2, 3}, tolerance = near, ('torch.norm(x%s, 1)'):format(p), ('x:norm(%s, 2)'):format(p:sub(3)), ('torch.norm(r, x%s, 2)'):format(p),
         ('torch.norm(n, x%s, 1)'):format(p)}
   end
end
case{types = 'floats', layouts = {'special'}, tolerance = near, 'x:norm()', 'x:norm(1)', 'x:norm(0)', 'x:norm(1/0)'}
case{types = 'floats', layouts = {'contiguous'}, x = {'rough', 2, 3}, tolerance = near, 'x:norm(-1)', 'x:norm(1/0, 1)', 'x:dist(T(2, 2))', 'x:norm(2, 3)'}
for _, p in ipairs{'1', '2', '3'} do
   case{types = 'floats', x = {'rough', 2, 3}, tolerance = near, ('torch.renorm(x, %s, 1, 2)'):format(p), ('x:renorm(%s, 2, 1.5)'):format(p), ('torch.renorm(r, x, %s, 1, 1)'):format(p),
      ('torch.renorm(n, x, %s, 2, 1)'):format(p)}
   case{types = 'floats', x = {'rough', 2, 2, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, tolerance = near, ('torch.renorm(x, %s, 1, 2)'):format(p), ('x:renorm(%s, 3, 1.5)'):format(p)}
end
case{types = 'floats', layouts = {'contiguous'}, 'x:renorm(0, 1, 1)', 'x:renorm(-1, 1, 1)', 'x:renorm(2, 3, 1)', 'x:renorm(2, 0, 1)', 'T(3):fill(1):renorm(2, 1, 1)'}

-- Running sums and products.
for _, f in ipairs{'cumsum', 'cumprod'} do
   case{tolerance = sums, ('torch.%s(x)'):format(f), ('x:%s()'):format(f), ('torch.%s(r, x)'):format(f), ('torch.%s(n, x)'):format(f)}
   case{tolerance = sums, ('torch.%s(x, 2)'):format(f), ('x:%s(2)'):format(f), ('torch.%s(r, x, 2)'):format(f), ('torch.%s(n, x, 1)'):format(f), ('torch.%s(o, x, 2)'):format(f),
      ('torch.%s(x, 3)'):format(f), ('x:%s(0)'):format(f)}
   case{x = {'few', 2, 2, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, tolerance = sums, ('torch.%s(x, 1)'):format(f), ('x:%s(3)'):format(f), ('x:%s(2)'):format(f)}
   case{layouts = {'long'}, x = {'few', 5}, tolerance = sums, ('x:%s()'):format(f)}
end

-- Histograms.
case{types = 'floats', layouts = seven, 'torch.histc(x, 5)', 'x:histc(4)', 'torch.histc(r, x, 3)', 'torch.histc(o, x, 3)', 'torch.histc(x, 4, -2, 2)', 'x:histc(3, 0, 1)', 'torch.histc(r, x, 2, 1, 3)',
   'x:histc():sum()', 'torch.histc(x, 3, 1)', 'x:histc(1)', 'x:fill(2):histc(3)'}
case{types = 'floats', 'torch.bhistc(x, 5)', 'x:bhistc(4)', 'torch.bhistc(r, x, 3)', 'torch.bhistc(o, x, 3)', 'torch.bhistc(x, 4, -2, 2)', 'x:bhistc(3, 0, 1)', 'torch.bhistc(r, x, 2, 1, 3)'}
case{types = 'floats', layouts = {'contiguous'}, x = {'plain', 5}, 'x:bhistc(3)', 'x:histc(3, 2, 1)'}

-- Cross products, traces.
for k, sizes in ipairs{{3, 4}, {2, 3}, {2, 2, 3}, {3}} do
   case{x = {'plain', unpack(sizes)}, y = {'plain', unpack(sizes)}, mixed = k ~= 4, tolerance = near, 'torch.cross(x, y)', 'x:cross(y)', 'torch.cross(r, x, y)', 'torch.cross(n, x, y)',
      ('torch.cross(x, y, %d)'):format(k == 1 and 1 or #sizes)}
end
case{layouts = {'contiguous'}, x = {'plain', 2, 2}, y = {'plain', 2, 2}, 'torch.cross(x, y)', 'torch.cross(x, y, 1)', 'torch.cross(x, T(3, 3))', 'torch.cross(x, y, 5)'}
case{x = {'plain', 3, 3}, tolerance = near, 'torch.trace(x)', 'x:trace()'}
case{layouts = {'contiguous'}, x = {'plain', 3}, 'x:trace()', 'T(2, 4):fill(1):trace()', 'T(4, 2):fill(1):trace()'}
case{layouts = seven, tolerance = near, 'torch.numel(x)', 'x:numel()'}

return cases
