--- What layers share that take a whole sequence as one tensor: T×N×D, or N×T×D with `batchfirst`.
--
-- They remember as `nn.Sequencer` does. `maskzero` makes steps of samples that are 0 begin anew.
--
-- @module rnn.wholeSequence
local expected = require 'nn.expected'
local givenMask = require 'rnn.givenMask'
local remembering = require 'rnn.remembering'
local wants = require 'nn.wants'
local whole = {}

--- Give a class its part.
-- @tparam table class
function whole.extend(class)
   --- Say whether a call goes on with the sequence of the call before.
   -- @tparam[opt='both'] string mode `'train'` or `'eval'`: in training or in evaluation alone; `'both'`; `'neither'`,
   -- which is how it begins
   -- @treturn nn.Module itself
   function class:remember(mode)
      remembering.set(self, mode)
      return self
   end

   class.hasMemory = remembering.isOn

   --- Begin a new sequence at the next call.
   function class:resetStates()
      self.last = nil
      return self
   end
   class.forget = class.resetStates

   remembering.endsWithMode(class, nn.Module)

   -- Steps of samples that are masked give 0 and begin anew.
   class.maskZero = givenMask.heed

   --- Give a mask of steps x batch for the calls to come.
   -- @tparam torch.ByteTensor|boolean mask 1 for what is masked; false for nothing
   function class:setZeroMask(mask) self.givenMask = givenMask.check(self, mask, 2) end

   --- Give the state before the first step of the next call, as `forward` with a table does.
   -- @param[opt] state the output, or a table of output and cell
   function class:setStartState(state)
      if state ~= nil then wants.nested(self, 'the state before step 1', state) end
      local isPair = torch.type(state) == 'table'
      self.userPrevOutput = isPair and state[1] or state
      self.userPrevCell = isPair and state[2] or nil
   end

   function class:setHiddenState(step, state)
      if step ~= 0 then expected(self, 'the number of the step before the first, 0', step) end
      self:setStartState(state)
   end
   for _, name in ipairs {'getHiddenState', 'getGradHiddenState', 'setGradHiddenState'} do
      class[name] = function() expected(class.__typename, 'a module that steps', name) end
   end

   function class:updateGradInput(input, gradOutput) return self:gradients(input, gradOutput) end
   function class:backward(input, gradOutput, scale)
      self:updateGradInput(input, gradOutput)
      self:accGradParameters(input, gradOutput, scale)
      return self.gradInput
   end
end

--- Refuse what is no number of inputs or outputs.
function whole.counts(who, ...)
   for _, count in ipairs {...} do
      wants.count(who, 'a number of inputs and outputs', count)
   end
   if select('#', ...) == 0 or select(1, ...) == nil then expected(who, 'a number of inputs and outputs', nil) end
end

--- The sequence of an input, as T×N×D; what comes before it in a table are states before the first step.
-- @tparam nn.Module who
-- @param input a tensor, or a table with the sequence at its end
-- @tparam int count how many states there may be
-- @tparam int size D
-- @treturn torch.Tensor
-- @treturn table the states
function whole.parts(who, input, count, size)
   local states = {}
   if torch.type(input) == 'table' then
      if #input == 0 or #input > count + 1 then
         expected(who, ('a sequence, or a table of at most %d states and one'):format(count), input)
      end
      states = {table.unpack(input, 1, #input - 1)}
      input = input[#input]
   end
   wants.type(who, 'input', input, who.weight)
   if input:dim() ~= 3 or input:size(3) ~= size then
      local what = who.batchfirst and 'batchxstepsx' or 'stepsxbatchx'
      wants.otherSize(who, ('a sequence of %s%d'):format(what, size), input)
   end
   return who.batchfirst and input:transpose(1, 2) or input, states
end

--- A gradient of the output, as T×N×H.
function whole.gradient(who, x, gradOutput, output)
   if output:dim() ~= 3 or x:size(1) ~= output:size(1) or x:size(2) ~= output:size(2) then
      expected(who, 'a forward of the input before each backward', x)
   end
   wants.type(who, 'gradOutput', gradOutput, who.weight)
   local seen = gradOutput
   if who.batchfirst and gradOutput:dim() == 3 then seen = gradOutput:transpose(1, 2) end
   if not seen:isSameSizeAs(output) then
      local size = (who.batchfirst and output:transpose(1, 2) or output):size():totable()
      wants.otherSize(who, 'gradOutput of size ' .. table.concat(size, 'x'), gradOutput)
   end
   return seen
end

--- The state before the first step, into a field: what is given, what is remembered, or zeros.
-- @tparam nn.Module who
-- @tparam string field such as `h0`
-- @tparam int samples N
-- @tparam int size H
-- @param ... what is given, the first that is not nil counts
function whole.before(who, field, samples, size, ...)
   local state = who[field]
   for i = 1, select('#', ...) do
      local given = select(i, ...)
      if given ~= nil then
         local fits = torch.isTensor(given) and given:dim() == 2 and given:size(1) == samples and given:size(2) == size
         if not fits or given:type() ~= who.weight:type() then
            -- One that does not fit is not kept for the next call.
            who.userPrevOutput, who.userPrevCell = nil, nil
            wants.type(who, field, given, who.weight)
            wants.otherSize(who, ('a state of size %dx%d before step 1'):format(samples, size), given)
         end
         return state:resize(samples, size):copy(given)
      end
   end
   return state:resize(samples, size):zero()
end

--- The gradient of the state behind the last step, into a field: what is given, or zeros.
-- @tparam nn.Module who
-- @tparam string field such as `grad_h0`
-- @tparam int samples N
-- @tparam int size H
-- @tparam[opt] torch.Tensor given
function whole.after(who, field, samples, size, given)
   local gradient = who[field]
   if given == nil then return gradient:resize(samples, size):zero() end
   wants.type(who, field, given, who.weight)
   if given:dim() ~= 2 or given:size(1) ~= samples or given:size(2) ~= size then
      wants.otherSize(who, ('a gradient of size %dx%d behind the last step'):format(samples, size), given)
   end
   -- What comes may be this field itself.
   return given == gradient and gradient or gradient:resize(samples, size):copy(given)
end

--- Make buffers that a layer from a file may lack.
function whole.make(who, names)
   for _, name in ipairs(names) do who[name] = who[name] or who.weight.new() end
end

--- Which steps of which samples are not 0, as T×N×1 in `stepMask`; nothing if that does not matter.
function whole.kept(who, x)
   if not who.maskzero or who.givenMask == false then return nil end
   local mask = who.v2 ~= false and who.givenMask
   if mask then
      if mask:size(1) ~= x:size(1) or mask:size(2) ~= x:size(2) then
         expected(who, ('a mask of %dx%d, steps and batch'):format(x:size(1), x:size(2)), mask)
      end
      who.stepMask = mask:eq(0):type(torch.type(x)):view(x:size(1), x:size(2), 1)
      return who.stepMask
   end
   who.stepMask = torch.typename(who.stepMask) == torch.typename(x) and who.stepMask or x.new()
   who.stepMask:norm(x, 2, 3)
   return who.stepMask:sign()
end

return whole
