-- Runs a script, and says on the error output how many kB were resident at most: peak.lua SCRIPT [ARGUMENT…]
local script = table.remove(arg, 1)
arg[0] = script
dofile(script)
local peak
for line in io.lines '/proc/self/status' do peak = peak or line:match '^VmHWM:%s*(%d+) kB' end
io.stderr:write(peak, '\n')
