--- A clock that can be stopped: `torch.Timer():time().real`.
-- @classmod torch.Timer
local system = require 'sconce.system'
local Timer = torch.class('torch.Timer')
Timer.__opaque = true  -- `print` shows its text, not its fields

local function check(self)
   if torch.typename(self) ~= 'torch.Timer' then
      error('torch.Timer: expected a torch.Timer as self, got ' .. torch.type(self), 3)
   end
end

-- Real seconds, and those the process has computed for itself and in the kernel.
local function now()
   local real, user, sys = system.times()
   return {real = real, user = user, sys = sys}
end

--- Make a timer that runs.
function Timer:__init()
   self.running = true
   self:reset()
end

--- Begin again at zero; a stopped timer stays stopped.
-- @treturn torch.Timer itself
function Timer:reset()
   check(self)
   self.total, self.started = {real = 0, user = 0, sys = 0}, now()
   return self
end

--- Seconds so far, while it ran.
-- @treturn table `real`, `user` and `sys`: by the clock; what the process computed for itself; and in the kernel
function Timer:time()
   check(self)
   local total, current = {}, self.running and now()
   for name, seconds in pairs(self.total) do
      total[name] = seconds + (current and current[name] - self.started[name] or 0)
   end
   return total
end

--- Stand still.
-- @treturn torch.Timer itself
function Timer:stop()
   check(self)
   if self.running then self.total, self.running = self:time(), false end
   return self
end

--- Go on from where it stood.
-- @treturn torch.Timer itself
function Timer:resume()
   check(self)
   if not self.running then self.started, self.running = now(), true end
   return self
end

function Timer:__tostring__() return ('torch.Timer [status: %s]'):format(self.running and 'running' or 'stopped') end

--- The time, for `torch.toc`.
-- @treturn number seconds since 1970
function torch.tic() return system.clock() end

--- How long ago that was.
-- @tparam number tic what `torch.tic` gave
-- @treturn number seconds
function torch.toc(tic)
   local since = tonumber(tic)
   if not since then error('torch.toc: expected a number, got ' .. torch.type(tic), 2) end
   return system.clock() - since
end

return Timer
