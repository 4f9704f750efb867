--- A log of numbers: lines of a text file, and plots.
--
--     local logger = optim.Logger 'accuracy.log'
--     logger:setNames {'training', 'test'}
--     logger:add {0.7, 0.6}
--     logger:style {'-', '+-'}
--     logger:plot()
--
-- Without `setNames` each line is `logger:add {training = 0.7, test = 0.6}`, the names sorted. Plots are drawn by
-- gnuplot; where that is not installed, a line on stderr says so, and the text is all.
--
-- Fields: `file`, `name`, `epsfile` (where a plot is saved), `names`, `idx`, `symbols` (what was logged, a list a
-- column), `styles` (a list a column), `defaultStyle`, `showPlot`, `logscale`, `figure`.
--
-- @classmod optim.Logger
local expected = require 'nn.expected'
local wants = require 'optim.wants'
local Logger = torch.class('optim.Logger')

--- Begin a log.
-- @tparam[opt] string filename the text file, which is replaced; its folder is made. Without it lines are printed.
-- @tparam[opt] boolean timestamp whether the time is added to the name of the file
function Logger:__init(filename, timestamp)
   if filename == nil then
      self.name, self.file = 'stdout', io.stdout
      print '<Logger> warning: no path provided, logging to std out'
   else
      if type(filename) ~= 'string' then expected('optim.Logger', 'a name of a file', filename) end
      self.name, self.epsfile = filename, filename .. '.eps'
      paths.mkdir(paths.dirname(filename))
      local file, problem = io.open(timestamp and filename .. os.date '-%Y_%m_%d_%X' or filename, 'w')
      if not file then wants.refuse('optim.Logger: ' .. problem) end
      self.file = file
   end
   self.empty, self.showPlot, self.logscale, self.defaultStyle = true, true, false, '+'
   self.symbols, self.styles, self.names, self.idx = {}, {}, {}, {}
end

-- Write into the file, so that it is known that the text is there.
local function put(self, text)
   local file = self.file
   -- A log that was saved and loaded has none.
   if file == nil or io.type(file) == 'closed file' then
      expected('optim.Logger', 'a file that is open', file == nil and 'none' or 'a closed one')
   end
   local ok, why = file:write(text)
   if ok then ok, why = file:flush() end
   if not ok then wants.refuse(('optim.Logger: %s: %s'):format(self.name, why)) end
end

-- Names for the columns `keys`, and a line of them.
local function head(self, keys, names)
   local texts = {}
   for i, key in ipairs(keys) do texts[i] = tostring(names[key]) .. '\t' end
   put(self, table.concat(texts) .. '\n')
   self.names, self.empty = {}, false
   for _, key in ipairs(keys) do
      local name = names[key]
      self.symbols[key], self.styles[key] = {}, {self.defaultStyle}
      self.names[key], self.idx[name] = name, key
   end
end

-- The columns of a line, in order.
local function keysOf(line)
   local keys = {}
   for key in pairs(line) do keys[#keys + 1] = key end
   table.sort(keys, function(a, b)
      if type(a) == type(b) and type(a) == 'number' then return a < b end
      return tostring(a) < tostring(b)
   end)
   return keys
end

--- Name the columns.
-- @tparam table names a text each
-- @return the log itself
function Logger:setNames(names)
   wants.table('optim.Logger', 'names', names)
   head(self, keysOf(names), names)
   self.nsymbols = #names
   return self
end

local function shown(value)
   if type(value) == 'string' then return value end
   return value == value and ('%11.4e'):format(value) or '        nan'
end

--- Log a line.
-- @tparam table symbols a number or a text a column: in the order of the names, or by name if none were set
function Logger:add(symbols)
   local keys = keysOf(wants.table('optim.Logger', 'symbols', symbols))
   for _, key in ipairs(keys) do
      local value = symbols[key]
      if type(value) ~= 'number' and type(value) ~= 'string' then
         wants.refuse(('<Logger> can only log numbers and strings, got %s'):format(torch.type(value)))
      end
      if not self.empty and not self.symbols[key] then expected('optim.Logger', 'a column that has a name', key) end
   end
   if self.empty then
      local names = {}
      for _, key in ipairs(keys) do names[key] = key end
      self.nsymbols = #symbols
      head(self, keys, names)
   end
   local texts = {}
   for i, key in ipairs(keys) do texts[i] = shown(symbols[key]) .. '\t' end
   put(self, table.concat(texts) .. '\n')
   for _, key in ipairs(keys) do table.insert(self.symbols[key], symbols[key]) end
end

--- Say how columns are drawn: '.', '+', '-', '+-', '~' or '|', or what gnuplot understands.
-- @tparam table symbols a style a column, or a list of styles; the columns as in `add`
-- @return the log itself
function Logger:style(symbols)
   for key, style in pairs(wants.table('optim.Logger', 'styles', symbols)) do
      self.styles[key] = type(style) == 'table' and style or {style}
   end
   return self
end

--- Whether the y axis is logarithmic.
-- @tparam boolean state
function Logger:setlogscale(state) self.logscale = state end

--- Whether plots are shown, besides being saved.
-- @tparam boolean state
function Logger:display(state) self.showPlot = state end

-- What is drawn: a curve for each column of two numbers or more and each of its styles.
local function curves(self, chosen)
   local list = {}
   for _, key in ipairs(chosen) do
      if self.idx[key] ~= nil then key = self.idx[key] end
      local column = self.symbols[key] or expected('optim.Logger', 'a column that has a name', key)
      if #column > 1 then
         for _, value in ipairs(column) do
            if type(value) ~= 'number' then expected('optim.Logger', 'numbers to plot', value) end
         end
         for _, style in ipairs(self.styles[key] or {self.defaultStyle}) do
            list[#list + 1] = {tostring(self.names[key]), torch.Tensor(column), style}
         end
      end
   end
   return list
end

local function draw(self, gnuplot, list)
   if self.logscale then gnuplot.logscale 'on' end
   gnuplot.plot(list)
   gnuplot.grid 'on'
   gnuplot.title('<Logger::' .. self.name .. '>')
end

--- Draw what was logged, in a window and into the file `epsfile`.
-- @param ... names of columns; all if none is named
function Logger:plot(...)
   local gnuplot = require 'gnuplot'
   local list = curves(self, ... ~= nil and {...} or keysOf(self.symbols))
   if #list == 0 then return end
   if self.showPlot then
      self.figure = gnuplot.figure(self.figure)
      draw(self, gnuplot, list)
   end
   if self.epsfile then
      local figure = gnuplot.epsfigure(self.epsfile)
      draw(self, gnuplot, list)
      gnuplot.plotflush()
      gnuplot.close(figure)
   end
end
