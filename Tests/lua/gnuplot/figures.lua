-- Figures: their numbers, what becomes of the programs that draw them, what they are drawn on.
require 'gnuplot'
local recorder = dofile 'Tests/goldens/gnuplot/recorder.lua'
local test = {}

-- With a program that records; `told` are the texts of those that have ended since.
local function recording(f)
   local folder, exe = recorder.make()
   gnuplot.setgnuplotexe(exe)
   gnuplot.setterm 'x11'
   local ok, problem = pcall(f, function() return recorder.told(folder) end, folder)
   pcall(gnuplot.closeall)
   os.execute('rm -r ' .. folder)
   if not ok then error(problem, 0) end
end

function test.numbers(check)
   recording(function()
      check.equal(gnuplot.figure(), 1)
      check.equal(gnuplot.figure(), 2)
      check.equal(gnuplot.figure(7), 7)
      check.equal(gnuplot.figure(7), 7)
      check.equal(gnuplot.figure(), 3)
      check.equal(gnuplot.pngfigure '/tmp/x.png', 4)
      check.equal(gnuplot.epsfigure('/tmp/x.eps', 2), 2)
      check.equal(gnuplot.figure(0), 0)
      gnuplot.close(3)
      check.equal(gnuplot.svgfigure '/tmp/x.svg', 3)
      gnuplot.close(99)
      gnuplot.close()
      gnuplot.close()
      check.equal(gnuplot.figure(), 3)
   end)
end

