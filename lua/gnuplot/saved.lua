--- Figures as files.
-- @module gnuplot.saved
local figures = require 'gnuplot.figures'
local program = require 'gnuplot.program'
local wants = require 'gnuplot.wants'
local system = require 'sconce.system'

-- The terminal for files whose names end so.
local terminals = {}
function terminals.eps() return 'postscript eps enhanced color' end
function terminals.svg() return 'svg' end
function terminals.png() return program.has 'pngcairo' and 'pngcairo' or 'png' end
function terminals.pdf(who)
   if program.has 'pdfcairo' then return 'pdfcairo enhanced color' end
   if program.path() and not program.has 'pdf' then
      wants.refuse(who, 'your installation of gnuplot does not have pdf support enabled')
   end
   return 'pdf enhanced color'
end

-- A name that a file can be written under: the program would keep its complaints to itself.
local function checkName(who, name)
   if type(name) ~= 'string' or name == '' then wants.other(who, 'the name of a file', name) end
   wants.text(who, 'the name of a file', name)
   if not paths.dirp(paths.dirname(name)) then
      wants.refuse(who, ('cannot save to %s: directory does not exist'):format(name))
   end
   local kind = system.kind(name)
   if kind == 'other' then return end  -- a device or a pipe
   local file, why = io.open(name, kind and 'r+' or 'w')
   if not file then wants.refuse(who, ('cannot save to %s'):format(why)) end
   file:close()
   if not kind then os.remove(name) end
end

local function begin(who, name, n, terminal)
   checkName(who, name)
   if n ~= nil then n = wants.figure(who, n) end
   local figure = figures.use(n, terminal)
   figure.file, figure.terminal = name, terminal
   figure:select()
   return figure.number
end

--- Begin a figure that is drawn into a file, as encapsulated PostScript. It is written by `gnuplot.plotflush`, by
-- labels and settings that follow a plot, and by `gnuplot.close`.
-- @tparam string fname
-- @tparam[opt] int|string n the number of the figure, or a name; the first number that is free if it is left out
-- @treturn int|string its number or name
function gnuplot.epsfigure(fname, n) return begin('epsfigure', fname, n, terminals.eps()) end

--- Begin a figure that is drawn into a file, as SVG; see `gnuplot.epsfigure`.
-- @tparam string fname
-- @tparam[opt] int|string n the number of the figure, or a name; the first number that is free if it is left out
-- @treturn int|string its number or name
function gnuplot.svgfigure(fname, n) return begin('svgfigure', fname, n, terminals.svg()) end

--- Begin a figure that is drawn into a file, as PNG; see `gnuplot.epsfigure`.
-- @tparam string fname
-- @tparam[opt] int|string n the number of the figure, or a name; the first number that is free if it is left out
-- @treturn int|string its number or name
function gnuplot.pngfigure(fname, n) return begin('pngfigure', fname, n, terminals.png()) end

--- Begin a figure that is drawn into a file, as PDF; see `gnuplot.epsfigure`. Not every gnuplot draws PDF.
-- @tparam string fname
-- @tparam[opt] int|string n the number of the figure, or a name; the first number that is free if it is left out
-- @treturn int|string its number or name
function gnuplot.pdffigure(fname, n) return begin('pdffigure', fname, n, terminals.pdf 'pdffigure') end

--- Save the current figure as it is now.
-- @tparam string fname ends in `.png`, `.eps`, `.pdf` or `.svg`, which says in which format
function gnuplot.figprint(fname)
   checkName('figprint', fname)
   local kind = fname:match '%.(%w+)$'
   if not terminals[kind] then wants.other('figprint', 'a name that ends in .png, .eps, .pdf or .svg', fname) end
   local figure = figures.current()
   figure:send('set term ' .. terminals[kind] 'figprint' .. (kind == 'png' and ' size 1024,768' or ''))
   figure:refresh(fname)
   figure:select()
end
