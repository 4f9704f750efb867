-- Addition and its like: with numbers, with tensors, as operators.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local near, exact = {1e-6, 1e-14}, {0, 0}

case{elementwise = true, tolerance = near, 'torch.add(x, 3)', 'x:add(3)', 'torch.add(r, x, 2)', 'torch.add(n, x, 2.75)',
   'torch.add(o, x, -2)', 'x:add(y, 2)', 'n:add(x, 1.5)', 'torch.add(x, x, 1)'}
case{elementwise = true, tolerance = near, 'torch.add(x, y)', 'x:add(y)', 'torch.add(r, x, y)', 'torch.add(n, x, y)',
   'torch.add(o, x, y)', 'x:add(x)', 'x:add(y, x)', 'torch.add(y, x, y)'}
case{elementwise = true, tolerance = near, 'torch.add(x, 2, y)', 'x:add(2, y)', 'torch.add(r, x, 3, y)', 'torch.add(n, x, 0.5, y)',
   'x:add(-2.5, y)', 'x:add(y, 2, z)', 'x:add(2, x)', 'torch.add(x, 0, y)'}
case{elementwise = true, tolerance = near, 'torch.csub(x, 3)', 'x:csub(3)', 'torch.csub(r, x, 2)', 'torch.csub(n, x, 1.5)', 'x:csub(y)',
   'torch.csub(x, y)', 'x:csub(2, y)', 'torch.csub(r, x, y)', 'torch.csub(n, x, 2, y)', 'x:csub(y, x)', 'x:csub(x)'}
case{elementwise = true, tolerance = near, 'torch.mul(x, 3)', 'x:mul(3)', 'torch.mul(r, x, -2)', 'torch.mul(n, x, 2.5)',
   'torch.mul(o, x, 0.5)', 'x:mul(x, 2)', 'x:mul(y, 2)', 'x:mul(0)'}
case{elementwise = true, tolerance = near, 'torch.div(x, 3)', 'x:div(3)', 'torch.div(r, x, 2)', 'torch.div(n, x, 2.5)',
   'torch.div(o, x, 2)', 'x:div(y, 2)', 'x:div(1)'}
case{types = {'Char', 'Short', 'Int', 'Long', 'Float', 'Double'}, tolerance = near, layouts = {'special'}, 'x:div(-2)', 'x:mul(-3)',
   'x:add(-1)', 'x:csub(1)', 'x:fmod(-7)', 'x:remainder(-7)'}
case{elementwise = true, tolerance = near, 'torch.cmul(x, y)', 'x:cmul(y)', 'torch.cmul(r, x, y)', 'torch.cmul(n, x, y)',
   'torch.cmul(o, x, y)', 'x:cmul(x)', 'x:cmul(y, z)', 'torch.cmul(y, x, y)'}
case{layouts = {'contiguous', 'transposed', 'narrowed', 'expanded', 'empty', 'one', 'long'}, y = {'nonzero', 2, 3}, tolerance = near,
   'torch.cdiv(x, y)', 'x:cdiv(y)', 'torch.cdiv(r, x, y)', 'torch.cdiv(n, x, y)', 'torch.cdiv(y, x, y)'}
case{types = 'floats', layouts = {'special'}, tolerance = near, 'torch.cdiv(x, y)', 'torch.div(x, 0)'}
case{elementwise = true, x = {'plain', 2, 3}, y = {'plain', 2, 3}, tolerance = near, 'torch.addcmul(x, y, z)', 'x:addcmul(y, z)',
   'torch.addcmul(x, 2, y, z)', 'x:addcmul(2, y, z)', 'torch.addcmul(r, x, 3, y, z)', 'torch.addcmul(n, x, y, z)', 'x:addcmul(0.5, y, y)',
   'torch.addcmul(o, x, 2, y, z)', 'x:addcmul(y, 2, z, z)', 'x:addcmul(2, x, x)'}
