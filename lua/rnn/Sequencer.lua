--- A module at each step of a sequence, from left to right.
--
-- A sequence is a table of what each step takes, or a tensor of T×…; so is the output. What does not step through
-- sequences by itself becomes an `nn.Recursor`. Each call begins a new sequence, but for `remember`.
--
--     net = nn.Sequencer(nn.Sequential():add(nn.LSTM(10, 20)):add(nn.Linear(20, 5)))
--     net:forward(torch.randn(7, 4, 10))                -- 7×4×5
--
-- @classmod nn.Sequencer
local remembering = require 'rnn.remembering'
local sequence = require 'rnn.sequence'
local wants = require 'nn.wants'
local Sequencer, AbstractSequencer = torch.class('nn.Sequencer', 'nn.AbstractSequencer')

--- Make one.
-- @tparam nn.Module module what each step runs
function Sequencer:__init(module)
   AbstractSequencer.__init(self)
   if not torch.isTypeOf(wants.module(self, module), 'nn.AbstractRecurrent') then module = nn.Recursor(module) end
   self.module = module
   self.modules[1] = module
   self.output, self.tableoutput, self.tablegradInput, self._output = {}, {}, {}, {}
   self._remember = 'neither'
   self.dpnn_mediumEmpty = table.move(self.dpnn_mediumEmpty, 1, #self.dpnn_mediumEmpty, 1, {})
   table.insert(self.dpnn_mediumEmpty, '_output')
end

-- A tensor with a row for each step, in the size and type of what one step gave.
local function rows(tensor, steps, first)
   tensor = torch.typename(tensor) == torch.typename(first) and tensor or first.new()
   return tensor:resize(torch.LongStorage {steps, table.unpack(first:size():totable())})
end

local function forward(self, at, input, steps)
   local module, tensor = self.modules[1], torch.isTensor(input)
   local result = tensor and self.tensoroutput or self.train == false and self._output or {}
   for step = 1, steps do
      at.step = step
      local output = module:updateOutput(input[step])
      if tensor then
         if step == 1 then result = rows(result, steps, wants.tensor(self, 'output of a step', output)) end
         result:select(1, step):copy(output)
      elseif self.train == false then
         -- In evaluation each step overwrites the output of the one before.
         result[step] = nn.rnn.recursiveCopy(result[step], output)
      else
         result[step] = output
      end
   end
   if tensor then
      self.tensoroutput = result
      return result
   end
   for step = steps + 1, #result do result[step] = nil end
   if self.train == false then self._output = result end
   self.tableoutput = result
   return result
end

function Sequencer:updateOutput(input)
   local steps = sequence.length(self, 'input', input)
   if self.train ~= false then self.modules[1]:maxBPTTstep(steps) end
   if not self:hasMemory() then self.modules[1]:forget() end
   self.output = sequence.steps(self, forward, input, steps)
   return self.output
end

local function backward(self, at, input, gradOutput, steps)
   local module, tensor = self.modules[1], torch.isTensor(input)
   local result = tensor and self.tensorgradInput or {}
   for step = steps, 1, -1 do
      at.step = step
      local gradInput = module:updateGradInput(input[step], gradOutput[step])
      if not tensor then
         result[step] = gradInput
      elseif torch.isTensor(gradInput) and (gradInput:dim() > 0 or step == steps) then
         if step == steps then result = rows(result, steps, gradInput) end
         result:select(1, step):copy(gradInput)
      end
   end
   return result
end

function Sequencer:updateGradInput(input, gradOutput)
   local steps = sequence.like(self, 'gradOutput', gradOutput, input)
   self.gradInput = sequence.steps(self, backward, input, gradOutput, steps)
   if torch.isTensor(input) then self.tensorgradInput = self.gradInput else self.tablegradInput = self.gradInput end
   return self.gradInput
end

local function accumulate(self, at, method, input, gradOutput, steps, scale)
   local module = self.modules[1]
   for step = steps, 1, -1 do
      at.step = step
      module[method](module, input[step], gradOutput[step], scale)
   end
end

function Sequencer:accGradParameters(input, gradOutput, scale)
   local steps = sequence.like(self, 'gradOutput', gradOutput, input)
   sequence.steps(self, accumulate, 'accGradParameters', input, gradOutput, steps, scale or 1)
end

function Sequencer:accUpdateGradParameters(input, gradOutput, learningRate)
   local steps = sequence.like(self, 'gradOutput', gradOutput, input)
   sequence.steps(self, accumulate, 'accUpdateGradParameters', input, gradOutput, steps, learningRate)
end

remembering.endsWithMode(Sequencer, AbstractSequencer)

function Sequencer:clearState()
   self.tableoutput, self.tablegradInput, self._output = {}, {}, {}
   self.tensoroutput, self.tensorgradInput = nil, nil
   self.output, self.gradInput = {}, torch.Tensor():type(self._type)
   self.modules[1]:clearState()
   return self
end

function Sequencer:__tostring__() return ('%s @ %s'):format(torch.type(self), self.modules[1]) end
