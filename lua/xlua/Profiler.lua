--- Times of named stretches of a program.
-- @classmod xlua.Profiler
local Profiler = torch.class('xlua.Profiler')

function Profiler:__init() self.timers, self.names = {}, {} end

local function entry(self, name)
   local timer = self.timers[name]
   if not timer then error(('xlua.Profiler: %s has not been started'):format(tostring(name)), 3) end
   return timer
end

--- Begin to measure.
function Profiler:start(name)
   if not self.timers[name] then self.names[#self.names + 1] = name end
   self.timers[name] = {timer = torch.Timer()}
end

--- End to measure.
function Profiler:lap(name)
   local measured = entry(self, name)
   local time = measured.timer:time()
   measured.real, measured.cpu = time.real, time.user + time.sys
end

--- Seconds by the clock.
function Profiler:real(name) return entry(self, name).real end
--- Seconds that the processor has computed.
function Profiler:cpu(name) return entry(self, name).cpu end

--- Print one stretch.
function Profiler:print(name)
   local measured = entry(self, name)
   print(('$ real | cpu: %f | %f <%s>'):format(measured.real or 0, measured.cpu or 0, name))
end

--- Print all of them.
function Profiler:printAll()
   local lines = {'$ profiler report:'}
   for _, name in ipairs(self.names) do
      local measured = self.timers[name]
      lines[#lines + 1] = ('$ real %f | cpu %f <%s>'):format(measured.real or 0, measured.cpu or 0, name)
   end
   print(table.concat(lines, '\n'))
end

return Profiler
