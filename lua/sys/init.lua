--- Time, programs and the terminal.
-- @module sys
require 'paths'
local system = require 'sconce.system'
sys = {}

--- Seconds since 1970.
function sys.clock() return system.clock() end

local started = 0
--- Start the clock that `sys.toc` reads.
function sys.tic() started = sys.clock() end
--- Seconds since `sys.tic`.
-- @tparam[opt] boolean verbose whether to print them as well
function sys.toc(verbose)
   local seconds = sys.clock() - started
   if verbose then print(seconds) end
   return seconds
end

-- Without blanks at either end.
local function trimmed(text) return (text:gsub('^%s+', ''):gsub('%s+$', '')) end

--- What a command of the shell writes.
function sys.execute(command)
   local output = assert(io.popen(command))
   local text = output:read('a')
   output:close()
   return trimmed(text)
end

--- What the last command of a line writes, on either of its outputs, by way of a file.
-- @tparam string command for the shell
-- @param[opt='*a'] what for `file:read`
function sys.fexecute(command, what)
   local name = os.tmpname()
   os.execute(('%s 1>%s 2>%s'):format(command, name, name))
   local file = assert(io.open(name))
   local text = file:read(what or '*a')
   file:close()
   os.remove(name)
   return type(text) == 'string' and trimmed(text) or text
end

--- The system, in small letters: `linux`.
function sys.uname() return (system.uname():lower()) end
sys.OS = sys.uname()

--- What `ls` says of a folder, complaints included.
function sys.ls(path) return sys.execute('ls ' .. (path or '') .. ' 2>&1') end
function sys.ll(path) return sys.ls('-l ' .. (path or '')) end
function sys.la(path) return sys.ls('-a ' .. (path or '')) end
function sys.lla(path) return sys.ls('-la ' .. (path or '')) end
-- The folder above the one with the program in it.
sys.prefix = paths.dirname(paths.execdir())

--- The pieces of a text between matches of a pattern; an empty last one is dropped.
function sys.split(text, separator)
   if type(text) ~= 'string' or type(separator) ~= 'string' then
      error(('sys.split: expected two texts, got %s and %s'):format(type(text), type(separator)), 2)
   end
   local pieces, from = {}, 1
   local first, last = text:find(separator, from)
   if first and last < first then error('sys.split: the separator matches nothing at all', 2) end
   while first do
      if first > 1 or last < first then pieces[#pieces + 1] = text:sub(from, first - 1) end
      from = last + 1
      first, last = text:find(separator, from)
   end
   if from <= #text then pieces[#pieces + 1] = text:sub(from) end
   return pieces
end

function sys.isNaN(number) return number ~= number end
function sys.sleep(seconds) system.sleep(seconds) end
function sys.usleep(microseconds) system.sleep(microseconds / 1e6) return microseconds end
function sys.dirname(path) return paths.dirname(path) end
function sys.concat(...) return paths.concat(...) end

--- The folder of the file that calls, and its name.
function sys.fpath()
   local source = debug.getinfo(2, 'S').source
   if source:sub(1, 1) ~= '@' then return paths.cwd(), source end
   local file = paths.concat(source:sub(2))
   return paths.dirname(file), paths.basename(file)
end

sys.COLORS = require 'sys.colors'
return sys
