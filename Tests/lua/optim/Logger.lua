-- optim.Logger: its file, as the original writes it, and what it asks of a package that plots.
require 'optim'
local test = {}

-- A folder for the log of a test, which is removed after it.
local function inFolder(f)
   local folder = os.tmpname()
   os.remove(folder)
   local ok, problem = pcall(f, folder)
   os.execute('rm -r ' .. folder)
   if not ok then error(problem, 0) end
end

local function contents(name)
   local file = assert(io.open(name))
   local text = file:read 'a'
   file:close()
   return text
end

function test.aFileHasNamesAndLines(check)
   inFolder(function(folder)
      local logger = optim.Logger(folder .. '/deep/in/it.log')
      check.equal(logger:setNames {'Training acc.', 'Test acc.'}, logger)
      logger:add {1, 2.5}
      logger:add {'x', 1e10}
      logger:add {0 / 0, -1 / 0}
      logger:add {1}
      logger:add {}
      check.equal(contents(folder .. '/deep/in/it.log'), 'Training acc.\tTest acc.\t\n 1.0000e+00\t 2.5000e+00\t\n'
         .. 'x\t 1.0000e+10\t\n        nan\t       -inf\t\n 1.0000e+00\t\n\n')
      check.equal(logger.idx['Test acc.'], 2)
      check.equal(#logger.symbols[1], 4)
   end)
end

function test.columnsMayBeNamedByTheFirstLine(check)
   inFolder(function(folder)
      local logger = optim.Logger(folder .. '/it.log')
      logger:add {loss = 2, acc = 1}
      logger:add {acc = 3, loss = 4}
      check.equal(contents(folder .. '/it.log'), 'acc\tloss\t\n 1.0000e+00\t 2.0000e+00\t\n 3.0000e+00\t 4.0000e+00\t\n')
      check.equal(table.concat(logger.symbols.acc, ' '), '1 3')
   end)
end

function test.theTimeIsAddedToTheFileOnly(check)
   inFolder(function(folder)
      local logger = optim.Logger(folder .. '/it.log', true)
      check.equal(logger.name, folder .. '/it.log')
      local found
      for name in paths.iterfiles(folder) do found = name end
      check.equal(found:match '^it%.log%-%d+_%d%d_%d%d_%d%d:%d%d:%d%d$', found)
   end)
end

-- A package of gnuplot's functions that tells how they are called.
local function recorder()
   local calls = {}
   local function shown(value)
      if torch.isTensor(value) then return table.concat(value:totable(), ' ') end
      if type(value) ~= 'table' then return tostring(value) end
      local parts = {}
      for i, part in ipairs(value) do parts[i] = shown(part) end
      return '{' .. table.concat(parts, ', ') .. '}'
   end
   return setmetatable({}, {__index = function(_, name)
      return function(...)
         calls[#calls + 1] = name .. ' ' .. (select('#', ...) > 0 and shown((...)) or '')
         return 7
      end
   end}), calls
end

local function plotting(f)
   local kept, fake, calls = package.loaded.gnuplot, recorder()
   package.loaded.gnuplot = fake
   local ok, problem = pcall(f, calls)
   package.loaded.gnuplot = kept
   if not ok then error(problem, 0) end
end

function test.plotsAreAskedForAsTheOriginalDoes(check)
   inFolder(function(folder) plotting(function(calls)
      local logger = optim.Logger(folder .. '/it.log')
      logger:setNames {'a', 'b'}
      logger:add {1, 2}
      logger:plot()
      check.equal(#calls, 0)
      logger:add {3, 4}
      logger:style {{'-', '+'}, '~'}
      logger:display(false)
      logger:setlogscale(true)
      logger:plot()
      local name = folder .. '/it.log'
      check.equal(table.concat(calls, '\n'), ('epsfigure %s.eps\nlogscale on\nplot {{a, 1 3, -}, {a, 1 3, +}, {b, 2 4, ~}}\n'
         .. 'grid on\ntitle <Logger::%s>\nplotflush \nclose 7'):format(name, name))
      logger:display(true)
      logger:plot 'b'
      check.equal(calls[8], 'figure nil')
      check.equal(calls[10], 'plot {{b, 2 4, ~}}')
      check.equal(logger.figure, 7)
   end) end)
end

function test.withoutAProgramThatPlotsNothingIsDrawn(check)
   inFolder(function(folder)
      local script = ([[require 'optim'
         local logger = optim.Logger '%s/it.log'
         logger:add {1}
         logger:plot()
         logger:add {2}
         logger:plot()
         logger:plot()
         io.write 'goes on']]):format(folder)
      local pipe = io.popen(('PATH=/nowhere "%s" -e "%s" 2>&1'):format(arg[-1], script))
      check.equal(pipe:read 'a', 'gnuplot: there is no program gnuplot: nothing is plotted\ngoes on')
      pipe:close()
      check.equal(contents(folder .. '/it.log'), '1\t\n 1.0000e+00\t\n 2.0000e+00\t\n')
   end)
end

function test.wrongCallsSayWhatWasExpected(check)
   inFolder(function(folder)
      local logger = optim.Logger(folder .. '/it.log')
      check.raises('optim.Logger: expected a table as symbols, got nil', function() logger:add() end)
      check.raises('<Logger> can only log numbers and strings, got torch.DoubleTensor', function() logger:add {torch.ones(1)} end)
      logger:setNames {'a'}
      check.raises('optim.Logger: expected a column that has a name, got 2', function() logger:add {1, 2} end)
      check.raises('optim.Logger: expected a table as names, got x', function() logger:setNames 'x' end)
      check.raises('optim.Logger: expected a table as styles, got -', function() logger:style '-' end)
      check.raises('optim.Logger: expected a name of a file, got table', function() optim.Logger {} end)
      check.raises('optim.Logger: ' .. folder .. '/it.log/no: Not a directory', function() optim.Logger(folder .. '/it.log/no') end)
      check.equal(contents(folder .. '/it.log'), 'a\t\n')
   end)
end

-- What could not be written is an error, and is not taken for logged.
function test.filesThatCannotBeWritten(check)
   inFolder(function(folder)
      local logger = optim.Logger(folder .. '/it.log')
      logger:add {1}
      logger.file:close()
      check.raises('optim.Logger: expected a file that is open, got a closed one', logger.add, logger, {2})
      check.equal(#logger.symbols[1], 1)
      logger.file = nil
      check.raises('optim.Logger: expected a file that is open, got none', logger.setNames, logger, {'a'})
      local full = io.open('/dev/full', 'w')
      if full then
         logger.file = full
         check.raises('/it.log: No space left on device', logger.add, logger, {2})
         check.equal(#logger.symbols[1], 1)
      end
   end)
end

return test
