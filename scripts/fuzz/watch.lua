-- Calls in protection, and notes of what went wrong with them: errors of Lua's own from inside the library, calls that
-- take too long, memory that runs away.
local watch = {calls = 0, refused = 0}

-- How long a call may take, and by how much memory may grow in a round.
local seconds, bytes = 4, 1.5 * 2^30

-- What Lua itself says when a function of ours did not look at what it got.
local raw = {
   'attempt to ', 'bad argument #', 'has no integer representation', 'invalid order function', "'for' initial value",
   "'for' limit", "'for' step", 'index is nil', 'index is NaN', 'error in error handling', 'expected, got no value',
   'invalid value %(at index', 'string slice too long', 'resulting string too large', 'malformed pattern',
   'invalid option', 'invalid key to', 'unable to dump', 'too many results to unpack', 'too many C levels',
}

local notes, order = {}, {}

-- The line of ours that was nearest.
local function nearest(trace)
   for line in trace:gmatch '[^\n]+' do
      local at = line:match '(sconce/[%w_/]+%.lua:%d+)' or line:match '^%s*(lua/[%w_/]+%.lua:%d+)'
      if at then return at end
   end
   return '?'
end

--- Note a fault; the first of its kind with all that is known.
function watch.note(kind, what, trace)
   local key = kind .. ' at ' .. nearest(trace or what)
   if not notes[key] then
      order[#order + 1] = key
      notes[key] = {count = 0, round = watch.round, what = what, trace = trace, call = watch.call}
   end
   notes[key].count = notes[key].count + 1
end

local deadline = math.huge
local function tooLong()
   if os.clock() > deadline then
      deadline = os.clock() + 1
      error('fuzz: the call takes too long', 2)
   end
end
debug.sethook(tooLong, '', 1000000)

local function handler(message)
   if type(message) ~= 'string' then return message end
   local isLong = message:find('fuzz: the call takes too long', 1, true)
   -- What is compared in moses is the script's.
   local own = watch.call:find '^moses' and message:find 'attempt to compare'
   for _, form in ipairs((watch.forgiving or own) and {} or raw) do
      if message:find(form) then
         watch.note('raw error', message:match('^[^\n]*\n?[^\n]*'), message .. '\n' .. debug.traceback('', 2))
         break
      end
   end
   if isLong then watch.note('endless', message:match '^[^\n]*', debug.traceback('', 2)) end
   return message
end

--- Call a function; whether it succeeded, and what it returned.
function watch.try(call, f, ...)
   watch.calls, watch.call = watch.calls + 1, call
   if watch.told then io.stderr:write(call, '\n') end
   local start = os.clock()
   deadline = start + seconds
   local results = table.pack(xpcall(f, handler, ...))
   deadline = math.huge
   if os.clock() - start > seconds then watch.note('slow call', call) end
   if not results[1] then watch.refused = watch.refused + 1 end
   return table.unpack(results, 1, math.min(results.n, 4))
end

local function resident(what)
   local file = io.open '/proc/self/status'
   if not file then return 0 end
   local text = file:read 'a'
   file:close()
   return tonumber(text:match(what .. ':%s*(%d+)')) * 1024
end

--- Play a round, and look at what it did to the process.
function watch.play(round, f)
   watch.round = round
   math.randomseed(round)
   torch.manualSeed(round)
   torch.setdefaulttensortype 'torch.DoubleTensor'
   local file = io.open('/proc/self/clear_refs', 'w')
   if file then file:write '5'; file:close() end
   local before = resident 'VmRSS'
   f()
   local growth = resident 'VmHWM' - before
   if growth > bytes then watch.note('memory', ('grew by %.0f MB'):format(growth / 2^20)) end
end

--- What was noted, as text; how many kinds.
function watch.report()
   table.sort(order, function(a, b) return notes[a].count > notes[b].count end)
   local lines = {}
   for _, key in ipairs(order) do
      local note = notes[key]
      lines[#lines + 1] = ('%s: %d times, first in round %d, %s\n   %s%s'):format(key, note.count, note.round,
         note.call, note.what,
         watch.traces and note.trace and '\n' .. note.trace or '')
   end
   return table.concat(lines, '\n'), #order
end

return watch
