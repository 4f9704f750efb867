--- What is written at a figure.
-- @module gnuplot.labels
local figures = require 'gnuplot.figures'
local quoted = require 'gnuplot.quoted'
local wants = require 'gnuplot.wants'

local function set(who, label)
   local text = quoted.label(wants.text(who, 'a text', label))
   local figure = figures.current()
   figure:send(('set %s %s'):format(who, text))
   figure:refresh()
end

--- Set the title of the current figure.
-- @tparam string label with gnuplot's marks, such as `x^2` and `{/Symbol a}`
function gnuplot.title(label) set('title', label) end

--- Set what stands at the x axis.
-- @tparam string label
function gnuplot.xlabel(label) set('xlabel', label) end

--- Set what stands at the y axis.
-- @tparam string label
function gnuplot.ylabel(label) set('ylabel', label) end

--- Set what stands at the z axis.
-- @tparam string label
function gnuplot.zlabel(label) set('zlabel', label) end

local sides = {left = true, right = true, center = true}
local heights = {bottom = true, top = true, middle = true}

--- Put the legend elsewhere.
-- @tparam string hloc `'left'`, `'center'` or `'right'`
-- @tparam string vloc `'top'`, `'middle'` or `'bottom'`
function gnuplot.movelegend(hloc, vloc)
   if not sides[hloc] then wants.other('movelegend', "'left', 'center' or 'right'", hloc) end
   if not heights[vloc] then wants.other('movelegend', "'top', 'middle' or 'bottom' as second argument", vloc) end
   local figure = figures.current()
   figure:send(('set key %s %s'):format(hloc, vloc))
   figure:refresh()
end
