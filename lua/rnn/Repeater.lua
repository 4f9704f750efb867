--- A module that steps through a sequence of one and the same input.
--
-- The output is a table of what each step gave.
--
-- @classmod nn.Repeater
local repeating = require 'rnn.repeating'
local restored = require 'nn.restored'
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

repeating.extend(Repeater, 'rho', function(self, step, input, gradOutput)
   return self.module:updateGradInput(input, gradOutput[step])
end, function(self, step, method, input, gradOutput, scale)
   self.module[method](self.module, input, gradOutput[step], scale)
end)

--- Change the number of steps.
-- @tparam int rho
function Repeater:maxBPTTstep(rho)
   self.rho = wants.number(self, 'a number of steps', rho)
   return AbstractSequencer.maxBPTTstep(self, rho)
end

function Repeater:__tostring__()
   return ('%s {\n  [  input,    input,  ...,  input  ]\n       V         V             V     \n  %s\n'
      .. '       V         V             V     \n  [output(1),output(2),...,output(%d)]\n}'):format(torch.type(self),
      (tostring(self.modules[1]):gsub('\n', '\n  ')), self.rho)
end

restored.fields(Repeater, {module = restored.needed})
