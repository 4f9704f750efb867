-- usage: gnuplot.lua. What it takes to hand plots to gnuplot; in its place stands a program that only reads.
require 'gnuplot'
local exe = os.tmpname()
local file = io.open(exe, 'w')
file:write '#!/bin/sh\n[ "$1" = -persist ] && exec cat >/dev/null\nprintf "gnuplot 5.4\\n    x11  windows\\n"\n'
file:close()
os.execute('chmod +x ' .. exe)
gnuplot.setgnuplotexe(exe)
gnuplot.setterm 'x11'

local function time(what, times, f)
   gnuplot.figure()
   f()
   local timer = torch.Timer()
   for _ = 1, times do f() end
   print(('RES gnuplot_%s_ms %.2f'):format(what, timer:time().real / times * 1e3))
   gnuplot.close()
end

local x, z = torch.range(1, 1e6), torch.randn(1e6)
time('plot_1000000', 3, function() gnuplot.plot(x, z) end)
time('plot_100', 100, function() gnuplot.plot(x:narrow(1, 1, 100), z:narrow(1, 1, 100), '-') end)
time('imagesc_500x500', 3, function() gnuplot.imagesc(z:narrow(1, 1, 250000):view(500, 500)) end)
time('splot_200x200', 3, function() gnuplot.splot(z:narrow(1, 1, 40000):view(200, 200)) end)
os.remove(exe)
