--- The program gnuplot: where it is, and what it can draw on.
-- @module gnuplot.program
local quoted = require 'gnuplot.quoted'
local wants = require 'gnuplot.wants'
local program = {}

-- Found when they are first asked for: the program's path, its terminals, the one for windows.
local path, terminals, window
-- What has been said on the error output.
local told = {}

local function tell(text)
   if not told[text] then io.stderr:write('gnuplot: ', text, '\n') end
   told[text] = true
end

--- The program's path, nil if it is not installed.
function program.path()
   path = path or paths.findprogram 'gnuplot'
   return path
end

-- What the program answers.
local function answer(command)
   local pipe = assert(io.popen(command .. ' 2>&1'))
   local text = pipe:read 'a'
   pipe:close()
   return text
end

--- Whether the program has a terminal of this name.
function program.has(terminal)
   if not program.path() then return false end
   if not terminals then
      terminals = {}
      local list = answer(("printf 'set terminal\\n\\n\\n\\n\\n' | %s"):format(quoted.shell(path)))
      -- Its pages end in a question that the next line is printed behind.
      for line in list:gsub('Press return for more:', '\n'):gmatch '[^\n]+' do
         local name = line:match '^%s+(%S+)%s'
         if name then terminals[name] = true end
      end
   end
   return terminals[terminal] == true
end

-- The terminals that open windows, the best one first.
local function windows()
   if sys.OS == 'macos' then return {'aqua', 'wxt', 'qt', 'x11'} end
   if os.getenv 'DISPLAY' or os.getenv 'WAYLAND_DISPLAY' then return {'wxt', 'qt', 'x11'} end
   return {}
end

--- The terminal for figures that are no files. Where there is none, gnuplot's `unknown` keeps the figure, which can
-- still be saved, and a line on the error output says so.
function program.window()
   if window then return window end
   for _, name in ipairs(windows()) do
      if program.has(name) then
         window = name
         return name
      end
   end
   if program.path() then tell 'there is no display that it draws on: figures are shown nowhere, but can be saved' end
   return 'unknown'
end

--- Look for the program and its terminals anew.
function program.forget() path, terminals, window = nil, nil, nil end

--- Start the program.
-- @treturn torch.PipeFile what reads its commands; nil if it is not installed, which a line on the error output says
function program.start()
   if not program.path() then
      tell 'there is no program gnuplot: nothing is plotted'
      return nil
   end
   -- Nobody would read its answers; the windows stay when the script has ended.
   return torch.PipeFile(('exec %s -persist >/dev/null 2>&1'):format(quoted.shell(path)), 'w')
end

--- Say where the program is.
-- @tparam string exe a path
function gnuplot.setgnuplotexe(exe)
   exe = wants.text('setgnuplotexe', 'a path', exe)
   if not paths.filep(exe) then wants.refuse('setgnuplotexe', exe .. ' does not exist') end
   exe = paths.concat(exe)
   local said = answer(quoted.shell(exe) .. ' --version </dev/null')
   local major, minor = said:match 'gnuplot (%d+)%.(%d+)'
   if not major then wants.refuse('setgnuplotexe', exe .. ' does not say that it is gnuplot') end
   if tonumber(major) + tonumber(minor) / 100 < 4.04 then
      wants.refuse('setgnuplotexe', ('expected gnuplot 4.4 or later, got %s.%s'):format(major, minor))
   end
   program.forget()
   path = exe
end

--- Say what figures that are no files are drawn on.
-- @tparam string term one of gnuplot's terminals, such as `'x11'`, `'qt'` or `'dumb'`
function gnuplot.setterm(term)
   term = wants.line('setterm', 'the name of a terminal', term)
   if program.path() and not program.has(term) then wants.refuse('setterm', 'gnuplot has no terminal ' .. term) end
   window = term
end

return program
