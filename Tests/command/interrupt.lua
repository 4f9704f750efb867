-- Says that it is ready, then does not end by itself.
local places = {
   loop = function() while true do end end,
   coroutine = function()
      coroutine.wrap(function()
         print(coroutine.resume(coroutine.create(function() return 1 end)))
         coroutine.wrap(function() while true do end end)()
      end)()
   end,
   kernel = function()
      local x = torch.Tensor(1e6)
      while true do x:fill(1) end
   end,
   read = function() io.read() while true do end end,
   caught = function()
      print(pcall(function() while true do end end))
      print('caught')
   end,
}
io.stderr:write('ready\n')
places[arg[1]]()
