--- The figures there are, and the current one, to which all else goes.
-- @module gnuplot.figures
local Figure = require 'gnuplot.Figure'
local program = require 'gnuplot.program'
local wants = require 'gnuplot.wants'
local figures = {}

-- The figures by number, and the number of the current one.
local open, current = {}, nil

local function find(number)
   local figure = open[number]
   return figure and not figure.ended and figure or nil
end

local function free()
   local number = 1
   while find(number) do number = number + 1 end
   return number
end

--- Make a figure the current one.
-- @tparam ?int|string number the first that is free if it is left out
-- @tparam ?string terminal of a new figure; if left out, it has a window
-- @treturn gnuplot.Figure
function figures.use(number, terminal)
   number = number or free()
   open[number] = find(number) or Figure.new(number, terminal or program.window())
   current = number
   return open[number]
end

--- The current figure, a new one if there is none.
function figures.current()
   local figure = current and find(current)
   if figure then return figure end
   gnuplot.figure()
   return open[current]
end

--- Make a figure the current one, a new one if there is none of that number. Its window comes with the first plot.
-- @tparam[opt] int|string n its number, or a name; the first number that is free if it is left out
-- @tparam[optchain] table config `{noraise = true}` leaves the window where it is
-- @treturn int|string its number or name
function gnuplot.figure(n, config)
   if n ~= nil then n = wants.figure('figure', n) end
   if config ~= nil and type(config) ~= 'table' then wants.other('figure', 'a table as config', config) end
   local figure = figures.use(n)
   figure:select()
   if figure:isShown() and not (config and config.noraise) then figure:send 'raise' end
   return figure.number
end

--- Draw a figure again; one that is drawn into a file is complete then.
-- @tparam[opt] int|string n which; the current one if it is left out
function gnuplot.plotflush(n)
   if n ~= nil then n = wants.figure('plotflush', n) else n = current end
   local figure = n and find(n)
   if not figure then
      print('no figure ' .. tostring(n))
      return
   end
   figure:refresh()
end

--- End a figure. Its window stays; its file is complete.
-- @tparam[opt] int|string n which; the current one if it is left out
function gnuplot.close(n)
   if n ~= nil then n = wants.figure('close', n) else n = current end
   local figure = n and find(n)
   if not figure then return end
   open[n], current = nil, nil
   figure:close()
end

--- End all figures, and look for the program anew at the next one.
function gnuplot.closeall()
   local numbers = {}
   for number in pairs(open) do numbers[#numbers + 1] = number end
   table.sort(numbers, function(a, b) return tostring(a) < tostring(b) end)
   for _, number in ipairs(numbers) do gnuplot.close(number) end
   program.forget()
end

--- Hand commands in gnuplot's language to the current figure.
--
--     gnuplot.raw 'set xtics ("Jan" 1, "Feb" 2)'
--
-- @tparam string command
function gnuplot.raw(command)
   command = wants.text('raw', 'commands', command)
   figures.current():send(command)
end

return figures
