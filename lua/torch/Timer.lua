--- A clock that can be stopped: `torch.Timer():time().real`.
-- @classmod torch.Timer
local system = require 'sconce.system'
local Timer = torch.class('torch.Timer')
Timer.__opaque = true  -- `print` shows its text, not its fields

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

--- Begin again at zero.
function Timer:reset()
   self.total, self.started = {real = 0, user = 0, sys = 0}, now()
   return self
end

--- Seconds so far: `real`, `user` and `sys`.
function Timer:time()
   local total, current = {}, self.running and now()
   for name, seconds in pairs(self.total) do
      total[name] = seconds + (current and current[name] - self.started[name] or 0)
   end
   return total
end

function Timer:stop()
   if self.running then self.total, self.running = self:time(), false end
   return self
end

function Timer:resume()
   if not self.running then self.started, self.running = now(), true end
   return self
end

function Timer:__tostring__() return ('torch.Timer [status: %s]'):format(self.running and 'running' or 'stopped') end

--- The time, for `torch.toc`.
function torch.tic() return system.clock() end
--- Seconds since that time.
function torch.toc(tic) return system.clock() - tic end

return Timer
