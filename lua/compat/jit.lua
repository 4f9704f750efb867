--- `jit`, for scripts that ask where they run or switch it off.
-- @module compat.jit
local names = {x86_64 = 'x64', aarch64 = 'arm64'}
local system, _, processor = require('sconce.system').uname()

jit = {
   os = system == 'Darwin' and 'OSX' or system,
   arch = names[processor] or processor,
   version = 'LuaJIT 2.1.0-beta2',
   version_num = 20100,
}
--- There is no compiler: it is off, and stays so.
function jit.status() return false end
function jit.on() end
function jit.off() end
function jit.flush() end
package.loaded.jit = jit

return true
