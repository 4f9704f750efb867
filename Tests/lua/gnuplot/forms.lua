-- gnuplot is told what the original's package tells it, but for blanks and the style of figures.
require 'gnuplot'
local recorder = dofile 'Tests/goldens/gnuplot/recorder.lua'
local test = {}

-- call → what was recorded of it.
local function recorded()
   local texts, call = {}, nil
   for line in io.lines 'Tests/goldens/gnuplot/told.txt' do
      local title = line:match '^== (.*)'
      if title then
         call, texts[title] = title, {}
      else
         table.insert(texts[call], line)
      end
   end
   for key, lines in pairs(texts) do texts[key] = table.concat(lines, '\n') end
   return texts
end

function test.whatIsToldIsTheOriginals(check)
   local folder, exe = recorder.make()
   gnuplot.setgnuplotexe(exe)
   gnuplot.setterm 'x11'
   local texts, count = recorded(), 0
   for _, call in ipairs(dofile 'Tests/goldens/gnuplot/forms.lua') do
      assert(load(call, '=call', 't', {gnuplot = gnuplot, torch = torch, T = torch.Tensor, x = torch.range(1, 3)}))()
      gnuplot.close()
      local told = recorder.told(folder)
      check.equal(#told, 1, call)
      check.equal(told[1], texts[call], call)
      count = count + 1
   end
   check.equal(count > 80, true)
   gnuplot.closeall()
   os.execute('rm -r ' .. folder)
end

function test.allFunctionsAreThereAndExplained(check)
   local names = {}
   for name in pairs(gnuplot) do names[#names + 1] = name end
   table.sort(names)
   check.equal(table.concat(names, ' '), 'axis bar close closeall epsfigure figprint figure grid hist histc imagesc logscale '
      .. 'movelegend pdffigure plot plotflush pngfigure raw scatter3 setgnuplotexe setterm splot svgfigure title xlabel ylabel zlabel')
   local printed, kept = nil, print
   print = function(text) printed = text end
   for _, name in ipairs(names) do
      help(gnuplot[name])
      check.equal(printed:find('^function gnuplot%.' .. name .. '%(.*%)[^\n]*\n%u') ~= nil, true, name .. ': ' .. printed)
   end
   print = kept
end

return test
