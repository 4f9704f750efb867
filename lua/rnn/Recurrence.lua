--- A recurrence made of any module that takes `{input[t], output[t−1]}` and gives `output[t]`.
--
-- The output is a tensor, or a table of tensors nested to any depth; before the first step it is 0.
--
-- As in the original, a module behind one that steps by itself, such as `nn.Linear` behind `nn.LSTM`, is given that
-- one's last output as its input when gradients of its parameters are added up, whatever the step.
--
--     step = nn.Sequential():add(nn.JoinTable(1, 1)):add(nn.Linear(3 + 5, 5)):add(nn.Tanh())
--     nn.Recurrence(step, 5, 1)
--
-- @classmod nn.Recurrence
local expected = require 'nn.expected'
local first = require 'torchx.first'
local restored = require 'nn.restored'
local states = require 'rnn.states'
local wants = require 'nn.wants'
local Recurrence, AbstractRecurrent = torch.class('nn.Recurrence', 'nn.AbstractRecurrent')

-- A size without the batch's: a number, a LongStorage, or a table of sizes.
local function checkedSize(self, size)
   if type(size) == 'number' then return {size} end
   if torch.type(size) == 'torch.LongStorage' then return size:totable() end
   if torch.type(size) ~= 'table' or #size == 0 then expected(self, 'the size of an output', size) end
   for i, part in ipairs(size) do
      if type(part) ~= 'number' then size[i] = checkedSize(self, part) end
   end
   return size
end

--- Make one.
-- @tparam nn.Module recurrentModule what a step computes
-- @tparam int|torch.LongStorage|table outputSize the size of an output without the batch, or a table of sizes
-- @tparam int nInputDim dimensions of a sample of the first tensor of the input
-- @tparam[opt=9999] int rho how many steps gradients go back
function Recurrence:__init(recurrentModule, outputSize, nInputDim, rho)
   AbstractRecurrent.__init(self, rho or 9999)
   self.outputSize = checkedSize(self, outputSize)
   if type(nInputDim) ~= 'number' then expected(self, "a number of an input's dimensions", nInputDim) end
   self.nInputDim = nInputDim
   self:setRecurrentModule(recurrentModule)
   self.module = recurrentModule
   self.typeTensor = torch.Tensor()
end

--- The number of samples in an input, by its first tensor; nothing for a single sample.
-- @param input
-- @tparam[opt] int nInputDim dimensions of a sample
-- @treturn int|nil
function Recurrence:getBatchSize(input, nInputDim)
   nInputDim = nInputDim or self.nInputDim
   input = first(input) or input
   wants.tensor(self, ('input of step %d'):format(self.step), input)
   if input:dim() == nInputDim then return nil end
   if input:dim() ~= nInputDim + 1 then
      expected(self, ('an input of %d or %d dimensions at step %d'):format(nInputDim, nInputDim + 1, self.step), input)
   end
   return input:size(1)
end

--- Zeros of a size, for a batch if there is one.
-- @param tensor what was returned before, or nil
-- @tparam table size
-- @tparam[opt] int batchSize
-- @return a tensor, or a table of tensors if the size is one of sizes
function Recurrence:recursiveResizeZero(tensor, size, batchSize)
   if type(size[1]) == 'table' then
      tensor = torch.type(tensor) == 'table' and tensor or {}
      for i, part in ipairs(size) do tensor[i] = self:recursiveResizeZero(tensor[i], part, batchSize) end
      return tensor
   end
   tensor = torch.isTensor(tensor) and tensor or self.typeTensor.new()
   local full = batchSize and {batchSize, table.unpack(size)} or size
   return tensor:resize(torch.LongStorage(full)):zero()
end

states.isOutput(Recurrence)

-- The state that a step begins with.
-- @tparam int step
-- @param[opt] input of that step, whose batch the state has if it is 0
function Recurrence:stateBefore(step, input)
   local state = self.outputs[step - 1]
   if state == nil and step == 1 then
      if self.userPrevOutput ~= nil then return self.userPrevOutput end
      if input ~= nil then
         self.zeroTensor = self:recursiveResizeZero(self.zeroTensor, self.outputSize, self:getBatchSize(input))
      end
      state = self.zeroTensor
   end
   return state
end

-- Refuse an input of another batch than the state's.
-- @param input of a step
-- @param state before it
function Recurrence:checkState(input, state)
   state = first(state)
   local batch = self:getBatchSize(input)
   if batch and torch.isTensor(state) and state:dim() > 0 and state:size(1) ~= batch then
      local what = ('a batch of %d at step %d, as in the state before it'):format(state:size(1), self.step)
      expected(self, what, ('%d'):format(batch))
   end
end

-- The state of the recurrence, and those of the modules within.
local function pair(name, inner)
   local own = Recurrence[name]
   Recurrence[name] = function(self, step, ...)
      return {own(self, step, ...), inner[name](self, step, ...)}
   end
end
local function unpair(name, inner)
   local own = Recurrence[name]
   Recurrence[name] = function(self, step, state)
      if torch.type(state) ~= 'table' then expected(self, ('a table as the state of step %s'):format(step), state) end
      if state[1] ~= nil then own(self, step, state[1]) end
      if state[2] ~= nil then inner[name](self, step, state[2]) end
   end
end
pair('getHiddenState', nn.Module)
pair('getGradHiddenState', nn.Module)
unpair('setHiddenState', nn.Module)
unpair('setGradHiddenState', nn.Module)

function Recurrence:__tostring__() return ('%s @ %s'):format(torch.type(self), self.modules[1]) end

restored.fields(Recurrence, {typeTensor = restored.tensor, ['nInputDim outputSize'] = restored.needed})
