--- A module that steps through a sequence of one and the same input.
--
-- The output is a table of what each step gave.
--
-- @classmod nn.Repeater
local expected = require 'nn.expected'
local sequence = require 'rnn.sequence'
local wants = require 'nn.wants'
local Repeater, AbstractSequencer = torch.class('nn.Repeater', 'nn.AbstractSequencer')

--- Make one.
-- @tparam nn.Module module what each step runs
-- @tparam int rho the number of steps
function Repeater:__init(module, rho)
   AbstractSequencer.__init(self)
   wants.count(self, 'a number of steps', rho)
   if not torch.isTypeOf(wants.module(self, module), 'nn.AbstractRecurrent') then module = nn.Recursor(module) end
   self.rho = rho
   self.module = module
   self.module:maxBPTTstep(rho)
   self.modules[1] = module
   self.output = {}
end

local function forward(self, at, input)
   local output = {}
   for step = 1, self.rho do
      at.step = step
      local result = self.module:updateOutput(input)
      output[step] = self.train == false and nn.rnn.recursiveCopy(nil, result) or result
   end
   return output
end

function Repeater:updateOutput(input)
   self.module:forget()
   self.output = sequence.steps(self, forward, input)
   return self.output
end

-- As many gradients as there are steps.
local function check(self, gradOutput)
   if torch.type(gradOutput) ~= 'table' or #gradOutput ~= self.rho then
      local got = torch.type(gradOutput) == 'table' and ('%d'):format(#gradOutput) or gradOutput
      expected(self, ('a table of %d steps as gradOutput'):format(self.rho), got)
   end
end

local function backward(self, at, input, gradOutput)
   for step = self.rho, 1, -1 do
      at.step = step
      local gradInput = self.module:updateGradInput(input, gradOutput[step])
      if step == self.rho then
         self.gradInput = nn.rnn.recursiveCopy(self.gradInput, gradInput)
      else
         nn.rnn.recursiveAdd(self.gradInput, gradInput)
      end
   end
   return self.gradInput
end

function Repeater:updateGradInput(input, gradOutput)
   check(self, gradOutput)
   return sequence.steps(self, backward, input, gradOutput)
end

local function accumulate(self, at, method, input, gradOutput, scale)
   for step = self.rho, 1, -1 do
      at.step = step
      self.module[method](self.module, input, gradOutput[step], scale)
   end
end

function Repeater:accGradParameters(input, gradOutput, scale)
   check(self, gradOutput)
   sequence.steps(self, accumulate, 'accGradParameters', input, gradOutput, scale or 1)
end

function Repeater:accUpdateGradParameters(input, gradOutput, learningRate)
   check(self, gradOutput)
   sequence.steps(self, accumulate, 'accUpdateGradParameters', input, gradOutput, learningRate)
end

--- Change the number of steps.
function Repeater:maxBPTTstep(rho)
   self.rho = wants.number(self, 'a number of steps', rho)
   return AbstractSequencer.maxBPTTstep(self, rho)
end

function Repeater:__tostring__()
   return ('%s {\n  [  input,    input,  ...,  input  ]\n       V         V             V     \n  %s\n'
      .. '       V         V             V     \n  [output(1),output(2),...,output(%d)]\n}'):format(torch.type(self),
      (tostring(self.modules[1]):gsub('\n', '\n  ')), self.rho)
end
