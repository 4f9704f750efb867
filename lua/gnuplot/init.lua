--- Plots of tensors, drawn by the program gnuplot, in windows and into files.
--
--     local x = torch.linspace(-5, 5)
--     gnuplot.pngfigure 'waves.png'
--     gnuplot.plot({'sin', x, torch.sin(x), '-'}, {'cos', x, torch.cos(x), '+'})
--     gnuplot.xlabel 'x'
--     gnuplot.plotflush()
--
-- Each figure has a gnuplot of its own, which lives until the figure is closed or the script ends; windows stay. Where
-- the program is not installed, a line on the error output says so at the first figure, and nothing is drawn.
--
-- @module gnuplot
require 'torch'
require 'sys'

gnuplot = require 'torch.late'({}, 'gnuplot', {
   setgnuplotexe = 'program', setterm = 'program',
   figure = 'figures', close = 'figures', closeall = 'figures', plotflush = 'figures', raw = 'figures',
   epsfigure = 'saved', pdffigure = 'saved', pngfigure = 'saved', svgfigure = 'saved', figprint = 'saved',
   plot = 'plot', bar = 'plot', splot = 'surfaces', scatter3 = 'surfaces', imagesc = 'surfaces',
   hist = 'hist', histc = 'hist',
   title = 'labels', xlabel = 'labels', ylabel = 'labels', zlabel = 'labels', movelegend = 'labels',
   axis = 'axes', grid = 'axes', logscale = 'axes',
})
return gnuplot