case{layouts = {'contiguous', 'transposed', 'narrowed', 'expanded', 'empty', 'one', 'long'}, z = {'nonzero', 2, 3}, tolerance = near,
   'torch.addcdiv(x, y, z)', 'x:addcdiv(y, z)', 'torch.addcdiv(x, 2, y, z)', 'x:addcdiv(2, y, z)', 'torch.addcdiv(r, x, 3, y, z)',
   'torch.addcdiv(n, x, y, z)', 'x:addcdiv(0.5, y, z)', 'torch.addcdiv(o, x, 2, y, z)'}
case{types = 'floats', layouts = {'special'}, tolerance = near, 'torch.addcdiv(x, y, z)', 'torch.addcdiv(x, 2, y, z)'}
case{elementwise = true, tolerance = exact, 'torch.fill(x, 3)', 'x:fill(3)', 'x:fill(2.75)', 'x:zero()', 'torch.zero(x)'}
case{types = 'integers', layouts = {'contiguous'}, 'x:fill(-1)', 'x:fill(300)', 'x:fill(-3.7)', 'x:fill(40000)'}

-- Operators.
case{elementwise = true, tolerance = near, 'x + 2', '2 + x', 'x + 1.5'}
case{elementwise = true, tolerance = near, 'x + y', 'x + x'}
case{elementwise = true, tolerance = near, 'x - 2', '2 - x', 'x - 1.5'}
case{elementwise = true, tolerance = near, 'x - y', 'x - x'}
case{elementwise = true, tolerance = near, '-x'}
case{elementwise = true, tolerance = near, 'x * 3', '3 * x', 'x * 0.5'}
case{elementwise = true, tolerance = near, 'x / 2', 'x / 3'}
case{elementwise = true, tolerance = near, 'x % 3', 'x % 2'}
case{layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, 'x / y', '2 / x', 'x % y', '2 % x', 'x ^ 2', '2 ^ x', 'x ^ y', 'x == y', 'x == x', 'x ~= x'}
case{layouts = {'contiguous'}, 'x < y', 'x <= y', 'x .. y', 'x + "2"', 'x + nil', 'x + true', 'x + {}', '#x'}
case{y = {'plain', 3, 2}, tolerance = near, 'x * y'}
case{y = {'plain', 3}, tolerance = near, 'x * y'}
case{x = {'plain', 5}, y = {'plain', 5}, tolerance = near, 'x * y', 'x + y', 'x * x'}
case{layouts = {'contiguous'}, x = {'plain', 2, 2, 2}, 'x * x', 'x * 2', 'x / x'}

-- As many elements in another shape, and what is refused.
case{layouts = {'contiguous', 'transposed', 'narrowed', 'expanded'}, mixed = false, y = {'plain', 3, 2}, z = {'plain', 6}, tolerance = near,
   'torch.add(x, y)', 'torch.add(x, z)', 'torch.cmul(x, y)', 'torch.add(x, 2, z)', 'x:cmul(z)', 'x:add(y)', 'torch.addcmul(x, y, z)', 'torch.csub(x, y)'}
case{layouts = {'contiguous', 'empty'}, mixed = false, y = {'plain', 2, 2}, 'torch.add(x, y)', 'x:cmul(y)', 'torch.cdiv(x, y)',
   'torch.addcmul(x, y, x)', 'torch.addcdiv(x, x, y)', 'torch.csub(x, y)', 'x + y', 'x:add(T())', 'torch.add(T(), x)'}
case{types = {'Int', 'Float', 'Double'}, layouts = {'contiguous'}, 'torch.add(x)', 'x:add()', 'torch.add()', 'torch.mul(x)', 'x:mul(y)', 'x:cmul(2)', 'x:add("a")',
   'x:add("2")', 'x:add(nil)', 'torch.add(x, L)', 'torch.add(x, B)', 'x:fill()', 'x:fill(y)', 'x:div(y)', 'x:cdiv(2)', 'x:add({1, 2})'}
case{types = 'integers', layouts = {'contiguous'}, 'x:div(0)', 'torch.cdiv(x, torch.zero(y))', 'x % 0', 'x:fmod(0)', 'x:remainder(0)'}

return cases
