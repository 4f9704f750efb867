--- Tables with something for each step, which may begin later than at step 1.
-- @module rnn.history
local history = {}

--- The steps that a table has, in order.
-- @tparam table t
-- @treturn {int,...}
function history.steps(t)
   local steps = {}
   for step in pairs(t) do steps[#steps + 1] = step end
   table.sort(steps)
   return steps
end

--- The first of them; nothing if the table is empty.
function history.oldest(t)
   local oldest
   for step in pairs(t) do oldest = oldest and math.min(oldest, step) or step end
   return oldest
end

--- How many steps a table has.
function history.count(t)
   local count = 0
   for _ in pairs(t) do count = count + 1 end
   return count
end

--- The same without gaps, beginning after an offset; the table itself, if it is so already.
-- @tparam table t
-- @tparam int offset
-- @treturn table
function history.compact(t, offset)
   local steps = history.steps(t)
   if #steps == 0 or steps[1] == offset + 1 and steps[#steps] == offset + #steps then return t end
   local compact = {}
   for i, step in ipairs(steps) do compact[offset + i] = t[step] end
   return compact
end

return history
