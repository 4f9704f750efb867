-- Functions of one element, or of two that have no operator.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local near, exact = {1e-6, 1e-14}, {0, 0}

-- In place and expanded, a function is applied to its own results, which magnifies what is not exact.
local apart = {'contiguous', 'transposed', 'narrowed', 'empty', 'one', 'long'}
local function unary(names, domain, tolerance, types)
   for _, f in ipairs(names) do
      local function calls(t)
         for k, call in ipairs(t) do t[k] = call:format(f) end
         t.types, t.elementwise, t.x, t.tolerance = types or 'floats', true, {domain, 2, 3}, tolerance
         case(t)
      end
      calls{'torch.%s(x)', 'torch.%s(r, x)', 'torch.%s(n, x)', 'torch.%s(o, x)', 'n:%s(x)'}
      calls{layouts = tolerance == near and apart or nil, 'x:%s()', 'torch.%s(x, x)'}
   end
end
unary({'exp', 'tanh', 'sigmoid', 'sin', 'cos', 'tan', 'atan', 'sinh', 'cosh', 'cinv'}, 'plain', near)
unary({'log', 'log1p', 'sqrt', 'rsqrt'}, 'positive', near)
unary({'asin', 'acos'}, 'unit', near)
unary({'floor', 'ceil', 'round', 'trunc', 'frac', 'neg'}, 'plain', exact)
unary({'abs'}, 'plain', exact, {'Int', 'Long', 'Float', 'Double'})
unary({'sign'}, 'plain', exact, 'all')

-- Of numbers, in the default type.
for _, f in ipairs{'exp', 'tanh', 'sigmoid', 'sin', 'cos', 'tan', 'atan', 'sinh', 'cosh', 'log', 'log1p', 'sqrt', 'rsqrt', 'asin',
   'acos', 'floor', 'ceil', 'round', 'trunc', 'frac', 'abs'} do
   case{types = 'floats', layouts = {'one'}, tolerance = near, default = true,
      ('torch.%s(0.7)'):format(f), ('torch.%s(-0.3)'):format(f), ('torch.%s(2.5)'):format(f)}
end
case{types = 'floats', layouts = {'one'}, tolerance = near, default = true, 'torch.pow(2.5, 1.5)', 'torch.pow(2, 0.5)',
   'torch.atan2(1, 2)', 'torch.atan2(-1, -2.5)', 'torch.lerp(1, 3, 0.3)'}

case{types = 'floats', elementwise = true, tolerance = near, 'torch.atan2(x, y)', 'x:atan2(y)', 'torch.atan2(r, x, y)',
   'torch.atan2(n, x, y)', 'x:atan2(y, x)'}
case{types = 'floats', elementwise = true, x = {'positive', 2, 3}, tolerance = near, 'torch.pow(x, 1.5)', 'x:pow(2.5)',
   'torch.pow(r, x, -0.75)', 'torch.pow(n, x, 0.3)', 'torch.pow(o, x, 0.3)'}
for _, p in ipairs{'2', '3', '0.5', '-1', '-2', '-0.5', '1', '0'} do
   case{types = 'floats', elementwise = true, tolerance = near, ('torch.pow(x, %s)'):format(p), ('x:pow(%s)'):format(p)}
end
case{types = 'floats', elementwise = true, tolerance = near, 'torch.pow(2, x)', 'torch.pow(r, 0.5, x)', 'torch.pow(n, 1.5, x)'}
case{types = 'floats', elementwise = true, x = {'positive', 2, 3}, tolerance = near, 'torch.cpow(x, y)', 'x:cpow(y)',
   'torch.cpow(r, x, y)', 'torch.cpow(n, x, y)'}
case{types = 'integers', x = {'power', 2, 3}, y = {'power', 2, 3}, 'torch.cpow(x, y)', 'x:cpow(y)'}
case{types = 'floats', elementwise = true, tolerance = near, 'torch.lerp(x, y, 0.25)', 'x:lerp(y, 0.3)', 'torch.lerp(r, x, y, 1.5)',
   'torch.lerp(n, x, y, 0.7)', 'x:lerp(y, x, 0.5)'}

-- Types that have no such function.
for _, f in ipairs{'exp', 'log', 'sqrt', 'floor', 'neg', 'cinv', 'sigmoid'} do
   case{types = 'integers', layouts = {'contiguous'}, ('torch.%s(x)'):format(f), ('x:%s()'):format(f)}
end
case{types = {'Byte', 'Char', 'Short'}, layouts = {'contiguous'}, 'torch.abs(x)', 'x:abs()'}
case{types = 'integers', layouts = {'contiguous'}, 'torch.pow(x, 2)', 'x:pow(2)', 'torch.lerp(x, y, 0.5)', 'torch.atan2(x, y)'}

return cases
