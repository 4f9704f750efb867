-- Sorting and selecting. Where values may be equal, what an index points at is compared, and that all of them occur once.
local cases = {}
local function case(t) cases[#cases + 1] = t end
local four = {'contiguous', 'transposed', 'narrowed', 'expanded'}

-- Expanded inputs hold equal elements along the first dimension, but none along the last.
case{x = {'unique', 3, 5}, 'torch.sort(x)', 'x:sort()', 'torch.sort(r, L, x)', 'torch.sort(n, L, x)', 'torch.sort(o, L, x)', 'torch.sort(r, x)', 'x:sort(2)'}
case{x = {'unique', 3, 5}, 'torch.sort(x, true)', 'x:sort(2, true)', 'torch.sort(r, L, x, 2, true)', 'torch.sort(r, L, x, true)', 'x:sort(2, false)', 'x:sort(false)'}
case{x = {'unique', 5, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'empty', 'one'}, 'torch.sort(x, 1)', 'x:sort(1, true)', 'torch.sort(n, L, x, 1)'}
case{x = {'unique', 2, 3, 2}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'torch.sort(x, 2)', 'x:sort(1)', 'x:sort(3, true)'}
case{x = {'few', 3, 5}, 'local v, k = torch.sort(x) return v, x:gather(2, k), (k:sort())', 'local v, k = x:sort(true) return v, x:gather(2, k), (k:sort())'}
case{x = {'few', 5, 3}, 'local v, k = torch.sort(x, 1) return v, x:gather(1, k), (k:sort(1))', 'local v, k = x:sort(1, true) return v, x:gather(1, k), (k:sort(1))'}
case{types = 'integers', layouts = {'long', 'special'}, x = {'rough', 19}, 'local v, k = torch.sort(x) return v, x:gather(1, k), (k:sort())', 'local v, k = x:sort(1, true) return v, x:gather(1, k), (k:sort())'}
case{types = 'floats', layouts = {'long'}, x = {'rough', 19}, 'torch.sort(x)', 'x:sort(1, true)'}
case{types = {'Int', 'Double'}, layouts = {'contiguous', 'empty'}, 'x:sort(0)', 'x:sort(3)', 'torch.sort()', 'x:sort("a")'}
-- More than an insertion sort or one vector takes.
case{x = {'unique', 40}, layouts = {'contiguous', 'transposed', 'narrowed'}, 'torch.sort(x)', 'x:sort(1, true)'}

-- What topk gives unsorted is compared sorted.
case{x = {'unique', 3, 5}, 'local v, k = torch.topk(x, 2) return v:sort(), (k:sort())', 'local v, k = x:topk(3) return v:sort(), (k:sort())'}
case{x = {'unique', 3, 5}, 'torch.topk(x, 3, 2, false, true)', 'x:topk(2, 2, true, true)', 'torch.topk(r, L, x, 2, 2, true, true)', 'torch.topk(n, L, x, 2, 2, true, true)', 'torch.topk(o, L, x, 1, 2, false, true)',
   'x:topk()', 'x:topk(5, 2, true, true)', 'x:topk(3, true, true)', 'local v, k = x:topk(3, true) return v:sort(), (k:sort())', 'local v, k = x:topk(2, 2, true) return v:sort(), (k:sort())'}
case{x = {'unique', 5, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'empty', 'one'}, 'torch.topk(x, 2, 1, false, true)', 'x:topk(1, 1, true, true)'}
case{x = {'few', 3, 5}, layouts = four, 'local v, k = torch.topk(x, 2, 2, false, true) return v, x:gather(2, k)', 'local v, k = x:topk(3, 2, true, true) return v, x:gather(2, k)'}
case{layouts = {'contiguous'}, 'x:topk(0)', 'x:topk(4)', 'x:topk(-1)', 'x:topk(1, 3)', 'x:topk(1, 0)'}

for _, f in ipairs{'median', 'mode'} do
   case{x = {'unique', 3, 5}, ('torch.%s(x)'):format(f), ('x:%s()'):format(f), ('torch.%s(r, L, x)'):format(f), ('torch.%s(n, L, x)'):format(f), ('torch.%s(o, L, x)'):format(f), ('torch.%s(r, x)'):format(f),
      ('x:%s(2)'):format(f)}
   case{x = {'unique', 4, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'empty', 'one'}, ('torch.%s(x, 1)'):format(f), ('x:%s(1)'):format(f), ('torch.%s(r, L, x, 1)'):format(f)}
   case{x = {'few', 3, 5}, layouts = four, ('local v, k = torch.%s(x) return v, x:gather(2, k)'):format(f), ('local v, k = x:%s(1) return v, x:gather(1, k)'):format(f)}
   case{x = {'unique', 2, 3, 4}, layouts = {'contiguous', 'transposed', 'narrowed'}, ('torch.%s(x, 2)'):format(f), ('x:%s(3)'):format(f)}
   case{layouts = {'contiguous'}, ('x:%s(0)'):format(f), ('x:%s(3)'):format(f), ('torch.%s()'):format(f)}
end
case{x = {'unique', 3, 5}, 'torch.kthvalue(x, 2)', 'x:kthvalue(1)', 'torch.kthvalue(r, L, x, 2)', 'torch.kthvalue(n, L, x, 1)', 'torch.kthvalue(o, L, x, 3)', 'x:kthvalue(5)', 'torch.kthvalue(r, x, 1)', 'x:kthvalue(4, 2)'}
case{x = {'unique', 4, 3}, layouts = {'contiguous', 'transposed', 'narrowed', 'empty', 'one'}, 'torch.kthvalue(x, 2, 1)', 'x:kthvalue(1, 1)', 'torch.kthvalue(r, L, x, 3, 1)'}
case{x = {'few', 3, 5}, layouts = four, 'local v, k = torch.kthvalue(x, 3) return v, x:gather(2, k)', 'local v, k = x:kthvalue(2, 1) return v, x:gather(1, k)'}
case{layouts = {'contiguous'}, 'x:kthvalue(0)', 'x:kthvalue(4)', 'x:kthvalue(-1)', 'x:kthvalue(1, 3)', 'x:kthvalue()'}

return cases
