-- Calls of which gnuplot is told the same by both hosts; `x` is 1, 2, 3, and `T` is torch.Tensor.
local calls = {}
local function add(text) calls[#calls + 1] = text end

for style in ('. + - +- | ~ ~0.5 v.. points dots lines linespoints boxes csplines acsplines'):gmatch '%S+' do
   add(('gnuplot.plot(x, x * 2, %q)'):format(style))
end
add 'gnuplot.plot(x, x * 2, "0.3 acsplines")'
add 'gnuplot.plot(x, x * 2, "")'
add 'gnuplot.plot(x, x * 2, "with lines ls 1")'
add 'gnuplot.plot(T(3, 4):fill(2), "v")'
add 'gnuplot.plot(T(3, 2):fill(1), T(3, 2):fill(2), "V")'
add 'gnuplot.plot("a", T(3, 2):fill(1), T(3, 2):fill(2), "vectors")'

add 'gnuplot.plot(x)'
add 'gnuplot.plot(x:int(), x:float())'
add 'gnuplot.plot(x:byte(), x:long())'
add 'gnuplot.plot(x, "+")'
add 'gnuplot.plot(x, x * 2)'
add 'gnuplot.plot("its name", x, x * 2, "~")'
add 'gnuplot.plot("y", x)'
add 'gnuplot.plot("y", x, "|")'
add 'gnuplot.plot("", x)'
add 'gnuplot.plot({"a", x}, {x, "-"}, {"c", x, x})'
add 'gnuplot.plot({{"a", x}, {x, "-"}})'
add 'gnuplot.plot({"a", x, x * 3, "-"})'
add 'gnuplot.plot({x})'
add 'gnuplot.plot(T(3, 1):fill(2))'
add 'gnuplot.plot(T(1, 3):fill(2))'
add 'gnuplot.plot(T(3, 2):fill(2))'
add 'gnuplot.plot(T(3, 3):fill(2), "with yerrorbars")'
add 'gnuplot.plot(x, T(3, 3):fill(2))'
add 'gnuplot.plot(x, T(3, 1):fill(2), "+-")'
add 'gnuplot.plot(T(4, 3):fill(2):t()[1], T(3, 4):fill(5)[1])'
add 'gnuplot.plot(T{1, 0/0, 1/0, -1/0, 1e-300, 1e100, 123456789, 1/3, -2.5e-7})'
add 'gnuplot.plot(torch.range(1, 200), torch.range(1, 200):pow(2))'

add 'gnuplot.splot(T{{1, 2, 3}, {4, 5, 6}})'
add 'gnuplot.splot({T(2, 3):fill(1)}, {"b", T(2, 2):fill(2)})'
add 'gnuplot.splot({{T(2, 3):fill(1)}, {"b", T(2, 2):fill(2)}})'
add 'gnuplot.splot("n", T{{1, 2}, {3, 4}}, T{{5, 6}, {7, 8}}, T{{9, 10}, {11, 12}})'
add 'gnuplot.splot(T(1, 2):fill(1), T(1, 2):fill(2), T(1, 2):fill(3))'
add 'gnuplot.splot(T(2, 130):fill(1))'
add 'gnuplot.scatter3(x, x * 2, x * 3)'
add 'gnuplot.scatter3("a", x, x, x)'
add 'gnuplot.scatter3({x, x, x}, {"b", x, x, x})'

add 'gnuplot.bar(x)'
add 'gnuplot.bar(x, x * 2)'
add 'gnuplot.bar("l", x, x)'
add 'gnuplot.bar(T(3, 2):fill(1))'
add 'gnuplot.hist(torch.range(1, 20), 4)'
add 'gnuplot.hist(torch.range(1, 20):view(4, 5):float(), 5, 3, 10)'

for name in ('xlabel ylabel zlabel title'):gmatch '%a+' do
   add(('gnuplot.%s "a text, x^2"'):format(name))
   add(('gnuplot.%s "two\\\\nlines"'):format(name))
   add(('gnuplot.%s(5)'):format(name))
end
for toggle in ('true false "on" "off" nil 0'):gmatch '%S+' do
   add(('gnuplot.grid(%s)'):format(toggle))
   add(('gnuplot.logscale(%s)'):format(toggle))
end
add 'gnuplot.movelegend("left", "top")'
add 'gnuplot.movelegend("center", "middle")'
add 'gnuplot.movelegend("right", "bottom")'
for axis in ('auto image equal fill'):gmatch '%a+' do add(('gnuplot.axis %q'):format(axis)) end
add 'gnuplot.axis {0, 1, 2.5, ""}'
add 'gnuplot.axis {"", "", -1e10, 3}'
add 'gnuplot.axis {"*", "*", 0, 1}'
add 'gnuplot.raw "set xtics 1"'
add 'gnuplot.raw "set xtics 1\\nset ytics 2"'
add 'gnuplot.raw "unset key"'

add 'gnuplot.figure()'
add 'gnuplot.figure(nil, {noraise = true})'
add 'gnuplot.figure(4) gnuplot.plot(x) gnuplot.plotflush()'
for kind in ('eps svg png pdf'):gmatch '%a+' do
   add(('gnuplot.%sfigure "/tmp/a name.%s" gnuplot.plot(x) gnuplot.plotflush() gnuplot.title "later"'):format(kind, kind))
end
add 'gnuplot.pngfigure("/tmp/x.png", 3) gnuplot.plot(x) gnuplot.plotflush(3)'
add 'gnuplot.figure() gnuplot.plot(x) gnuplot.figprint "/tmp/x.eps"'
add 'gnuplot.figure() gnuplot.plot(x) gnuplot.figprint "/tmp/x.pdf"'

return calls
