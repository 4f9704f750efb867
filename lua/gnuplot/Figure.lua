--- A figure: a gnuplot that draws it.
--
-- Fields: `number`, `terminal`, `file` (where it is drawn, if that is no window), `ended` (whether the program has),
-- `isDrawn` (whether nothing was said since it was drawn), `files` (temporary ones, which it may not have read yet).
--
-- @module gnuplot.Figure
local program = require 'gnuplot.program'
local quoted = require 'gnuplot.quoted'
local style = require 'gnuplot.style'
local temporary = require 'gnuplot.temporary'
local place = require 'torch.place'
local Figure = {}
Figure.__index = Figure

-- More numbers than this go by way of a file: gnuplot reads its commands byte by byte.
local INLINE = 4096

-- Terminals whose windows have numbers and titles.
local numbered = {aqua = true, qt = true, windows = true, wxt = true, x11 = true}

--- Start a figure.
-- @tparam int|string number or a name
-- @tparam string terminal what it is drawn on
function Figure.new(number, terminal)
   local figure = setmetatable({number = number, terminal = terminal, pipe = program.start(), files = {}}, Figure)
   if not paths.filep(paths.concat(paths.home, '.gnuplot')) then figure:send(style) end
   return figure
end

--- Hand over a piece of text. Where gnuplot is not installed, nothing happens.
function Figure:write(text)
   if not self.pipe then return end
   self.isDrawn = false
   if pcall(self.pipe.writeString, self.pipe, text) then return end
   self:abandon()
end

--- Hand over commands, to be carried out now.
function Figure:send(text)
   self:write(text .. '\n')
   self:flush()
end

--- See to it that what was handed over arrives.
function Figure:flush()
   if self.pipe and not pcall(self.pipe.synchronize, self.pipe) then self:abandon() end
end

-- The program is not there any more.
function Figure:abandon()
   local pipe = self.pipe
   self.pipe, self.ended = nil, true
   pcall(pipe.close, pipe)
   temporary.remove(self.files)
   error(('gnuplot: the program that drew figure %s has ended'):format(self.number), place.level())
end

--- Draw.
-- @tparam string command `'plot'` or `'splot'`
-- @tparam table parts what is drawn, each a table of `words`, what the command says of it; `count`, how many numbers it
-- has; `write`, a function that hands these to another as pieces of text; `ending`, what follows them among commands
function Figure:plot(command, parts)
   if not self.pipe then return end
   self.files = temporary.existing(self.files)
   local words, inline, first = {}, {}, #self.files + 1
   for i, part in ipairs(parts) do
      local source = "'-'"
      if part.count > INLINE then
         local name = temporary.write(part.write)
         self.files[#self.files + 1], source = name, quoted.exact(name) .. ' volatile'
      else
         inline[#inline + 1] = part
      end
      words[i] = source .. ' ' .. part.words
   end
   self:send(('%s %s'):format(command, table.concat(words, ' , ')))
   for _, part in ipairs(inline) do
      part.write(function(text) self:write(text) end)
      self:send(part.ending)
   end
   -- Who has read a file removes it.
   for i = first, #self.files do self:send('!rm -f ' .. quoted.shell(self.files[i])) end
end

--- Have it drawn on its terminal.
function Figure:select()
   local command = 'set term ' .. self.terminal
   if numbered[self.terminal] and not self.file then
      local id = type(self.number) == 'number' and self.number or 'title ' .. quoted.exact(self.number)
      command = ('%s %s'):format(command, id)
   end
   self:send(command)
end

--- Whether it has a window.
function Figure:isShown() return not self.file and self.terminal ~= 'unknown' end

--- Draw it again, with what has been set since.
-- @tparam[opt] string file where; if left out, where it was
function Figure:refresh(file)
   file = file or self.file
   if file then self:send('set output ' .. quoted.exact(file)) end
   self:send 'refresh'
   if file then self:send 'unset output' end
   self.isDrawn = file == self.file
end

--- End it; what it drew is complete then.
function Figure:close()
   if not self.isDrawn then self:refresh() end
   self:send 'quit'
   if self.pipe then pcall(self.pipe.close, self.pipe) end
   self.pipe = nil
   temporary.remove(self.files)
end

return Figure
