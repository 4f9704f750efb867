-- Sizes at which kernels go other ways: whole vectors, several chunks and threads, blocks of matrices, sorting by digits.
local cases = {}
local function case(t) cases[#cases + 1] = t end
-- What is compared are sums of many elements.
local near, sums = {1e-3, 1e-11}, {1e-4, 1e-11}
local types = {'Byte', 'Int', 'Float', 'Double'}

-- Above one chunk of 32,768 elements.
local n = {'plain', 130, 257}
case{types = types, layouts = {'large', 'largeTransposed'}, x = n, y = {'positive', 130, 257}, z = {'few', 130, 257}, tolerance = near, 'torch.add(x, 3)', 'x:add(2, y)', 'torch.cmul(x, y)', 'torch.cdiv(x, y)',
   'torch.mul(x, 3)', 'torch.div(x, 3)', 'torch.lt(x, y)', 'x:clamp(1, 3)', 'torch.cmax(x, y)', 'x:addcmul(2, y, z)', 'x:fill(3)', 'x:clone()', 'x:eq(z)', 'torch.remainder(x, y[1][1])', 'x + y', 'x:t() + y'}
case{types = 'floats', layouts = {'large', 'largeTransposed'}, x = n, y = {'positive', 130, 257}, tolerance = near, 'torch.exp(x)', 'y:log()', 'torch.tanh(x)', 'torch.sigmoid(x)', 'torch.sin(x)', 'torch.cos(x)', 'torch.sqrt(y)',
   'torch.pow(y, 1.5)', 'torch.pow(x, 2)', 'torch.abs(x)', 'torch.floor(x)', 'torch.round(x)', 'torch.cinv(y)', 'torch.atan2(x, y)', 'torch.lerp(x, y, 0.25)'}
case{types = types, layouts = {'large', 'largeTransposed'}, x = n, tolerance = sums, 'torch.sum(x)', 'x:max()', 'torch.sum(x, 1)', 'torch.sum(x, 2)', 'torch.min(x)', 'torch.dot(x, x)', 'torch.cumsum(x, 1)', 'torch.cumsum(x, 2)',
   'local v, k = torch.max(x, 1) return v', 'local v, k = torch.max(x, 2) return v', 'local v, k = torch.min(x, 2) return v, x:gather(2, k)'}
case{types = 'floats', layouts = {'large', 'largeTransposed'}, x = n, tolerance = sums, 'torch.mean(x)', 'x:std()', 'torch.mean(x, 1)', 'torch.mean(x, 2)', 'torch.norm(x)', 'torch.norm(x, 1, 2)', 'torch.norm(x, 2, 1)', 'torch.histc(x, 7)',
   'torch.bhistc(x, 7)', 'torch.renorm(x, 2, 1, 5)', 'torch.dist(x, torch.mul(x, 0.5))', 'torch.var(x)'}

-- Sorting: by insertion, by digits of 8 bits and of 11.
for _, size in ipairs{300, 9000} do
   case{types = types, layouts = {'large'}, x = {'rough', size}, tolerance = {1e-6, 1e-14}, 'local v, k = torch.sort(x) return v, x:gather(1, k) - v, (k:sort())', 'local v, k = x:sort(1, true) return v, x:gather(1, k) - v, (k:sort())',
      'local v, k = x:topk(10, 1, false, true) return v, x:gather(1, k)', 'local v, k = x:topk(100, 1, true, true) return v, x:gather(1, k)', 'local v, k = x:median() return v, x:gather(1, k)',
      'local v, k = x:kthvalue(77) return v, x:gather(1, k)'}
end
case{types = types, layouts = {'large', 'largeTransposed'}, x = {'rough', 70, 40}, tolerance = {1e-5, 1e-13}, 'local v, k = torch.sort(x, 1) return v, x:gather(1, k) - v, (k:sort(1))', 'local v, k = x:sort(2, true) return v, x:gather(2, k) - v, (k:sort(2))',
   'local v, k = x:topk(5, 1, true, true) return v, x:gather(1, k)', 'local v, k = x:median(1) return v', 'local v, k = x:kthvalue(9, 2) return v', '(x:mode(1))'}
case{types = types, layouts = {'large'}, x = {'few', 4000}, '(x:mode())', 'local v, k = x:median() return v, x:gather(1, k)', 'local v, k = x:sort() return v, (k:sort())'}

-- Products: blocks and their remainders.
for _, s in ipairs{{70, 65, 90}, {33, 130, 17}, {1, 200, 65}, {129, 1, 70}} do
   local x, y, z = {'plain', s[1], s[2]}, {'plain', s[2], s[3]}, {'plain', s[1], s[3]}
   case{types = types, layouts = {'large', 'largeTransposed'}, x = x, y = y, z = z, tolerance = sums, 'torch.mm(x, y)', 'z:addmm(2, x, y)', 'torch.mm(y:t(), x:t())', 'torch.addmm(0.5, z, 2, x, y)', 'x * y', 'torch.mm(x, y:narrow(2, 1, 1))'}
   case{types = types, layouts = {'large', 'largeTransposed'}, x = x, y = {'plain', s[2]}, z = {'plain', s[1]}, tolerance = sums, 'torch.mv(x, y)', 'x * y', 'x:t() * z', 'torch.ger(z, y)', 'torch.addr(x, 2, z, y)', 'z:addmv(2, 3, x, y)'}
end
case{types = types, layouts = {'large'}, x = {'plain', 5, 40, 33}, y = {'plain', 5, 33, 47}, z = {'plain', 40, 47}, tolerance = sums, 'torch.bmm(x, y)', 'torch.addbmm(z, x, y)', 'torch.baddbmm(torch.bmm(x, y), 2, x, y)', 'z:addbmm(2, 0.5, x, y)'}

return cases
