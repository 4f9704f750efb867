-- Calls that Sconce answers otherwise than the original, on purpose: parts of the call, types and layouts (all, if absent), and
-- why. `unsafe`: the original stops, or its answer hangs on chance, so that it is not asked and ours may be anything.
return {
   {'torch.lt(B, ', 'torch.le(B, ', 'torch.gt(B, ', 'torch.ge(B, ', 'torch.eq(B, ', 'torch.ne(B, ',
      types = {'Char', 'Short', 'Int', 'Long', 'Float', 'Double'},
      why = 'the original looks for a function of ByteTensors where the result is one; Sconce looks at all arguments'},
   {'torch.mm(r, ', 'torch.mv(r, ', 'torch.ger(r, ', 'torch.bmm(r, ', why = 'an empty result takes the size of the product'},
   {'x:addmm(', 'x:addmv(', 'x:addbmm(', layouts = {'expanded'},
      why = 'into memory that several elements share, the sum hangs on the order of writing'},
   {'ger(x, y)', 'torch.ger(T(3, 4):fill(7), x, y)', 'addr(', types = {'Float', 'Double'}, layouts = {'expanded'},
      why = "the original's BLAS refuses vectors of stride 0, and it goes on without their product"},
   {'torch.sort(n, ', unsafe = true, why = 'the original writes outside of results that are not contiguous'},
   {'Storage({1, 2, 3}, 2, 2)', why = 'the original takes no notice of the numbers after a table'},
   {'x:div(0)', 'torch.cdiv(x, torch.zero(y))', 'x % 0', 'x:fmod(0)', 'x:remainder(0)', types = {'Byte', 'Char', 'Short', 'Int', 'Long'},
      unsafe = true, why = 'the processor stops the original where it divides by zero'},
}
