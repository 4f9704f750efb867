-- With gnuplot where it is installed, and without it.
local test = {}

local function inFolder(f)
   local folder = os.tmpname()
   os.remove(folder)
   os.execute('mkdir ' .. folder)
   local ok, problem = pcall(f, folder)
   os.execute('rm -r ' .. folder)
   if not ok then error(problem, 0) end
end

-- Run a script in a process of its own; what it writes on both outputs.
local function run(folder, surroundings, script)
   local name = folder .. '/script.lua'
   local file = io.open(name, 'w')
   file:write(script)
   file:close()
   local th = paths.concat(arg[-1])
   local pipe = io.popen(("cd %s && env -u DISPLAY -u WAYLAND_DISPLAY %s /usr/bin/timeout 60 '%s' script.lua 2>&1; echo $?")
      :format(folder, surroundings, th))
   local said = pipe:read 'a'
   pipe:close()
   return said
end

local script = [[
require 'gnuplot'
require 'optim'
local x = torch.linspace(-5, 5)
local logger = optim.Logger 'it.log'
for i = 1, 3 do logger:add {loss = 1 / i} end
logger:plot()
print(gnuplot.figure() > 0, gnuplot.epsfigure 'x.eps' > 0)
gnuplot.plot({'a', x, x * 2, '-'}, {x, x})
gnuplot.title 'its title'
gnuplot.grid(true)
gnuplot.plotflush()
gnuplot.close()
gnuplot.pngfigure "x 'y'\n\"z\" `$(date).png"
gnuplot.plot(torch.Tensor{1, 0/0, 3})
gnuplot.title "it's \"a\" `date`"
gnuplot.hist(x, 10)
gnuplot.plotflush()
gnuplot.figure()
gnuplot.imagesc(torch.ger(x, x))
gnuplot.figprint 'image.png'
gnuplot.splot(torch.ger(x, x))
gnuplot.figprint 'surface.svg'
gnuplot.scatter3('a', x, x, x)
gnuplot.figprint 'points.png'
gnuplot.svgfigure 'many.svg'
gnuplot.plot({torch.range(1, 1e5), '-'}, {'few', x})
gnuplot.raw 'replot'
gnuplot.title 'many'
gnuplot.close()
print 'done'
]]

-- The first bytes of a file.
local function starts(name)
   local file = io.open(name, 'rb')
   if not file then return nil end
   local text = file:read(8)
   file:close()
   return text
end

function test.withoutTheProgramScriptsRunToTheirEnd(check)
   inFolder(function(folder)
      check.equal(run(folder, 'PATH=/nowhere', script),
         'gnuplot: there is no program gnuplot: nothing is plotted\ntrue\ttrue\t\ndone\t\n0\n')
      check.equal(starts(folder .. '/x.eps'), nil)
   end)
end

function test.withTheProgramThereAreFiles(check)
   if not paths.findprogram 'gnuplot' then return end
   inFolder(function(folder)
      check.equal(run(folder, '', script),
         'gnuplot: there is no display that it draws on: figures are shown nowhere, but can be saved\ntrue\ttrue\t\ndone\t\n0\n')
      check.equal(starts(folder .. '/x.eps'), '%!PS-Ado')
      check.equal(starts(folder .. '/it.log.eps'), '%!PS-Ado')
      check.equal(starts(folder .. '/surface.svg'), '<?xml ve')
      -- Both curves are in it, and it is whole.
      local file = io.open(folder .. '/many.svg')
      local text = file:read 'a'
      file:close()
      check.equal(text:find('>few<', 1, true) ~= nil and text:find('>many<', 1, true) ~= nil, true)
      check.equal(text:find '</svg>%s*$' ~= nil, true)
      check.equal(select(2, text:gsub('<path[^>]*M[^>]*L[^>]*>', '')) > 1 and #text > 1e4, true)
      for _, name in ipairs {"x 'y'\n\"z\" `$(date).png", 'image.png', 'points.png'} do
         check.equal(starts(folder .. '/' .. name), '\137PNG\r\n\26\n', name)
      end
   end)
end

-- A program that has ended must not end th, nor one that never reads keep it from ending.
function test.aDeadProgram(check)
   inFolder(function(folder)
      local file = io.open(folder .. '/gnuplot', 'w')
      file:write '#!/bin/sh\n'
      file:close()
      os.execute('chmod +x ' .. folder .. '/gnuplot')
      local said = run(folder, 'PATH=' .. folder .. ':$PATH', [[
require 'gnuplot'
print(pcall(function() for i = 1, 100 do gnuplot.plot(torch.range(1, 1e4)) end end))
print 'done'
]])
      check.equal(said:match 'false\t.-\n', 'false\tscript.lua:2: gnuplot: the program that drew figure 1 has ended\t\n')
      check.equal(said:match 'done.*', 'done\t\n0\n')
   end)
end

return test
