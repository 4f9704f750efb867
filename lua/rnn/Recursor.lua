--- Any module as one that steps through a sequence: each step is a clone of it that shares its parameters.
--
-- Modules within that step for themselves, such as `nn.LSTM`, are not cloned.
--
-- @classmod nn.Recursor
local sequence = require 'rnn.sequence'
local Recursor, AbstractRecurrent = torch.class('nn.Recursor', 'nn.AbstractRecurrent')

--- Make one.
-- @tparam nn.Module module what each step runs
-- @tparam[opt=9999999] int rho how many steps gradients go back
function Recursor:__init(module, rho)
   AbstractRecurrent.__init(self, rho or 9999999)
   self:setRecurrentModule(module)
   self.module = module
end

function Recursor:setRecurrentModule(module)
   AbstractRecurrent.setRecurrentModule(self, module)
   self.module = module
   return self
end

function Recursor:updateOutput(input)
   local module = self:currentModule()
   local output = sequence.step(self, self.step, input, nil, nil, module.updateOutput, module, input)
   self.outputs[self.step], self.output = output, output
   self:stepped()
   return output
end

-- What steps for itself within is to show what it had at a step.
local function at(self, step)
   local module = self:getStepModule(step)
   module:setOutputStep(step)
   return module
end

function Recursor:_updateGradInput(input, gradOutput)
   return at(self, self.updateGradInputStep - 1):updateGradInput(input, gradOutput)
end

function Recursor:_accGradParameters(input, gradOutput, scale)
   at(self, self.accGradParametersStep - 1):accGradParameters(input, gradOutput, scale)
end

-- The state is that of the module.
for _, name in ipairs {'setStartState', 'getHiddenState', 'setHiddenState', 'getGradHiddenState',
      'setGradHiddenState'} do
   Recursor[name] = function(self, ...) return self.modules[1][name](self.modules[1], ...) end
end

function Recursor:__tostring__() return ('%s @ %s'):format(torch.type(self), self.modules[1]) end
