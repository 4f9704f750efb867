--- What `nn.RecLSTM` and `nn.RecGRU` share: numbers of steps, and the state before the first, zeros if none is given.
-- @module rnn.startState
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local started = {}

local function back(self, now, step)
   if type(step) ~= 'number' or not (math.abs(step) < math.huge) or step ~= math.floor(step) then
      expected(self, 'the number of a step', step)
   end
   return step < 0 and now - step - 1 or step
end

--- The number of a step: the last one if none is given, and back from there if it is negative.
-- @tparam nn.AbstractRecurrent self
-- @tparam[opt] int step
-- @treturn int
function started.step(self, step)
   if step == nil then return self.step - 1 end
   return back(self, self.step, step)
end

--- The same for gradients, which go back from the step that `backward` has come to.
function started.gradStep(self, step)
   local now = self.updateGradInputStep or self.step
   if step == nil then return now - 1 end
   return back(self, now, step)
end

--- Zeros for a batch, in a tensor that is kept; without an input it stays what it is.
function started.zeros(tensor, input, size)
   if not torch.isTensor(input) or input:dim() == 0 then return tensor end
   local count = input:size(1)
   if tensor:dim() ~= 2 or tensor:size(1) ~= count or tensor:size(2) ~= size then tensor:resize(count, size):zero() end
   return tensor
end

--- Refuse an input of another size.
function started.check(self, input, size)
   wants.type(self, ('input of step %d'):format(self.step), input, self.modules[1].weight)
   if input:dim() ~= 2 or input:size(2) ~= size then
      wants.otherSize(self, ('a batch of size Nx%d at step %d'):format(size, self.step), input)
   end
end

--- Refuse an input whose batch is not that of the state.
function started.batch(self, input, state)
   wants.tensor(self, ('the state before step %d'):format(self.step), state)
   if state:dim() ~= 2 then
      expected(self, ('a state of Nx%d before step %d'):format(self.outputsize, self.step), state)
   end
   if state:size(1) ~= input:size(1) then
      local what = ('a batch of %d at step %d, as in the state before it'):format(state:size(1), self.step)
      expected(self, what, input)
   end
end

--- Give a class masks of its steps, and let conversion begin a new sequence.
-- @tparam table class
function started.extend(class)
   --- Mask samples: what is given with `setZeroMask`, else those that are 0 in the input.
   -- @tparam[opt=false] boolean fromInput whether only zeros of the input count
   function class:maskZero(fromInput)
      for _, step in pairs(self.sharedClones) do step:maskZero(fromInput) end
      self.modules[1]:maskZero(fromInput)
      return self
   end

   function class:type(type, ...)
      if type then
         self:forget()
         self:clearState()
      end
      return nn.AbstractRecurrent.type(self, type, ...)
   end
end

return started
