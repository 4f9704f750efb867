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

-- What a figure draws of points: line by line, with an empty one behind each row of so many, if it is said how many.
local function part(who, legend, words, all, width)
   local function write(take)
      if not width then return rows.write(take, all) end
      for row = 1, all:size(1), width do
         rows.write(take, all:narrow(1, row, width))
         take '\n'
      end
   end
   local name = quoted.legend(wants.text(who, 'a name', legend[1] or ''))
   return {words = ('title %s with %s'):format(name, words), count = all:nElement(), ending = 'e', write = write}
end

local function draw(settings, parts)
   local figure = figures.current()
   figure:send(settings)
   figure:plot('splot', parts)
end

-- The places of a surface that are told, or else the numbers of rows and columns.
local function placed(tensors)
   if #tensors == 3 then return table.unpack(tensors) end
   local z = tensors[1]
   local height, width = z:size(1), z:size(2)
   return torch.range(1, height):view(height, 1):expand(height, width),
      torch.range(1, width):view(1, width):expand(height, width), z
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
   local parts = {}
   for i, list in ipairs(wants.lists('splot', ...)) do
      local legend, tensors = wants.arguments('splot', '[a name,] one tensor or three',
         {'^(s?)(t)$', '^(s?)(ttt)$'}, list)
      checkSizes('splot', 'a matrix', 2, tensors)
      parts[i] = part('splot', legend, 'lines', points(placed(tensors)), tensors[1]:size(2))
   end
   draw('set contour base\nset cntrparam bspline\nset cntrparam levels auto\nset style data lines\nset hidden3d', parts)
end

--- Draw points in space.
--
--     gnuplot.scatter3(x, y, z)
--     gnuplot.scatter3({'a', x, y, z}, {'b', u, v, w})
--
-- @param ... name, x, y, z, vectors of one size, the name may be left out; or a table of these for each cloud
function gnuplot.scatter3(...)
   if select('#', ...) == 0 then wants.refuse('scatter3', 'no inputs, expecting at least three vectors') end
   local parts = {}
   for i, list in ipairs(wants.lists('scatter3', ...)) do
      local legend, tensors = wants.arguments('scatter3', '[a name,] three tensors', {'^(s?)(ttt)$'}, list)
      checkSizes('scatter3', 'a vector', 1, tensors)
      parts[i] = part('scatter3', legend, 'points', points(table.unpack(tensors)))
   end
   draw('set contour base\nset style data points\nset hidden3d', parts)
end

--- Draw a matrix as an image, the first row on top.
-- @tparam torch.Tensor z
-- @tparam[opt='gray'] string palette `'gray'`, `'color'` or another of gnuplot's palettes
function gnuplot.imagesc(z, palette)
   if not torch.isTensor(z) or z:dim() ~= 2 then wants.other('imagesc', 'a matrix', z) end
   palette = wants.line('imagesc', 'a palette', palette == nil and 'gray' or palette)
   local matrix = z:double():contiguous()
   draw(('set view map\nset palette %s\nset style data linespoints\n'
      .. 'set xrange [ -0.5 : %g] noreverse nowriteback\nset yrange [ %g : -0.5] noreverse nowriteback')
      :format(palette, z:size(2) - 0.5, z:size(1) - 0.5), {{
         words = 'matrix with image', count = matrix:nElement(), ending = 'e\ne',
         write = function(write) rows.write(write, matrix) end,
      }})
end
