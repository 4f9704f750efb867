--- A sequence as a table of steps, or as a tensor whose first dimension they are.
-- @module rnn.sequence
local expected = require 'nn.expected'
local located = require 'nn.located'
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

-- An error with the step in front, behind the script's line.
local function at(err, step, who)
   if type(err) ~= 'string' then return err end
   local header = ('At step %d of %s:\n'):format(step, torch.type(who))
   local first, inner = located.parts(err)
   if inner then return first .. header .. inner end
   local place, message = err:match('^([^\n]-:%d+: )(.*)$')
   return (place or '') .. header .. (message or err)
end

local function finishStep(self, step, input, before, gradOutput, ok, ...)
   if ok then return ... end
   self:refuse(step, input, before, gradOutput)
   local err = ...
   -- What the module itself has found says the step.
   if type(err) == 'string' and not err:find(torch.type(self) .. ': [^\n]*step ' .. ('%d'):format(step)) then
      err = at(err, step, self)
   end
   error(err, 0)
end

--- Call a function on behalf of a step, so that an error says which one it was: in the words of the module's own
-- `refuse`, or `At step 2 of nn.FastLSTM:` and the words of what failed.
-- @tparam nn.AbstractRecurrent self
-- @tparam int step
-- @param input of the step
-- @param before the state before it, or nil
-- @param gradOutput the gradient of its output, or nil
-- @tparam function f
-- @param ... its arguments
-- @return what it returns
function sequence.step(self, step, input, before, gradOutput, f, ...)
   return finishStep(self, step, input, before, gradOutput, pcall(f, ...))
end

--- Run a loop over steps so that an error says which one it was: `At step 2 of nn.Sequencer:`.
-- @tparam nn.Module who
-- @tparam function loop called with the object, a table in whose `step` it keeps the step, and further arguments
-- @return what it returns
function sequence.steps(who, loop, ...)
   local place = {}
   local function finish(ok, ...)
      if ok then return ... end
      local err = ...
      if type(err) ~= 'string' or not place.step then error(err, 0) end
      -- The Recursor around what each step runs is the sequencer's own.
      error(at(err:gsub('At step %d+ of nn%.Recursor:\n', '', 1), place.step, who), 0)
   end
   return finish(pcall(loop, who, place, ...))
end

return sequence
