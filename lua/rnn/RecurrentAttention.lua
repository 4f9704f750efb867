--- A recurrent network that chooses at each step where to look at its input.
--
-- At each step `action` samples an action of what the network gave before (zeros at first), and the network takes
-- `{input, action}`. The action learns by REINFORCE: the gradient of the actions themselves is 0.
-- (Mnih, Heess, Graves, Kavukcuoglu, 2014, arXiv:1406.6247.)
--
-- @classmod nn.RecurrentAttention
local expected = require 'nn.expected'
local repeating = require 'rnn.repeating'
local restored = require 'nn.restored'
local sequence = require 'rnn.sequence'
local wants = require 'nn.wants'
local RecurrentAttention, AbstractSequencer = torch.class('nn.RecurrentAttention', 'nn.AbstractSequencer')

--- Make one.
-- @tparam nn.Module rnn takes `{x, z}` at each step
-- @tparam nn.Module action from an output of it to z
-- @tparam int nStep how many steps there are
-- @tparam {int,...} hiddenSize the size of an output of the network, without the batch
function RecurrentAttention:__init(rnn, action, nStep, hiddenSize)
   AbstractSequencer.__init(self)
   if not torch.isTypeOf(rnn, 'nn.Module') then expected(self, 'a module that takes input and action', rnn) end
   if not torch.isTypeOf(action, 'nn.Module') then expected(self, 'a module that samples actions', action) end
   wants.count(self, 'a number of steps', nStep)
   if torch.type(hiddenSize) ~= 'table' or type(hiddenSize[1]) ~= 'number' then
      expected(self, 'a table with the size of an output', hiddenSize)
   end
   local function stepping(module)
      return torch.isTypeOf(module, 'nn.AbstractRecurrent') and module or nn.Recursor(module)
   end
   self.rnn, self.action = stepping(rnn), stepping(action)
   self.rnn:maxBPTTstep(nStep)
   self.action:maxBPTTstep(nStep)
   self.hiddenSize, self.nStep = hiddenSize, nStep
   self.modules = {self.rnn, self.action}
   self.output, self.actions, self.gradHidden = {}, {}, {}
   self.forwardActions = false
end

-- What an action is sampled of.
local function seen(self, step)
   if step == 1 then return self._initInput end
   return self.forwardActions and self.output[step - 1][1] or self.output[step - 1]
end

local function forward(self, at, input)
   local output = {}
   self.output = output
   for step = 1, self.nStep do
      at.step = step
      self.actions[step] = self.action:updateOutput(seen(self, step))
      local result = self.rnn:updateOutput {input, self.actions[step]}
      if self.train == false then result = nn.rnn.recursiveCopy(nil, result) end
      output[step] = self.forwardActions and {result, self.actions[step]} or result
   end
   return output
end

function RecurrentAttention:updateOutput(input)
   if not torch.isTensor(input) or input:dim() < 1 then expected(self, 'a batch', input) end
   self.rnn:forget()
   self.action:forget()
   if torch.typename(self._initInput) ~= torch.typename(input) then self._initInput = input.new() end
   self._initInput:resize(torch.LongStorage {input:size(1), table.unpack(self.hiddenSize)}):zero()
   return sequence.steps(self, forward, input)
end

-- The gradient of an action: zeros, or what comes, if actions go out.
local function ofAction(self, step, gradOutput)
   if self.forwardActions then return gradOutput[step][2] end
   self._gradAction = nn.rnn.recursiveFill((nn.rnn.recursiveResizeAs(self._gradAction, self.actions[step])), 0)
   return self._gradAction
end

local function backward(self, step, input, gradOutput)
   local given, output = gradOutput[step], self.output[step]
   if self.forwardActions then
      wants.table(self, 'gradients of output and action', given)
      given, output = given[1], output[1]
   end
   wants.type(self, 'gradOutput', given, output)
   local total = nn.rnn.recursiveCopy(self.gradHidden[step], given)
   self.gradHidden[step] = total
   -- What the action of the next step says of this output.
   if step < self.nStep and self.fromAction then nn.rnn.recursiveAdd(total, self.fromAction) end
   local gradInput = self.rnn:updateGradInput({input, self.actions[step]}, total)[1]
   local fromAction = self.action:updateGradInput(seen(self, step), ofAction(self, step, gradOutput))
   self.fromAction = step > 1 and fromAction or nil
   return gradInput
end

local function accumulate(self, step, method, input, gradOutput, scale)
   self.rnn[method](self.rnn, {input, self.actions[step]}, self.gradHidden[step], scale)
   self.action[method](self.action, seen(self, step), ofAction(self, step, gradOutput), scale)
end

repeating.extend(RecurrentAttention, 'nStep', backward, accumulate)

function RecurrentAttention:type(type, ...)
   if type then self._initInput, self._gradAction = nil, nil end
   return AbstractSequencer.type(self, type, ...)
end

function RecurrentAttention:__tostring__()
   local function shown(module) return (tostring(module):gsub('\n', '\n    |    ')) end
   return ('%s {\n  action : %s\n  rnn     : %s\n}'):format(torch.type(self), shown(self.action), shown(self.rnn))
end

restored.fields(RecurrentAttention, {['actions gradHidden'] = restored.table, ['rnn action'] = restored.needed})
