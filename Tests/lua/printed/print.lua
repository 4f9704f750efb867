-- print as th has it. Each line that it writes stands behind an arrow.
print('plain', 1, nil, true, 2.5)
--> plain	1	nil	true	2.5	
print()
print('')
--> 	
print(nil, nil)
--> nil	nil	
print('a', {1}, 'b', {}, 'c')
--> a	{
-->   1 : 1
--> }
--> b	{}
--> c	
print {1, 'two', {3}, nil, {}}
--> {
-->   1 : 1
-->   2 : "two"
-->   3 : 
-->     {
-->       1 : 3
-->     }
-->   5 : {...}
--> }
print {{{{{{6}}}}}}
--> {
-->   1 : 
-->     {
-->       1 : 
-->         {
-->           1 : 
-->             {
-->               1 : 
-->                 {
-->                   1 : {...}
-->                 }
-->             }
-->         }
-->     }
--> }
-- Keys in order: numbers, strings, booleans.
print {b = 1, a = 2, [2.5] = 3, [true] = 4, [1] = 5}
--> {
-->   1 : 5
-->   2.5 : 3
-->   a : 2
-->   b : 1
-->   true : 4
--> }
print(setmetatable({1}, {__tostring = function() return 'its own text' end}), 1)
--> its own text
--> 1	
print {timer = torch.Timer(), tensor = torch.FloatTensor(2, 3)}
--> {
-->   tensor : FloatTensor - size: 2x3
-->   timer : torch.Timer [status: running]
--> }
setprintlevel(1)
print {{1}}
--> {
-->   1 : {...}
--> }
