-- Comparisons and what chooses between two.
local cases = {}
local function case(t) cases[#cases + 1] = t end

for _, f in ipairs{'lt', 'le', 'gt', 'ge', 'eq', 'ne'} do
   case{elementwise = true, x = {'few', 2, 3}, ('torch.%s(x, 2)'):format(f), ('x:%s(2)'):format(f), ('torch.%s(B, x, 2)'):format(f),
      ('torch.%s(r, x, 1.5)'):format(f), ('torch.%s(n, x, 1)'):format(f), ('x:%s(1.5)'):format(f), ('x:%s(x, 1)'):format(f)}
   case{elementwise = true, x = {'few', 2, 3}, y = {'few', 2, 3}, ('torch.%s(x, y)'):format(f), ('x:%s(y)'):format(f),
      ('torch.%s(B, x, y)'):format(f), ('torch.%s(r, x, y)'):format(f), ('torch.%s(n, x, y)'):format(f), ('torch.%s(o, x, y)'):format(f)}
   case{layouts = {'contiguous'}, y = {'few', 3, 2}, ('torch.%s(x, y)'):format(f), ('torch.%s(x, torch.Tensor(2, 2))'):format(f),
      ('torch.%s(x, T(2, 2))'):format(f), ('torch.%s(x)'):format(f), ('torch.%s(x, T())'):format(f)}
end
for _, f in ipairs{'cmax', 'cmin'} do
   case{elementwise = true, ('torch.%s(x, y)'):format(f), ('x:%s(y)'):format(f), ('torch.%s(r, x, y)'):format(f), ('torch.%s(n, x, y)'):format(f),
      ('torch.%s(o, x, y)'):format(f), ('x:%s(y, z)'):format(f), ('torch.%s(y, x, y)'):format(f)}
   case{elementwise = true, ('torch.%s(x, 2)'):format(f), ('x:%s(2)'):format(f), ('torch.%s(r, x, 1.5)'):format(f), ('torch.%s(n, x, 1)'):format(f)}
end
case{elementwise = true, 'torch.clamp(x, 1, 3)', 'x:clamp(1, 3)', 'torch.clamp(r, x, 0, 2)', 'torch.clamp(n, x, 1.5, 2.5)', 'torch.clamp(o, x, 1, 2)',
   'x:clamp(3, 1)', 'x:clamp(y, 1, 3)'}
case{types = {'Char', 'Short', 'Int', 'Long', 'Float', 'Double'}, elementwise = true, 'torch.clamp(x, -2, 2)', 'x:clamp(-1.5, 1.5)'}
case{types = {'Int', 'Double'}, layouts = {'contiguous'}, 'torch.clamp(x)', 'x:clamp(1)', 'x:clamp(1, nil)', 'torch.cmax(x)', 'torch.cmax(x, T(2, 2))'}
case{x = {'few', 2, 3}, elementwise = true, 'torch.equal(x, y)', 'x:equal(y)', 'x:equal(x)', 'x:equal(x:clone())', 'x:equal(x:t())', 'x:equal(T())'}
case{layouts = {'contiguous'}, 'x:equal(L)', 'x:equal(3)', 'torch.equal(x)'}
case{types = {'Byte'}, x = {'mask', 2, 3}, elementwise = true, 'torch.all(x)', 'x:all()'}
case{types = {'Byte'}, x = {'mask', 2, 3}, elementwise = true, 'torch.any(x)', 'x:any()'}
case{types = {'Byte'}, layouts = {'contiguous'}, 'x:zero():any()', 'x:zero():all()', 'x:fill(1):all()', 'x:fill(3):any()'}

return cases
