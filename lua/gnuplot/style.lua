--- How figures look, unless the user has a `.gnuplot` of his own: the original's colours, lines and marks.
-- @module gnuplot.style

-- Line styles 1, 2, …: four colours in each of four shades, a mark for each shade, and one more.
local shades = {
   {mark = 7, '1D4599', '11AD34', 'E62B17', 'E69F17'},
   {mark = 5, '7297E6', '67EB84', 'F97A6D', 'F9C96D'},
   {mark = 9, '2F3F60', '2F6C3D', '8F463F', '8F743F'},
   {mark = 13, '031A49', '025214', '6D0D03', '6D4903'},
   {mark = 11, '224499'},
}

local lines = {'set style data linespoints', 'set style function lines', 'set pointsize 1'}
local number = 0
for _, shade in ipairs(shades) do
   for _, colour in ipairs(shade) do
      number = number + 1
      lines[#lines + 1] = ('set style line %d lc rgb "#%s" lw 2 pt %d'):format(number, colour, shade.mark)
   end
end
for _, line in ipairs {
   'set style increment user', 'set style arrow 1 filled', 'set size noratio', 'set samples 300',
   'set border 31 lw 1 lc rgb "#222222"',
} do lines[#lines + 1] = line end

return table.concat(lines, '\n')
