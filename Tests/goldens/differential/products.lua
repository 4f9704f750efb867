-- Products of vectors, matrices and batches of matrices. Inputs are eighths, so that every sum is exact whatever its order.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local near = {1e-6, 1e-14}

case{x = {'plain', 5}, y = {'plain', 5}, tolerance = near, 'torch.dot(x, y)', 'x:dot(y)', 'x:dot(x)'}
case{x = {'plain', 2, 3}, y = {'plain', 2, 3}, tolerance = near, 'torch.dot(x, y)', 'x:dot(y)', 'x:dot(T(3, 2):fill(1))', 'x:dot(T(2))', 'x:dot(2)'}
case{x = {'plain', 2, 3}, y = {'plain', 3, 4}, tolerance = near, 'torch.mm(x, y)', 'T(2, 4):fill(7):mm(x, y)', 'torch.mm(r, x, y)', 'torch.mm(T(2, 4):fill(7), x, y)', 'torch.mm(o, x, y)', 'T(4, 2):t():mm(x, y)', 'x:mm(y)', 'x:mm(x, y)'}
case{x = {'plain', 5, 7}, y = {'plain', 7, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, tolerance = near, 'torch.mm(x, y)'}
case{x = {'plain', 3, 4}, y = {'plain', 4}, tolerance = near, 'torch.mv(x, y)', 'T(3):fill(7):mv(x, y)', 'torch.mv(r, x, y)', 'torch.mv(T(3):fill(7), x, y)', 'torch.mv(o, x, y)', 'T(3, 2):select(2, 1):mv(x, y)', 'x:mv(y)'}
case{x = {'plain', 3}, y = {'plain', 4}, mixed = false, tolerance = near, 'torch.ger(x, y)', 'T(3, 4):fill(7):ger(x, y)', 'torch.ger(r, x, y)', 'torch.ger(T(3, 4):fill(7), x, y)', 'torch.ger(o, x, y)', 'T(4, 3):t():ger(x, y)', 'x:ger(y)'}
case{x = {'plain', 2, 2, 3}, y = {'plain', 2, 3, 2}, tolerance = near, 'torch.bmm(x, y)', 'T(2, 2, 2):fill(7):bmm(x, y)', 'torch.bmm(r, x, y)', 'torch.bmm(T(2, 2, 2):fill(7), x, y)', 'torch.bmm(o, x, y)', 'x:bmm(y)'}
for _, f in ipairs{'mm', 'mv', 'ger', 'bmm'} do
   case{types = {'Int', 'Double'}, layouts = {'contiguous', 'empty'}, ('torch.%s(x, x)'):format(f), ('torch.%s(x)'):format(f), ('torch.%s()'):format(f), ('torch.%s(x, 2)'):format(f),
      ('torch.%s(x, T(3):zero())'):format(f), ('torch.%s(T(3):fill(2), T(2):fill(3))'):format(f), ('torch.%s(x, L)'):format(f), ('torch.%s(T(2, 2, 2), x)'):format(f)}
end

local function sums(f, x, y, z)
   x, y, z = {'plain', unpack(x)}, {'plain', unpack(y)}, {'plain', unpack(z)}
   local function call(text) return (text:gsub('F', f)) end
   case{x = x, y = y, z = z, mixed = f ~= 'addr', tolerance = near, call 'torch.F(x, y, z)', call 'x:F(y, z)', call 'torch.F(2, x, y, z)', call 'torch.F(x, 3, y, z)', call 'torch.F(0.5, x, 2, y, z)', call 'torch.F(r, x, y, z)',
      call 'torch.F(r, 2, x, 3, y, z)', call 'torch.F(n, x, y, z)', call 'torch.F(n, 0, x, 1, y, z)', call 'torch.F(o, x, 2, y, z)', call 'x:F(2, y, z)', call 'x:F(2, 3, y, z)', call 'x:F(0, 1, y, z)',
      call 'x:F(x, y, z)', call 'n:F(x, y, z)', call 'n:F(2, x, 3, y, z)', call 'n:F(x, 2, y, z)', call 'torch.F(x, x, y, z)', call 'torch.F(1, x, 0, y, z)', call 'x:F(0.5, 0.25, y, z)'}
   case{types = {'Int', 'Float'}, layouts = {'contiguous', 'empty'}, x = x, y = y, z = z, call 'torch.F(x, z, y)', call 'torch.F(x, y, x)', call 'torch.F(y, z)', call 'x:F(y)', call 'torch.F(x, y, 2)', call 'torch.F()', call 'x:F(1, 2, 3, y, z)',
      call 'torch.F(T(), y, z)', call 'T():F(y, z)', call 'torch.F(x, y, T())', call 'torch.F("a", x, y, z)', call 'torch.F(x, L, L)'}
end
sums('addmm', {2, 4}, {2, 3}, {3, 4})
sums('addmv', {2}, {2, 3}, {3})
sums('addr', {2, 3}, {2}, {3})
sums('baddbmm', {2, 2, 2}, {2, 2, 3}, {2, 3, 2})
sums('addbmm', {2, 2}, {2, 2, 3}, {2, 3, 2})

-- A result that is not a number before is overwritten where `beta` is 0.
case{types = 'floats', layouts = {'contiguous'}, x = {'plain', 2, 3}, y = {'plain', 3, 2}, z = {'plain', 3}, tolerance = near, 'T(2, 2):fill(0/0):mm(x, y)', 'T(2):fill(0/0):mv(x, z)', 'T(3, 3):fill(0/0):ger(z, z)',
   'T(2, 2):fill(0/0):addmm(0, 1, x, y)', 'T(2):fill(0/0):addmv(0, 1, x, z)', 'T(3, 3):fill(0/0):addr(0, 1, z, z)', 'torch.addmm(0, T(2, 2):fill(0/0), 1, x, y)'}

return cases
