--- Surfaces, points in space, and matrices as images.
-- @module gnuplot.surfaces
local figures = require 'gnuplot.figures'
local quoted = require 'gnuplot.quoted'
local rows = require 'gnuplot.rows'
local wants = require 'gnuplot.wants'
local sizes = require 'nn.sizes'

-- Tensors of so many dimensions and of one size, with elements.
local function checkSizes(who, what, dims, tensors)
   for _, tensor in ipairs(tensors) do
      if tensor:dim() ~= dims then wants.other(who, what, tensor) end
      if not tensor:isSameSizeAs(tensors[1]) then
         wants.other(who, ('%s of size %s'):format(what, sizes(tensors[1])), tensor)
      end
   end
end

-- A row for each point: x, y and z.
local function points(x, y, z)
   local columns = {}
   for i, tensor in ipairs {x, y, z} do columns[i] = tensor:contiguous():view(-1) end
   return rows.matrix(columns)
end

-- Draw in space: settings, a command for each of the parts, and what writes its points.
local function draw(settings, commands, writers)
   local figure = figures.current()
   figure:send(settings)
   figure:send('splot ' .. table.concat(commands, ' , '))
   local function write(text) figure:write(text) end
   for _, writer in ipairs(writers) do
      writer(write)
      figure:send 'e'
   end
end

local function named(who, legend, words)
   return ("'-' title %s with %s"):format(quoted.legend(wants.text(who, 'a name', legend[1] or '')), words)
end

-- A surface over places that are told, or over the numbers of rows and columns.
local function surface(tensors)
   local x, y, z = table.unpack(tensors)
   if not z then
      z = x
      local height, width = z:size(1), z:size(2)
      x = torch.range(1, height):view(height, 1):expand(height, width)
      y = torch.range(1, width):view(1, width):expand(height, width)
   end
   local all, width = points(x, y, z), z:size(2)
   return function(write)
      for row = 1, all:size(1), width do
         rows.write(write, all:narrow(1, row, width))
         write '\n'
      end
   end
end

--- Draw surfaces.
--
--     gnuplot.splot(z)                                -- heights over rows and columns
--     gnuplot.splot('a name', x, y, z)                -- and over places: matrices of one size
--     gnuplot.splot({'a', z}, {'b', z + 2})
--
-- @param ... name, x, y, z of a surface, or a table of these for each
function gnuplot.splot(...)
   if select('#', ...) == 0 then wants.refuse('splot', 'no inputs, expecting at least a matrix') end
   local commands, writers = {}, {}
   for i, list in ipairs(wants.lists('splot', ...)) do
      local legend, tensors = wants.arguments('splot', '[a name,] one tensor or three',
         {'^(s?)(t)$', '^(s?)(ttt)$'}, list)
      checkSizes('splot', 'a matrix', 2, tensors)
      commands[i], writers[i] = named('splot', legend, 'lines'), surface(tensors)
   end
   draw('set contour base\nset cntrparam bspline\nset cntrparam levels auto\nset style data lines\nset hidden3d',
      commands, writers)
end

--- Draw points in space.
--
--     gnuplot.scatter3(x, y, z)
--     gnuplot.scatter3({'a', x, y, z}, {'b', u, v, w})
--
-- @param ... name, x, y, z, vectors of one size, the name may be left out; or a table of these for each cloud
function gnuplot.scatter3(...)
   if select('#', ...) == 0 then wants.refuse('scatter3', 'no inputs, expecting at least three vectors') end
   local commands, writers = {}, {}
   for i, list in ipairs(wants.lists('scatter3', ...)) do
      local legend, tensors = wants.arguments('scatter3', '[a name,] three tensors', {'^(s?)(ttt)$'}, list)
      checkSizes('scatter3', 'a vector', 1, tensors)
      local all = points(table.unpack(tensors))
      commands[i], writers[i] = named('scatter3', legend, 'points'), function(write) rows.write(write, all) end
   end
   draw('set contour base\nset style data points\nset hidden3d', commands, writers)
end

--- Draw a matrix as an image, the first row on top.
-- @tparam torch.Tensor z
-- @tparam[opt='gray'] string palette `'gray'`, `'color'` or another of gnuplot's palettes
function gnuplot.imagesc(z, palette)
   if not torch.isTensor(z) or z:dim() ~= 2 then wants.other('imagesc', 'a matrix', z) end
   palette = wants.line('imagesc', 'a palette', palette == nil and 'gray' or palette)
   local matrix = z:double():contiguous()
   local figure = figures.current()
   figure:send(('set view map\nset palette %s\nset style data linespoints\n'
      .. 'set xrange [ -0.5 : %g] noreverse nowriteback\nset yrange [ %g : -0.5] noreverse nowriteback\n'
      .. "splot '-' matrix with image"):format(palette, z:size(2) - 0.5, z:size(1) - 0.5))
   rows.write(function(text) figure:write(text) end, matrix)
   figure:send 'e\ne'
end
