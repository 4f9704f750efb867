-- What LAPACK computes. Matrices are made so that the answer is no matter of rounding: where it is unique up to signs, they are
-- left out; where it is not, what is returned is what the answer is for.
local cases = {}
local regular, near = {'contiguous', 'transposed', 'narrowed', 'one', 'empty'}, {1e-4, 1e-10}
local function case(t)
   t.types, t.tolerance, t.layouts = t.types or 'floats', near, t.layouts or regular
   cases[#cases + 1] = t
end
--- Calls on an `x` that has a large diagonal, or is positive definite, in the layout that it has.
local function on(prepare, t)
   for k, call in ipairs(t) do
      t[k] = prepare .. (call:find('%f[%w_]return%f[^%w_]') and call or 'return ' .. call)
   end
   case(t)
end
local dominant = 'x:add(torch.eye(x:size(1)):typeAs(x) * 9) '
local definite = 'x:copy(x * x:t() + torch.eye(x:size(1)):typeAs(x)) '

for _, y in ipairs{{3, 2}, {3}} do
   on(dominant, {x = {'plain', 3, 3}, y = {'plain', unpack(y)}, 'torch.gesv(y, x)', 'torch.gesv(r, T(), y, x)', 'torch.gesv(o, T(2):fill(3), y, x)',
      'torch.gesv(r, n, y, x)', 'torch.gesv(y, x, y, x)', 'torch.gesv(y, T(), y, x)', 'torch.gesv(r, x, y, x)'})
   on(dominant, {x = {'plain', 3, 3}, y = {'plain', unpack(y)}, 'torch.trtrs(y, x)', "torch.trtrs(y, x, 'L')", "torch.trtrs(y, x, 'T')", "torch.trtrs(y, x, 'U', 'T')",
      "torch.trtrs(y, x, 'L', 'T', 'N')", "torch.trtrs(y, x, 'U', 'N', 'U')", "torch.trtrs(y, x, 'N', 'U')", "torch.trtrs(y, x, 'L', 'U')",
      "torch.trtrs(y, x, 'Lower', 'Turned')", 'torch.trtrs(r, o, y, x)', "torch.trtrs(r, n, y, x, 'L')", 'torch.trtrs(y, x, y, x)'})
   on(definite, {x = {'plain', 3, 3}, y = {'plain', unpack(y)}, 'torch.potrs(y, torch.potrf(x))', "torch.potrs(y, torch.potrf(x, 'L'), 'L')", 'torch.potrs(r, y, x)',
      'torch.potrs(o, y, x)', 'torch.potrs(y, y, x)', "torch.potrs(y, x, 'L')"})
end
case{x = {'plain', 3, 3}, y = {'plain', 3, 2}, layouts = {'expanded', 'empty'}, mixed = false, 'torch.gesv(y, x)', 'torch.inverse(x)', 'torch.potrf(x)', 'torch.pstrf(x)',
   'torch.qr(x)', 'torch.symeig(x)', 'return (torch.eig(x))', 'return (torch.gels(y, x))'}
on(dominant, {x = {'plain', 3, 3}, 'torch.inverse(x)', 'torch.inverse(r, x)', 'torch.inverse(o, x)', 'torch.inverse(n, x)', 'torch.inverse(x, x)'})

-- The leading rows of a long matrix are dominant.
local tall, wide = 'x:narrow(1, 1, x:size(2)):add(torch.eye(x:size(2)):typeAs(x) * 9) ', 'x:narrow(2, 1, x:size(1)):add(torch.eye(x:size(1)):typeAs(x) * 9) '
for k, prepare in ipairs{tall, wide} do
   local sizes = k == 1 and {5, 3} or {3, 5}
   local m = sizes[1]
   for _, y in ipairs{{m, 2}, {m}} do
      on(prepare, {x = {'plain', unpack(sizes)}, y = {'plain', unpack(y)}, 'torch.gels(y, x)', 'torch.gels(r, T(), y, x)', 'torch.gels(o, n, y, x)', 'torch.gels(y, x, y, x)'})
   end
   on(prepare, {x = {'plain', unpack(sizes)}, 'torch.qr(x)', 'torch.geqrf(x)', 'torch.qr(r, T(), x)', 'torch.qr(o, n, x)', 'torch.qr(n, T(2):fill(1), x)', 'torch.qr(x, T(), x)',
      'torch.qr(T(), x, x)', 'torch.geqrf(r, T(), x)', 'torch.geqrf(o, T(7), x)', 'torch.geqrf(n, r, x)', 'torch.geqrf(x, r, x)'})
   on(prepare, {x = {'plain', unpack(sizes)}, 'local u, s, v = torch.svd(x) return s, u:abs(), v:abs()', "local u, s, v = torch.svd(x, 'A') return s, u * u:t(), v * v:t()",
      "local u, s, v = torch.svd(x, 'S') return u * torch.diag(s) * v:t(), s", 'local v = T() torch.svd(o, r, v, x) return r, o:abs(), v:abs()', 'torch.svd(n, r, T(), x) return r, n:abs()',
      'torch.svd(x, r, T(), x) return r, x:abs()', 'torch.svd(T(), r, x, x) return r, x:abs()'})
end
on(tall, {x = {'plain', 4, 3}, y = {'plain', 4, 2}, z = {'plain', 2, 4}, mixed = false, layouts = {'contiguous', 'transposed', 'narrowed', 'empty'},
   'return torch.orgqr(torch.geqrf(x))', 'local a, t = torch.geqrf(x) return torch.ormqr(a, t, y)', "local a, t = torch.geqrf(x) return torch.ormqr(a, t, y, 'L', 'T')",
   "local a, t = torch.geqrf(x) return torch.ormqr(a, t, y, 'T')", "local a, t = torch.geqrf(x) return torch.ormqr(a, t, z, 'R')", "local a, t = torch.geqrf(x) return torch.ormqr(a, t, z, 'R', 'T')",
   'local a, t = torch.geqrf(x) return torch.ormqr(r, a, t, y)', 'local a, t = torch.geqrf(x) return torch.ormqr(y, a, t, y)', 'local a, t = torch.geqrf(x) return torch.orgqr(r, a, t)',
   'local a, t = torch.geqrf(x) return torch.orgqr(a, a, t)', 'local a, t = torch.geqrf(x) return torch.orgqr(a, t:narrow(1, 1, 2))', 'local a, t = torch.geqrf(x) return torch.orgqr(n, a, t)',
   'local a, t = torch.geqrf(x) return torch.ormqr(o, a, t:narrow(1, 1, 1), y)'})

case{x = {'unique', 3, 3}, 'local e = torch.symeig(x) return e', "local e, v = torch.symeig(x, 'V') return e, v:abs()", "local e, v = torch.symeig(x, 'V', 'L') return e, v:abs()",
   "local e = torch.symeig(x, 'N', 'L') return e", "local e = torch.symeig(x, 'L') return e", "torch.symeig(r, o, x, 'V') return r, o:abs()", "torch.symeig(o, n, x, 'V') return o, n:abs()",
   "torch.symeig(r, x, x, 'V') return r, x:abs()", "torch.symeig(x, r, x, 'V') return x, r:abs()"}
case{x = {'unique', 3, 3}, layouts = {'expanded'}, 'local e = torch.symeig(x) return e', "local e, v = torch.symeig(x, 'V') return e, v * torch.diag(e) * v:t()"}
on(dominant, {x = {'unit', 3, 3}, 'local e, v = torch.eig(x) return e:sum(1), v', "local e, v = torch.eig(x, 'V') return torch.cmul(e, e):sum(1), v:norm()", 'torch.eig(r, o, x) return r:size(), o',
   "torch.eig(r, n, x, 'V') return r:sum(1), n:norm()", "torch.eig(o, T(), x, 'N') return o:sum(1)", "local e, v = torch.eig(x, 'Vectors') return e:size(), e:stride(), v:size(), v:stride()"})
case{x = {'plain', 2, 2}, layouts = {'contiguous'}, 'local e = torch.eig(T{{2, 0}, {1, 3}}) return e', "local e, v = torch.eig(T{{2, 0}, {1, 3}}, 'V') return e, v:abs()",
   "local e, v = torch.eig(T{{0, 1}, {-1, 0}}, 'V') return e, v:abs()", "local e, v = torch.eig(T{{1, 2, 0}, {-2, 1, 0}, {0, 0, 3}}, 'V') return e, v:abs()"}

on(definite, {x = {'plain', 3, 3}, 'torch.potrf(x)', "torch.potrf(x, 'L')", "torch.potrf(x, 'U')", 'torch.potrf(r, x)', 'torch.potrf(o, x)', "torch.potrf(n, x, 'L')", 'torch.potrf(x, x)',
   'torch.potri(torch.potrf(x))', "torch.potri(torch.potrf(x, 'L'), 'L')", 'torch.potri(r, torch.potrf(x))', 'torch.potri(x, torch.potrf(x))', 'torch.potri(n, torch.potrf(x))'})
on(definite, {x = {'plain', 3, 3}, 'torch.pstrf(x)', "torch.pstrf(x, 'L')", 'torch.pstrf(x, 1e-3)', "torch.pstrf(x, 'L', 0)", 'torch.pstrf(r, torch.IntTensor(), x)',
   'torch.pstrf(o, torch.IntTensor(2, 2), x)', "torch.pstrf(n, torch.IntTensor(7), x, 'L', -1)", 'torch.pstrf(x, torch.IntTensor(), x)', 'torch.pstrf(x, 1e6)'})

-- What is refused.
for _, f in ipairs{'gesv', 'trtrs', 'gels', 'potrs'} do
   case{x = {'plain', 3, 3}, y = {'plain', 3, 2}, z = {'plain', 2, 2, 2}, layouts = {'contiguous'}, ('torch.%s(y, y:t())'):format(f), ('torch.%s(y:t(), x)'):format(f), ('torch.%s(y, z)'):format(f),
      ('torch.%s(z, x)'):format(f), ('torch.%s(y, x[1])'):format(f), ('torch.%s(T(), x)'):format(f), ('torch.%s(y, T())'):format(f), ('torch.%s(y, L)'):format(f), ('torch.%s(y)'):format(f),
      ('torch.%s()'):format(f), ("torch.%s(y, x, 'X')"):format(f), ("torch.%s(y, x, 'l')"):format(f), ('torch.%s(y, x, 1)'):format(f), ('torch.%s(y, x, x, x, x)'):format(f)}
end
for _, f in ipairs{'symeig', 'eig', 'inverse', 'potrf', 'potri', 'pstrf'} do
   case{x = {'plain', 3, 2}, z = {'plain', 2, 2, 2}, layouts = {'contiguous'}, ('torch.%s(x)'):format(f), ('torch.%s(x[1])'):format(f), ('torch.%s(z)'):format(f), ('torch.%s(T())'):format(f),
      ('torch.%s()'):format(f), ("torch.%s(z[1], 'X')"):format(f), ("torch.%s(z[1], '')"):format(f), ('torch.%s(L)'):format(f)}
end
for _, f in ipairs{'svd', 'qr', 'geqrf'} do
   case{x = {'plain', 3, 2}, z = {'plain', 2, 2, 2}, layouts = {'contiguous'}, ('torch.%s(x[1])'):format(f), ('torch.%s(z)'):format(f), ('torch.%s()'):format(f), ("torch.%s(x, 'X')"):format(f),
      ('torch.%s(L)'):format(f), ('torch.%s(x, 1)'):format(f)}
end
case{x = {'plain', 2, 2}, layouts = {'contiguous'}, 'torch.gesv(x, T(2, 2):zero())', 'torch.inverse(T(2, 2):zero())', 'torch.trtrs(x, T(2, 2):zero())', 'torch.potri(T(2, 2):zero())', 'torch.potrf(-torch.eye(2):typeAs(x))',
   'torch.pstrf(T(2, 2):fill(1))', 'torch.orgqr(x)', 'torch.orgqr(T(2), x)', 'torch.orgqr(T(), x)', 'torch.ormqr(x, x[1])', 'torch.ormqr(T(2), x[1], x)', "torch.ormqr(x, x[1], x, 'X')", 'torch.ormqr(x, x[1], T(2):fill(1))',
   'torch.symeig(T(2, 2):fill(0 / 0))', 'torch.svd(T(2, 2):fill(0 / 0))', 'torch.eig(T(2, 2):fill(0 / 0))'}
case{types = {'Byte', 'Int', 'Long'}, x = {'plain', 2, 2}, layouts = {'contiguous'}, 'torch.gesv(x, x)', 'torch.trtrs(x, x)', 'torch.gels(x, x)', 'torch.potrs(x, x)', 'torch.inverse(x)', 'torch.symeig(x)', 'torch.eig(x)',
   'torch.svd(x)', 'torch.qr(x)', 'torch.geqrf(x)', 'torch.orgqr(x, x[1])', 'torch.ormqr(x, x[1], x)', 'torch.potrf(x)', 'torch.potri(x)', 'torch.pstrf(x)'}

return cases
