--- A sequence as a table of steps, or as a tensor whose first dimension they are.
-- @module rnn.sequence
local expected = require 'nn.expected'
local sequence = {}

--- The number of steps.
-- @tparam nn.Module who whose message it would be
-- @tparam string name what the value is called
-- @param value
-- @treturn int
function sequence.length(who, name, value)
   if torch.isTensor(value) then
      if value:dim() < 1 then expected(who, ('a tensor of steps as %s'):format(name), value) end
      return value:size(1)
   end
   if torch.type(value) ~= 'table' then
      expected(who, ('a tensor of steps or a table of them as %s'):format(name), value)
   end
   return #value
end

--- Refuse what has another number of steps, or is no tensor where the other one is.
function sequence.like(who, name, value, input)
   local steps = sequence.length(who, 'input', input)
   if torch.isTensor(input) ~= torch.isTensor(value) then
      local kind = torch.isTensor(input) and 'a tensor' or 'a table'
      expected(who, ('%s as %s, as the input is'):format(kind, name), value)
   end
   local count = sequence.length(who, name, value)
   if count ~= steps then expected(who, ('%s of %d steps'):format(name, steps), ('%d'):format(count)) end
   return steps
end

--- Run a loop over steps so that an error says which one it was: `At step 2 of nn.Sequencer:`.
-- @tparam nn.Module who
-- @tparam function loop called with the object, a table in whose `step` it keeps the step, and further arguments
-- @return what it returns
function sequence.steps(who, loop, ...)
   local at = {}
   local function finish(ok, ...)
      if ok then return ... end
      local err = ...
      if type(err) ~= 'string' or not at.step then error(err, 0) end
      local place, message = err:match('^([^\n]-:%d+: )(.*)$')
      error(('%sAt step %d of %s:\n%s'):format(place or '', at.step, torch.type(who), message or err), 0)
   end
   return finish(pcall(loop, who, at, ...))
end

return sequence
