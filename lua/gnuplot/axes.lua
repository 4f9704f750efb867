--- Axes and what goes with them.
-- @module gnuplot.axes
local figures = require 'gnuplot.figures'
local wants = require 'gnuplot.wants'

local function set(commands)
   local figure = figures.current()
   figure:send(commands)
   figure:refresh()
end

local shapes = {
   auto = 'set size nosquare\nset autoscale',
   image = 'set size ratio -1', equal = 'set size ratio -1',
   fill = 'set size ratio 1,1',
}

--- Set the axes' limits or shape.
-- @tparam string|table axis `{xmin, xmax, ymin, ymax}`, with `''` for one that stays and `'*'` for one that fits the
-- data; `'auto'`, all fit the data; `'image'` or `'equal'`, a circle is round; `'fill'`, it need not be
function gnuplot.axis(axis)
   if type(axis) ~= 'table' then
      return set(shapes[axis] or wants.other('axis', "limits, 'auto', 'image', 'equal' or 'fill'", axis))
   end
   if #axis ~= 4 then wants.refuse('axis', ('expected {xmin, xmax, ymin, ymax}, got %d limits'):format(#axis)) end
   local limits = {}
   for i = 1, 4 do limits[i] = wants.line('axis', 'a number as limit', axis[i]) end
   set(('set xrange [%s:%s]\nset yrange [%s:%s]'):format(table.unpack(limits)))
end

--- Show a grid, or none.
-- @param toggle whether
function gnuplot.grid(toggle) set(toggle and 'set grid' or 'unset grid') end

--- Make the y axis logarithmic, or not.
-- @param toggle whether
function gnuplot.logscale(toggle) set(toggle and 'set logscale y' or 'unset logscale y') end
