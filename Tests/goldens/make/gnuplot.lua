-- Records what the original's package tells gnuplot: th Tests/goldens/make/gnuplot.lua, with the original's th, in the
-- project's folder. A line `== CALL` for each of forms.lua, then what was told.
require 'gnuplot'
local recorder = dofile 'Tests/goldens/gnuplot/recorder.lua'
local folder, exe = recorder.make()
gnuplot.setgnuplotexe(exe)
gnuplot.setterm 'x11'

T, x = torch.Tensor, torch.range(1, 3)
local lines = {}
for _, call in ipairs(dofile 'Tests/goldens/gnuplot/forms.lua') do
   assert(loadstring(call))()
   gnuplot.close()
   local texts
   repeat
      os.execute 'sleep 0.05'
      texts = recorder.told(folder)
   until #texts > 0
   assert(#texts == 1, call)
   lines[#lines + 1] = '== ' .. call
   lines[#lines + 1] = texts[1]
end
local file = assert(io.open('Tests/goldens/gnuplot/told.txt', 'w'))
file:write(table.concat(lines, '\n'), '\n')
file:close()
os.execute('rm -r ' .. folder)
