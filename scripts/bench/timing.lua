-- How long a call takes, for both hosts.
local timing = {}

-- One thread is timed by what it ran, which others on the machine do not disturb.
local function clock()
   if torch.getnumthreads() == 1 then return os.clock end
   local timer = torch.Timer()
   return function() return timer:time().real end
end

--- Seconds a call: the least of some turns, each of them long enough for the clock.
function timing.least(f, turns, seconds)
   local now = clock()
   local least, count, start = math.huge, 1, now()
   f()
   local once = now() - start
   if once < seconds then count = math.ceil(seconds / math.max(once, 1e-7)) end
   for _ = 1, turns do
      start = now()
      for _ = 1, count do f() end
      least = math.min(least, now() - start)
   end
   return least / count
end

return timing
