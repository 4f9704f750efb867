--- A progress bar with the time that is left, on one line.
-- @module xlua.progress
local system = require 'sconce.system'

-- What surrounds the bar takes so many columns; a step's time is the mean over so many calls.
local margin, window, widest = 34, 100, 120
local bar

-- One run from 0 to the goal.
local function start(width)
   return {width = width, started = sys.clock(), times = {}, counts = {}, first = 1, filled = -1, done = false}
end

-- Seconds a step, from the calls in the window.
local function pace(run, current, now)
   local last = #run.times + 1
   run.times[last], run.counts[last] = now, current
   local steps = current - run.counts[run.first]
   local seconds = steps == 0 and 0 or (now - run.times[run.first]) / steps
   if last - run.first >= window - 1 then
      run.times[run.first], run.counts[run.first] = false, false
      run.first = run.first + 1
   end
   return seconds
end

--- Draw the bar.
-- @tparam number current how far it is
-- @tparam number goal where it ends; the line ends there too, and the next call begins a new bar
function xlua.progress(current, goal)
   local width = math.min(system.columns(), widest) - margin
   local filled = math.floor(current * width / goal)
   if bar and not (bar.done and filled < bar.filled) then io.write('\r') else bar = start(width) end
   if bar.done then return io.flush() end
   bar.filled, bar.done = filled, filled == width

   local elapsed = sys.clock() - bar.started
   local step = pace(bar, current, elapsed)
   local arrow = filled >= 1 and filled <= width
   local drawn = math.max(0, math.min(arrow and filled - 1 or filled, width))
   local rest = math.max(0, width - drawn - (arrow and 1 or 0))
   local times = filled < width and ' ETA: ' .. xlua.formatTime(math.max(0, (goal - current) * step))
      or ' Tot: ' .. xlua.formatTime(elapsed)
   times = times .. ' | Step: ' .. xlua.formatTime(step)
   -- The counts are written into the middle of the bar.
   io.write(
      ' [', ('='):rep(drawn), arrow and '>' or '', ('.'):rep(rest), ']', (' '):rep(margin - 3), ('\b'):rep(margin - 4),
      times, ('\b'):rep(math.max(0, math.floor(5 + #times + width / 2))),
      (' %s/%s '):format(current, goal), bar.done and '\n\r' or '\r')
   io.flush()
end