function test.names(check)
   recording(function(told)
      check.equal(gnuplot.figure 'losses', 'losses')
      check.equal(gnuplot.figure(), 1)
      gnuplot.figure('losses', {noraise = true})
      gnuplot.raw 'its own'
      gnuplot.close()
      check.equal(told()[1], 'set term x11 title "losses"\nraise\nset term x11 title "losses"\nits own\nrefresh\nquit')
      check.equal(gnuplot.pngfigure('/tmp/x.png', 'a "name"'), 'a "name"')
      gnuplot.closeall()
      check.equal(#told(), 2)
   end)
end

function test.eachFigureIsToldItsOwn(check)
   recording(function(told)
      gnuplot.figure(1)
      gnuplot.raw 'one'
      gnuplot.figure(2)
      gnuplot.raw 'two'
      gnuplot.figure(1, {noraise = true})
      gnuplot.raw 'again one'
      gnuplot.plotflush(2)
      gnuplot.close(1)
      check.equal(table.concat(told(), '|'),
         'set term x11 1\nraise\none\nset term x11 1\nagain one\nrefresh\nquit')
      gnuplot.raw 'three'
      gnuplot.closeall()
      local rest = told()
      table.sort(rest)
      check.equal(table.concat(rest, '|'),
         'set term x11 1\nraise\nthree\nrefresh\nquit|set term x11 2\nraise\ntwo\nrefresh\nquit')
   end)
end

function test.aFileIsAFileUntilItIsClosed(check)
   recording(function(told)
      gnuplot.figure()
      gnuplot.pngfigure('/tmp/x.png', 1)
      gnuplot.figure(1)
      gnuplot.figure(1)
      gnuplot.figprint '/tmp/y.png'
      gnuplot.close()
      check.equal(told()[1], [[
set term x11 1
raise
set term pngcairo
set term pngcairo
set term pngcairo
set term pngcairo size 1024,768
set output "/tmp/y.png"
refresh
unset output
set term pngcairo
set output "/tmp/x.png"
refresh
unset output
quit]])
   end)
end

function test.imagesHaveTheirFirstRowOnTop(check)
   recording(function(told)
      gnuplot.imagesc(torch.range(1, 6):view(2, 3))
      gnuplot.imagesc(torch.ByteTensor(1, 2):fill(1), 'color')
      gnuplot.close()
      check.equal(told()[1], [[
set term x11 1
raise
set view map
set palette gray
set style data linespoints
set xrange [ -0.5 : 2.5] noreverse nowriteback
set yrange [ 1.5 : -0.5] noreverse nowriteback
splot '-' matrix with image
1 2 3
4 5 6
e
e
set view map
set palette color
set style data linespoints
set xrange [ -0.5 : 1.5] noreverse nowriteback
set yrange [ 0.5 : -0.5] noreverse nowriteback
splot '-' matrix with image
1 1
e
e
refresh
quit]])
      local wide = torch.randn(2, 1000)
      gnuplot.imagesc(wide)
      gnuplot.close()
      local row = {}
      for j = 1, 1000 do row[j] = ('%g'):format(wide[2][j]) end
      check.equal(told()[1]:find('\n' .. table.concat(row, ' ') .. '\n', 1, true) ~= nil, true)
   end)
end

-- Texts get out of no quotes.
function test.textsStayBetweenTheirQuotes(check)
   recording(function(told)
      local x = torch.range(1, 2)
      gnuplot.plot({"it's", x}, {'two\nlines "q"', x})
      for _, text in ipairs {'a "b"', 'a \\"b\\"', 'ends in \\', '`date`', 'two\nlines', 'a\\\nb', 'tab\\tof', '"; !date; "'} do
         gnuplot.title(text)
      end
      gnuplot.close()
      local text = told()[1]:gsub('refresh\n', ''):gsub('.*(plot)', '%1')
      check.equal(text, [[
plot '-' title 'it''s' , '-' title "two\nlines \"q\""
1 1
2 2
e
1 1
2 2
e
set title "a \"b\""
set title "a \"b\""
set title "ends in \\"
set title "\`date\`"
set title "two\nlines"
set title "a\\\nb"
set title "tab\tof"
set title "\"; !date; \""
quit]])
   end)
end

function test.aProgramThatDiesIsAnError(check)
   recording(function(told, folder)
      local dying = folder .. '/dying'
      local file = io.open(dying, 'w')
      file:write '#!/bin/sh\n[ "$1" = -persist ] || printf "gnuplot 5.4\\n   x11  windows\\n"\n'
      file:close()
      os.execute('chmod +x ' .. dying)
      gnuplot.setgnuplotexe(dying)
      gnuplot.setterm 'x11'
      -- What is told while it ends may still find room in the pipe.
      local ok, problem = pcall(function()
         gnuplot.figure(3)
         for _ = 1, 100 do gnuplot.plot(torch.range(1, 1e4)) end
      end)
      check.equal(ok, false)
      check.equal(problem:match 'gnuplot: .*', 'gnuplot: the program that drew figure 3 has ended')
      -- The figure is none any more.
      gnuplot.setgnuplotexe(folder .. '/gnuplot')
      gnuplot.setterm 'x11'
      check.equal(gnuplot.figure(), 1)
      gnuplot.close(3)
      gnuplot.figure(3)
      gnuplot.closeall()
      check.equal(#told(), 2)
   end)
end

function test.manyNumbersGoThroughAFile(check)
   recording(function(told)
      local x = torch.range(1, 3000)
      gnuplot.figure(nil, {noraise = true})
      gnuplot.plot({'a', x, x * 2, '-'}, {torch.range(1, 2)}, {x, x * 3, '~0.5'})
      gnuplot.imagesc(torch.range(1, 6000):view(2, 3000))
      local figure = require('gnuplot.figures').current()
      local names, texts = {}, {}
      for i, name in ipairs(figure.files) do
         names[i] = name
         local file = io.open(name)
         texts[i] = file:read 'a'
         file:close()
      end
      check.equal(#names, 3)
      check.equal(texts[1]:sub(1, 12) .. texts[1]:sub(-10), '1 2\n2 4\n3 6\n3000 6000\n')
      check.equal(texts[2]:sub(-14), '3000 9000 0.5\n')
      check.equal(select(2, texts[3]:gsub('\n', '\n')), 2)
      check.equal(texts[3]:match '3000 *\n3001 ' ~= nil, true)
      gnuplot.close()
      check.equal(told()[1], ([[
set term x11 1
plot "%s" volatile title 'a' with lines , '-' title '' , "%s" volatile title '' smooth acsplines
1 1
2 2
e
!rm -f '%s'
!rm -f '%s'
set view map
set palette gray
set style data linespoints
set xrange [ -0.5 : 2999.5] noreverse nowriteback
set yrange [ 1.5 : -0.5] noreverse nowriteback
splot "%s" volatile matrix with image
!rm -f '%s'
refresh
quit]]):format(names[1], names[2], names[1], names[2], names[3], names[3]))
      for _, name in ipairs(names) do check.equal(io.open(name), nil) end
   end)
end

function test.aFigureThatThereIsNot(check)
   recording(function(told)
      local said, kept = {}, print
      print = function(text) table.insert(said, text) end
      gnuplot.plotflush(9)
      gnuplot.plotflush()
      print = kept
      check.equal(table.concat(said, '|'), 'no figure 9|no figure nil')
      gnuplot.closeall()
      check.equal(#told(), 0)
   end)
end

function test.whichProgramAndTerminal(check)
   recording(function(told, folder)
      check.raises('gnuplot.setgnuplotexe: /no/such does not exist', gnuplot.setgnuplotexe, '/no/such')
      check.raises('gnuplot.setgnuplotexe: /bin/true does not say that it is gnuplot', gnuplot.setgnuplotexe, '/bin/true')
      local old = folder .. '/old'
      local file = io.open(old, 'w')
      file:write '#!/bin/sh\necho gnuplot 4.2 patchlevel 1\n'
      file:close()
      os.execute('chmod +x ' .. old)
      check.raises('gnuplot.setgnuplotexe: expected gnuplot 4.4 or later, got 4.2', gnuplot.setgnuplotexe, old)
      check.raises('gnuplot.setterm: gnuplot has no terminal nosuch', gnuplot.setterm, 'nosuch')
      check.raises('gnuplot.setterm: expected the name of a terminal of one line', gnuplot.setterm, 'x11\nx')
      gnuplot.setterm 'dumb'
      gnuplot.figure(5)
      gnuplot.close()
      check.equal(told()[1], 'set term dumb\nraise\nrefresh\nquit')
   end)
end

return test
