--- A simple recurrent network without its output layer.
--
--     h[1] = transfer(start(input(x[1])))
--     h[t] = transfer(merge {input(x[t]), feedback(h[t−1])})
--
-- (Sutskever: Training Recurrent Neural Networks, 2013, 2.5.)
--
-- @classmod nn.Recurrent
local expected = require 'nn.expected'
local isCount = require 'nn.isCount'
local restored = require 'nn.restored'
local sequence = require 'rnn.sequence'
local wants = require 'nn.wants'
local Recurrent, AbstractRecurrent = torch.class('nn.Recurrent', 'nn.AbstractRecurrent')

-- A number, or numbers.
local function isSize(value)
   if type(value) == 'number' then return isCount(value) end
   if torch.type(value) == 'torch.LongStorage' then value = value:totable() end
   if torch.type(value) ~= 'table' or #value == 0 then return false end
   for _, n in ipairs(value) do
      if not isCount(n) then return false end
   end
   return true
end

--- Make one.
-- @tparam int|torch.LongStorage|table|nn.Module start what the first step has in the place of the feedback: a module,
-- or a size, which becomes an `nn.Add`
-- @tparam nn.Module input what becomes of the input
-- @tparam nn.Module feedback what becomes of the last output
-- @tparam[opt=nn.Sigmoid] nn.Module transfer
-- @tparam[opt=99999] int rho how many steps gradients go back
-- @tparam[opt=nn.CAddTable] nn.Module merge how the two become one
function Recurrent:__init(start, input, feedback, transfer, rho, merge)
   AbstractRecurrent.__init(self, rho)
   if isSize(start) then
      start = nn.Add(torch.type(start) == 'table' and torch.LongStorage(start) or start)
   elseif not torch.isTypeOf(start, 'nn.Module') then
      expected(self, 'a module or a size as the start', start)
   end
   self.startModule = start
   self.inputModule = wants.module(self, input)
   self.feedbackModule = wants.module(self, feedback)
   self.transferModule = wants.module(self, transfer or nn.Sigmoid())
   self.mergeModule = wants.module(self, merge or nn.CAddTable())
   self.modules = {self.startModule, self.inputModule, self.feedbackModule, self.transferModule, self.mergeModule}
   self:buildInitialModule()
   self:buildRecurrentModule()
   self.sharedClones[2] = self.recurrentModule
end

--- What the first step runs.
function Recurrent:buildInitialModule()
   self.initialModule = nn.Sequential()
      :add(self.inputModule:sharedClone())
      :add(self.startModule)
      :add(self.transferModule:sharedClone())
end

--- What every other step runs.
function Recurrent:buildRecurrentModule()
   self.recurrentModule = nn.Sequential()
      :add(nn.ParallelTable():add(self.inputModule):add(self.feedbackModule))
      :add(self.mergeModule)
      :add(self.transferModule)
end

function Recurrent:updateOutput(input)
   local step, module = self.step, self.initialModule
   local given = input
   if step > 1 then module, given = self:currentModule(), {input, self.outputs[step - 1]} end
   local output = sequence.step(self, step, input, nil, nil, module.updateOutput, module, given)
   self.outputs[step], self.output = output, output
   self:stepped()
   return output
end

function Recurrent:_updateGradInput(input, gradOutput)
   local step = self.updateGradInputStep - 1
   local total = self:totalGradOutput(step, gradOutput, self.gradPrevOutput)
   if step == 1 then return self.initialModule:updateGradInput(input, total) end
   local gradients = self:getStepModule(step):updateGradInput({input, self.outputs[step - 1]}, total)
   self.gradPrevOutput = gradients[2]
   return gradients[1]
end

function Recurrent:_accGradParameters(input, _, scale)
   local step = self.accGradParametersStep - 1
   local total = self._gradOutputs[step]
   if step == 1 then return self.initialModule:accGradParameters(input, total, scale) end
   self:getStepModule(step):accGradParameters({input, self.outputs[step - 1]}, total, scale)
end

-- The first step has no clone.
function Recurrent:forget()
   self.initialModule:forget()
   return AbstractRecurrent.forget(self, 1)
end

function Recurrent:includingSharedClones(f)
   local modules, first = self.modules, self.initialModule
   self.modules, self.initialModule = {first, table.unpack(modules)}, nil
   local ok, result = pcall(AbstractRecurrent.includingSharedClones, self, f)
   self.modules, self.initialModule = modules, first
   if not ok then error(result, 0) end
   return result
end

function Recurrent:reinforce(reward)
   if torch.type(reward) ~= 'table' then return AbstractRecurrent.reinforce(self, reward) end
   for step, r in ipairs(reward) do
      local module = step == 1 and self.initialModule or self:getStepModule(step)
      module:reinforce(r)
   end
end

-- The first step is another module's, so that no mask could begin anew.
for _, name in ipairs {'maskZero', 'trimZero'} do
   Recurrent[name] = function(self)
      expected(self, 'nn.Recurrence for ' .. name, "a module whose first step is another one's")
   end
end

function Recurrent:__tostring__()
   local function shown(module, margin) return (tostring(module):gsub('\n', ('\n%s|    '):format(margin))) end
   return ('%s {\n  [{input(t), output(t-1)} -> (1) -> (2) -> (3) -> output(t)]\n'
      .. '  (1):  {\n    input(t)\n      |`-> (t==0): %s\n      |`-> (t~=0): %s\n'
      .. '    output(t-1)\n      |`-> %s\n  }\n  (2): %s\n  (3): %s\n}'):format(torch.type(self),
      shown(self.startModule, '    '), shown(self.inputModule, '    '), shown(self.feedbackModule, '      '),
      (tostring(self.mergeModule):gsub('\n', '\n  ')), (tostring(self.transferModule):gsub('\n', '\n  ')))
end

restored.fields(Recurrent, {initialModule = restored.needed})
