--- Curves.
-- @module gnuplot.plot
local figures = require 'gnuplot.figures'
local quoted = require 'gnuplot.quoted'
local rows = require 'gnuplot.rows'
local wants = require 'gnuplot.wants'

-- Short names of styles.
local styles = {
   ['+'] = 'with points', ['.'] = 'with dots', ['-'] = 'with lines', ['+-'] = 'with linespoints', ['|'] = 'with boxes',
   ['~'] = 'smooth csplines', v = 'with vectors', V = 'with vectors', vectors = 'with vectors',
   points = 'with points', dots = 'with dots', lines = 'with lines', linespoints = 'with linespoints',
   boxes = 'with boxes', csplines = 'smooth csplines',
}

-- A style in gnuplot's words, and how much a curve is smoothed.
local function styleOf(who, name)
   wants.line(who, 'a style', name)
   if name ~= '~' and (name:find '~' or name:find 'acsplines') then
      return 'smooth acsplines', tonumber((name:gsub('~', ''):gsub('acsplines', '')))
   end
   return styles[name] or name
end

-- The columns of a matrix, or the one of a vector.
local function columnsOf(tensor)
   if tensor:dim() == 1 then return {tensor} end
   local columns = {}
   for j = 1, tensor:size(2) do columns[j] = tensor:select(2, j) end
   return columns
end

-- The columns that are drawn, x first.
local function dataOf(who, x, y, isVectors, smoothing)
   for _, tensor in ipairs {x, y} do
      if tensor:dim() ~= 1 and tensor:dim() ~= 2 then wants.other(who, 'a vector or a matrix', tensor) end
   end
   if y and x:size(1) ~= y:size(1) then
      wants.refuse(who, ('x and y dims are wrong: expected as many rows, got %d and %d'):format(x:size(1), y:size(1)))
   end
   local columns = columnsOf(x)
   if not y and #columns == 1 then table.insert(columns, 1, torch.range(1, x:size(1))) end
   local others = y and columnsOf(y) or {}
   if isVectors then
      if y then
         if #columns ~= 2 or #others ~= 2 then wants.other(who, 'x and y of two columns, a place and a change', y) end
         return {columns[1], others[1], columns[2], others[2]}
      end
      if #columns ~= 4 then wants.other(who, 'x, y and their changes: four columns', x) end
      return columns
   end
   if y and #columns ~= 1 then wants.other(who, 'a vector as x', x) end
   table.move(others, 1, #others, #columns + 1, columns)
   if smoothing then
      if #columns ~= 2 then wants.other(who, 'one column as y, to be smoothed', y or x) end
      columns[3] = torch.Tensor(x:size(1)):fill(smoothing)
   end
   return columns
end

-- A curve, as a figure draws it.
local function curve(who, list)
   local legend, tensors, style = wants.arguments(who, '[a name,] a tensor [, a tensor] [, a style]',
      {'^(s?)(tt?)(s?)$'}, list)
   local words, smoothing = styleOf(who, style[1] or '')
   local name = quoted.legend(wants.text(who, 'a name', legend[1] or ''))
   local matrix = rows.matrix(dataOf(who, tensors[1], tensors[2], words == 'with vectors', smoothing))
   return {
      words = ('title %s %s'):format(name, words), count = matrix:nElement(), ending = 'e',
      write = function(write) rows.write(write, matrix) end,
   }
end

local function draw(who, lists)
   local curves = {}
   for i, list in ipairs(lists) do curves[i] = curve(who, list) end
   figures.current():plot('plot', curves)
end

--- Draw curves.
--
--     gnuplot.plot(y)                                    -- over 1, 2, …
--     gnuplot.plot('a name', x, y, '-')                  -- name, x and style may be left out
--     gnuplot.plot(torch.cat(x, y, 2), '+')              -- the columns of a matrix: x, then y
--     gnuplot.plot({'sin', x, y, '~'}, {'cos', x, z})    -- several curves, or a table of them
--
-- Styles: `'-'` lines, `'+'` points, `'+-'` both, `'.'` dots, `'|'` boxes, `'~'` a curve through the points, `'~0.5'`
-- one that smooths them, `'v'` arrows (x and y have two columns, where they begin and how far they go), or gnuplot's
-- own words, such as `'with lines ls 2'`, which may use further columns.
--
-- @param ... name, x, y, style of a curve, or a table of these for each
function gnuplot.plot(...)
   if select('#', ...) == 0 then wants.refuse('plot', 'no inputs, expecting at least a vector') end
   draw('plot', wants.lists('plot', ...))
end

--- Draw bars.
-- @param ... their places, if not 1, 2, …, and their heights
function gnuplot.bar(...)
   local list = table.pack(...)
   list.n = list.n + 1
   list[list.n] = '|'
   draw('bar', {list})
end
