-- Remainders, shifts and bits.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local near = {1e-6, 1e-14}
local plain = {'contiguous', 'transposed', 'narrowed', 'expanded', 'empty', 'one', 'long'}

for _, f in ipairs{'fmod', 'mod', 'remainder'} do
   case{elementwise = true, tolerance = near, ('torch.%s(x, 3)'):format(f), ('x:%s(3)'):format(f), ('torch.%s(r, x, 2)'):format(f),
      ('torch.%s(n, x, 2.5)'):format(f), ('torch.%s(o, x, 4)'):format(f), ('x:%s(y, 3)'):format(f)}
   case{types = {'Char', 'Short', 'Int', 'Long', 'Float', 'Double'}, layouts = plain, tolerance = near, ('torch.%s(x, -3)'):format(f), ('x:%s(-4)'):format(f)}
   case{types = 'floats', elementwise = true, tolerance = near, ('torch.%s(x, 0)'):format(f), ('torch.%s(x, -1.5)'):format(f), ('torch.%s(x, 1/0)'):format(f)}
end
for _, f in ipairs{'cfmod', 'cmod', 'cremainder'} do
   case{layouts = plain, y = {'nonzero', 2, 3}, z = {'nonzero', 2, 3}, tolerance = near, ('torch.%s(x, y)'):format(f), ('x:%s(y)'):format(f), ('torch.%s(r, x, y)'):format(f),
      ('torch.%s(n, x, y)'):format(f), ('torch.%s(o, x, y)'):format(f), ('x:%s(y, z)'):format(f), ('x:%s(x, y)'):format(f)}
   case{types = 'floats', layouts = {'special'}, tolerance = near, ('torch.%s(x, y)'):format(f)}
end
for _, f in ipairs{'lshift', 'rshift'} do
   case{elementwise = true, tolerance = near, ('torch.%s(x, 2)'):format(f), ('x:%s(2)'):format(f), ('torch.%s(r, x, 1)'):format(f), ('torch.%s(n, x, 3)'):format(f),
      ('torch.%s(o, x, 0)'):format(f), ('x:%s(y, 1)'):format(f)}
   case{types = 'integers', layouts = {'special'}, ('x:%s(1)'):format(f), ('x:%s(5)'):format(f), ('x:%s(7)'):format(f)}
end
for _, f in ipairs{'clshift', 'crshift'} do
   case{layouts = plain, y = {'few', 2, 3}, tolerance = near, ('torch.%s(x, y)'):format(f), ('x:%s(y)'):format(f), ('torch.%s(r, x, y)'):format(f),
      ('torch.%s(n, x, y)'):format(f), ('torch.%s(o, x, y)'):format(f)}
end
for _, f in ipairs{'bitand', 'bitor', 'bitxor'} do
   case{types = 'integers', elementwise = true, ('torch.%s(x, 6)'):format(f), ('x:%s(6)'):format(f), ('torch.%s(r, x, 5)'):format(f),
      ('torch.%s(n, x, 3)'):format(f), ('torch.%s(o, x, 1)'):format(f), ('x:%s(y, 12)'):format(f)}
   case{types = 'floats', layouts = {'contiguous', 'empty'}, ('torch.%s(x, 6)'):format(f), ('x:%s(6)'):format(f)}
end
for _, f in ipairs{'cbitand', 'cbitor', 'cbitxor'} do
   case{types = 'integers', elementwise = true, ('torch.%s(x, y)'):format(f), ('x:%s(y)'):format(f), ('torch.%s(r, x, y)'):format(f),
      ('torch.%s(n, x, y)'):format(f), ('torch.%s(o, x, y)'):format(f), ('x:%s(y, z)'):format(f)}
   case{types = 'floats', layouts = {'contiguous', 'empty'}, ('torch.%s(x, y)'):format(f), ('x:%s(y)'):format(f)}
end

return cases
