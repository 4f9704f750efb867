-- help, of what is bound from Swift, of ours in Lua, and of a script's own.
require 'nn'
--- Twice a number.
-- @tparam number x any
-- @treturn number 2x
local function twice(x) return 2 * x end
local function bare() end
help(twice)
--> local function twice(x)
--> Twice a number.
-->   x: number, any
-->   -> number, 2x	
help(bare)
--> defined in Tests/lua/printed/help.lua:7	
help(torch.dot)
--> The sum of the products of all elements, as many in both.
-->   torch.dot(src: Tensor, other: Tensor) -> number
-->   t:dot(…) is torch.dot(t, …)
-->   for ByteTensor, CharTensor, ShortTensor, IntTensor, LongTensor, FloatTensor, DoubleTensor	
help(nn.Linear.reset)
--> function Linear:reset(stdv)
--> Draw the parameters anew.
-->   [stdv = 1/√(3K)]: number, the standard deviation	
help 'nn.ReLU'
--> Rectified linear unit: `y = max(x, 0)`, element by element.
-->
--> nn.ReLU(inplace)
--> Make a layer.
-->   [inplace = false]: boolean, whether input and gradient are overwritten, to save memory
-->
--> Methods: those of nn.Threshold	
help(nn.ReLU())
--> Rectified linear unit: `y = max(x, 0)`, element by element.
-->
--> nn.ReLU(inplace)
--> Make a layer.
-->   [inplace = false]: boolean, whether input and gradient are overwritten, to save memory
-->
--> Methods: those of nn.Threshold	
help 'torch.serializeToStorage'
--> function torch.serializeToStorage(object, mode)
--> An object as a CharStorage of bytes.	
help(nn)
--> Layers, criteria and trainers.	
help 'xlua'
--> Odds and ends that scripts count on: progress bars, times as text, options, tables.	
help(torch.Tensor(2))
--> torch.DoubleTensor	
help(math.sin)
--> a function of Lua itself	
help 'no.such.thing'
--> undocumented symbol	
help(nn.LST)
--> nil: nothing has this name	
help(3)
--> undocumented symbol	
help()
--> help(what): what is known of a function, a class or a package	
