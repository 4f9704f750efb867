-- Calls that mean nothing are refused, with or without the program, and leave no figure behind.
require 'gnuplot'
local test = {}
local x, T = torch.range(1, 3), torch.Tensor

function test.plot(check)
   local forms = 'gnuplot.plot: expected [a name,] a tensor [, a tensor] [, a style], got '
   local function refused(message, ...) check.raises(message, gnuplot.plot, ...) end
   refused 'gnuplot.plot: no inputs, expecting at least a vector'
   refused(forms .. 'nothing', nil)
   refused(forms .. 'nothing', {})
   refused(forms .. 'nothing', {{}})
   refused(forms .. 'number', 5)
   refused(forms .. 'sin(x)', 'sin(x)')
   refused(forms .. 'function', math.sin)
   refused(forms .. 'a, b', 'a', 'b')
   refused(forms .. 'torch.DoubleTensor, torch.DoubleTensor, torch.DoubleTensor', x, x, x)
   refused(forms .. 'torch.DoubleTensor, number', x, 5)
   refused(forms .. 'torch.DoubleTensor, table', x, {x})
   refused(forms .. 'a, torch.DoubleTensor, torch.DoubleTensor, -, -', 'a', x, x, '-', '-')
   refused(forms .. 'number, number, number', {1, 2, 3})
   refused(forms .. 'torch.LongStorage', torch.LongStorage(3))
   refused('gnuplot.plot: expected a table for curve 2, got 1x3', {x}, x:view(1, 3))
   refused('gnuplot.plot: expected a table for curve 2, got -', {x}, '-')
   refused('gnuplot.plot: expected a vector or a matrix, got no elements', T())
   refused('gnuplot.plot: expected a vector or a matrix, got 3x3x2', T(3, 3, 2))
   refused('gnuplot.plot: expected a vector or a matrix, got 1x3x3', x, T(1, 3, 3))
   refused('gnuplot.plot: x and y dims are wrong: expected as many rows, got 3 and 2', x, T(2))
   refused('gnuplot.plot: x and y dims are wrong: expected as many rows, got 3 and 2', {x}, {'b', x, T(2, 3)})
   refused('gnuplot.plot: expected a vector as x, got 3x2', T(3, 2), x)
   refused('gnuplot.plot: expected x, y and their changes: four columns, got 3', x, 'v')
   refused('gnuplot.plot: expected x and y of two columns, a place and a change, got 3', x, x, 'v')
   refused('gnuplot.plot: expected one column as y, to be smoothed, got 3x3', T(3, 3), '~0.5')
   refused('gnuplot.plot: expected a style of one line', x, '-\n!ls')
   refused('gnuplot.plot: expected a style without zero bytes', x, '-\0')
   refused('gnuplot.plot: expected a name without zero bytes', 'a\0', x)
   check.raises('gnuplot.bar: expected [a name,] a tensor', gnuplot.bar)
   check.raises('gnuplot.bar: expected [a name,] a tensor', gnuplot.bar, x, '-')
end

function test.surfaces(check)
   local m, n = T(2, 2), T(2, 3)
   check.raises('gnuplot.splot: no inputs, expecting at least a matrix', gnuplot.splot)
   check.raises('gnuplot.splot: expected [a name,] one tensor or three, got nothing', gnuplot.splot, {})
   check.raises('gnuplot.splot: expected [a name,] one tensor or three, got a', gnuplot.splot, 'a')
   check.raises('gnuplot.splot: expected [a name,] one tensor or three, got torch.DoubleTensor, torch.DoubleTensor',
      gnuplot.splot, m, m)
   check.raises('gnuplot.splot: expected a matrix, got 2', gnuplot.splot, T(2))
   check.raises('gnuplot.splot: expected a matrix, got no elements', gnuplot.splot, T())
   check.raises('gnuplot.splot: expected a matrix of size 2x2, got 2x3', gnuplot.splot, m, n, m)
   check.raises('gnuplot.splot: expected a matrix of size 2x2, got 2x3', gnuplot.splot, {m}, {m, m, n})
   check.raises('gnuplot.scatter3: no inputs', gnuplot.scatter3)
   check.raises('gnuplot.scatter3: expected [a name,] three tensors, got torch.DoubleTensor', gnuplot.scatter3, x)
   check.raises('gnuplot.scatter3: expected a vector, got 2x2', gnuplot.scatter3, m, m, m)
   check.raises('gnuplot.scatter3: expected a vector of size 3, got 2', gnuplot.scatter3, x, x, T(2))
   check.raises('gnuplot.imagesc: expected a matrix, got nil', gnuplot.imagesc)
   check.raises('gnuplot.imagesc: expected a matrix, got 3', gnuplot.imagesc, x)
   check.raises('gnuplot.imagesc: expected a palette, got table', gnuplot.imagesc, m, {})
   check.raises('gnuplot.imagesc: expected a palette of one line', gnuplot.imagesc, m, 'gray\nquit')
