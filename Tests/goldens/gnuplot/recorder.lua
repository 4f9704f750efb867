-- A program that stands in for gnuplot: it lists terminals as gnuplot does, and keeps what it is told. Used by both hosts.
local recorder = {}

-- Ends when it is told to quit, or when nobody is left who tells it anything.
local script = [[
#!/bin/sh
case $1 in
  --version) echo 'gnuplot 5.4 patchlevel 4' ;;
  -persist) exec sed '/^quit$/q' >"$(dirname "$0")/$$.sent" ;;
  *) printf '\nAvailable terminal types:\n'
    for name in dumb postscript svg; do printf '%17s  a terminal\n' $name; done
    printf 'Press return for more:'
    for name in pdfcairo pngcairo x11; do printf '%17s  a terminal\n' $name; done ;;
esac
]]

--- Make the program, in a folder of its own.
-- @return the folder and the program's path
function recorder.make()
   local folder = os.tmpname()
   os.remove(folder)
   assert(os.execute('mkdir ' .. folder))
   local exe = folder .. '/gnuplot'
   local file = assert(io.open(exe, 'w'))
   file:write(script)
   file:close()
   os.execute('chmod +x ' .. exe)
   return folder, exe
end

-- What has been told since the style of the figure, without blanks that mean nothing and with one kind of quotes. An empty
-- line behind numbers ends a row of a surface; others only part commands. The original draws a figure at its end, whether
-- or not it is drawn already.
local function plain(text)
   text = text:match '\n(set term.*)' or text
   text = text:gsub("'%-' ?title", "'-' title"):gsub("set output '([^']*)'", 'set output "%1"'):gsub(' +', ' ')
   local lines = {}
   for line in text:gmatch '([^\n]*)\n' do
      line = line:gsub(' $', '')
      local last = lines[#lines] or ''
      if line ~= '' or last:find '^[-%d]' then lines[#lines + 1] = line end
   end
   local told = table.concat(lines, '\n')
   told = told:gsub('(set output [^\n]*\nrefresh\nunset output\n)%1quit$', '%1quit')
   return (told:gsub('\nrefresh\nrefresh\nquit$', '\nrefresh\nquit'))
end

--- What programs that were told to quit were told, a text for each; forgotten then.
function recorder.told(folder)
   local texts = {}
   local names = assert(io.popen('ls -tr ' .. folder .. '/*.sent 2>/dev/null'))
   for name in names:lines() do
      local file = assert(io.open(name))
      local text = file:read '*a'
      file:close()
      if text:find '\nquit\n$' then
         texts[#texts + 1] = plain(text)
         os.remove(name)
      end
   end
   names:close()
   return texts
end

return recorder
