-- xlua.print, as the original printed it: the first value, four blanks, the others as print does.
xlua.print {1, 2, 'x', a = true}
--> {[1] = 1,
-->  [2] = 2,
-->  [3] = x,
-->  [a] = true}
xlua.print {}
--> {}
xlua.print {torch.Tensor(1)}
--> {[1] = <userdata>}
xlua.print('a', 'b')
--> a    b	
xlua.print(1, nil, 0 / 0)
--> 1    nil	nan	
xlua.print()
--> nil
xlua.print({1}, {2})
--> {[1] = 1}    {
-->   1 : 2
--> }
xlua.print(setmetatable({1}, {__tostring = function() return 'its own text' end}))
--> its own text:
--> {[1] = 1}
xlua.print(torch.Tensor(1):zero())
-->  0
--> [torch.DoubleTensor of size 1]
--> 