end

function test.figures(check)
   for _, name in ipairs {'figure', 'close', 'plotflush'} do
      for _, wrong in ipairs {'', -1, 1.5, 0 / 0, 1 / 0, 2 ^ 40, {}} do
         check.raises(('gnuplot.%s: expected the number of a figure, got '):format(name), gnuplot[name], wrong)
      end
   end
   check.raises('gnuplot.figure: expected a table as config, got 3', gnuplot.figure, nil, 3)
   check.raises('gnuplot.figure: expected the name of a figure of one line', gnuplot.figure, 'a\nquit')
   check.raises('gnuplot.pngfigure: expected the number of a figure, got true', gnuplot.pngfigure, '/tmp/x.png', true)
   check.raises('gnuplot.raw: expected commands, got nil', gnuplot.raw)
   check.raises('gnuplot.raw: expected commands without zero bytes', gnuplot.raw, 'a\0b')
   for _, name in ipairs {'title', 'xlabel', 'ylabel', 'zlabel'} do
      check.raises(('gnuplot.%s: expected a text, got nil'):format(name), gnuplot[name])
      check.raises(('gnuplot.%s: expected a text, got 3'):format(name), gnuplot[name], x)
   end
   check.raises("gnuplot.movelegend: expected 'left', 'center' or 'right', got top", gnuplot.movelegend, 'top', 'left')
   check.raises("gnuplot.movelegend: expected 'top', 'middle' or 'bottom' as second argument, got nil", gnuplot.movelegend, 'left')
   check.raises("gnuplot.axis: expected limits, 'auto', 'image', 'equal' or 'fill', got tight", gnuplot.axis, 'tight')
   check.raises('gnuplot.axis: expected {xmin, xmax, ymin, ymax}, got 2 limits', gnuplot.axis, {1, 2})
   check.raises('gnuplot.axis: expected a number as limit, got table', gnuplot.axis, {1, 2, 3, {}})
   check.raises('gnuplot.axis: expected a number as limit of one line', gnuplot.axis, {1, 2, 3, '4]\nquit'})
   check.raises('gnuplot.setterm: expected the name of a terminal, got nil', gnuplot.setterm)
   check.raises('gnuplot.setgnuplotexe: expected a path, got nil', gnuplot.setgnuplotexe)
end

function test.files(check)
   local folder = os.tmpname()
   os.remove(folder)
   os.execute('mkdir ' .. folder)
   for _, kind in ipairs {'eps', 'png', 'svg'} do
      local begin, who = gnuplot[kind .. 'figure'], ('gnuplot.%sfigure: '):format(kind)
      check.raises(who .. 'cannot save to /no/such/x.' .. kind .. ': directory does not exist', begin, '/no/such/x.' .. kind)
      check.raises(who .. 'cannot save to ' .. folder .. ': Is a directory', begin, folder)
      check.raises(who .. 'expected the name of a file, got nil', begin)
      check.raises(who .. 'expected the name of a file, got ', begin, '')
      check.raises(who .. 'expected the name of a file without zero bytes', begin, folder .. '/a\0.png')
      check.raises(who .. 'cannot save to ' .. folder .. '/' .. ('n'):rep(300) .. ': File name too long', begin,
         folder .. '/' .. ('n'):rep(300))
   end
   check.raises('gnuplot.figprint: expected a name that ends in .png, .eps, .pdf or .svg, got ' .. folder .. '/x.fig',
      gnuplot.figprint, folder .. '/x.fig')
   check.raises('gnuplot.figprint: cannot save to /no/such/x.png: directory does not exist', gnuplot.figprint, '/no/such/x.png')
   -- A name that was tried is no file.
   local pipe = io.popen('ls -A ' .. folder)
   check.equal(pipe:read 'a', '')
   pipe:close()
   os.execute('rmdir ' .. folder)
end

return test
