--- What every module answers when a sequence goes through it step by step: a container asks the modules in it.
-- @module rnn.steps
local expected = require 'nn.expected'
local Module = nn.Module

local none = {}
local function children(self) return torch.type(self.modules) == 'table' and self.modules or none end

--- A copy for another step, which shares parameters and gradients. Modules that keep count of steps themselves are
-- taken as they are.
-- @tparam[opt=true] boolean shareParams
-- @tparam[opt=true] boolean shareGradParams
-- @treturn nn.Module
function Module:stepClone(shareParams, shareGradParams) return self:sharedClone(shareParams, shareGradParams, true) end

-- A method that makes the same call to every module within.
local function each(name)
   Module[name] = function(self, ...)
      for _, module in ipairs(children(self)) do module[name](module, ...) end
      return self
   end
end
--- Begin a new sequence: nothing of earlier steps is remembered.
-- @function Module:forget
-- @treturn nn.Module itself
each 'forget'
--- Say whether a call goes on with the sequence of the call before; see `nn.AbstractSequencer`.
-- @function Module:remember
-- @tparam[opt='both'] string mode
-- @treturn nn.Module itself
each 'remember'
--- Limit how many steps gradients go back.
-- @function Module:maxBPTTstep
-- @tparam int rho
each 'maxBPTTstep'
--- Let `output` be what it was at a step.
-- @function Module:setOutputStep
-- @tparam int step
each 'setOutputStep'
--- Let modules mask samples: those that are 0 in the input, or what is given with `setZeroMask`.
-- @function Module:maskZero
-- @param ... see `nn.AbstractRecurrent`
-- @treturn nn.Module itself
each 'maskZero'
--- Give the modules within a mask for the calls to come.
-- @function Module:setZeroMask
-- @tparam torch.ByteTensor|boolean mask 1 for each sample, or for each step of each sample, that is masked; false for
-- none
each 'setZeroMask'

--- Give the criterions within a mask for the calls to come.
-- @tparam torch.ByteTensor|boolean mask
function nn.Criterion:setZeroMask(mask)
   for _, criterion in ipairs(self.criterions or none) do criterion:setZeroMask(mask) end
   if self.criterion then self.criterion:setZeroMask(mask) end
end

-- Nothing, or a table of states.
local function checkStates(self, states)
   if states ~= nil and torch.type(states) ~= 'table' then
      expected(self, 'a table of a state for each module within', states)
   end
end

--- Give the states before the first step, which stay until others are given.
-- @tparam[opt] table states one for each module within; without it they are 0 again
function Module:setStartState(states)
   checkStates(self, states)
   for i, module in ipairs(children(self)) do module:setStartState(states and states[i]) end
end

-- The states of the modules within, by their numbers; nothing for a module without any.
local function gathered(name)
   return function(self, ...)
      if children(self) == none then return nil end
      local states = {}
      for i, module in ipairs(self.modules) do states[i] = module[name](module, ...) end
      return states
   end
end
local function spread(name)
   return function(self, step, states)
      checkStates(self, states)
      for i, module in ipairs(children(self)) do
         if states and states[i] ~= nil then module[name](module, step, states[i]) end
      end
   end
end

--- What a module remembers of a step: in a container a table with that of each module that remembers anything.
-- @function Module:getHiddenState
-- @tparam[opt] int step the last one by default
-- @tparam[opt] input the input, whose batch tells the size before the first step
Module.getHiddenState = gathered 'getHiddenState'
--- Let a module remember something else of a step, as if that had been its state.
-- @function Module:setHiddenState
-- @tparam int step
-- @param state such as `getHiddenState` returns
Module.setHiddenState = spread 'setHiddenState'
--- The gradient with respect to what a module remembers of a step.
-- @function Module:getGradHiddenState
-- @tparam[opt] int step
Module.getGradHiddenState = gathered 'getGradHiddenState'
--- Give the gradient with respect to what a module remembers of a step; `backward` adds it at that step.
-- @function Module:setGradHiddenState
-- @tparam int step
-- @param state such as `getGradHiddenState` returns
Module.setGradHiddenState = spread 'setGradHiddenState'

--- Without effect: gradients go back step by step in any case.
function Module:backwardOnline()
   print 'Deprecated Jan 6, 2016. By default rnn now uses backwardOnline, so no need to call this method'
end
