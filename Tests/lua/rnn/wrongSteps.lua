-- What every module that steps says to a wrong third step, to a batch that changes, to backward before forward, to states,
-- masks and steps that do not exist: wrongSteps.txt beside this file, see Tests/goldens/rnn/told.lua. Errors of a step say
-- which one it was.
require 'rnn'
local told = dofile 'Tests/goldens/rnn/told.lua'
local t, wrong, few, numbers, ones = told.tensor, told.wrong, told.few, told.numbers, told.ones

-- Three right steps and back; what came of them.
local function steps(module, case)
   local x, list = case.input(), {}
   for step = 1, 3 do list[step] = told.result(module:forward(x)) end
   for step = 3, 1, -1 do list[#list + 1] = told.result(module:backward(x, ones(list[step]))) end
   return list
end

-- Modules, and what one step takes.
local function batch() return t(4, 3) end
local simple = 'nn.Sequential():add(nn.JoinTable(1, 1)):add(nn.Linear(5, 2)):add(nn.Tanh())'
local stepping = {
   {'nn.LSTM(3, 2)', batch}, {'nn.LSTM(3, 2, nil, false)', batch}, {'nn.LSTM(3, 2, 9, true, .5)', batch}, {'nn.FastLSTM(3, 2)', batch},
   {'nn.LSTM(3, 2):maskZero(1)', batch}, {'nn.FastLSTM(3, 2):trimZero(1)', batch}, {'nn.FastLSTM(3, 2):maskZero()', batch},
   {'nn.GRU(3, 2)', batch}, {'nn.GRU(3, 2, 9, .5)', batch}, {'nn.MuFuRu(3, 2)', batch},
   {'nn.Recurrent(2, nn.Linear(3, 2), nn.Linear(2, 2))', batch}, {('nn.Recurrence(%s, 2, 1)'):format(simple), batch},
   {'nn.Recursor(nn.Linear(3, 2))', batch}, {'nn.Recursor(nn.Sequential():add(nn.GRU(3, 2)):add(nn.Linear(2, 2)))', batch},
   {'nn.Recursor(nn.MaskZero(nn.Linear(3, 2), 1))', batch}, {'nn.Recursor(nn.TrimZero(nn.Linear(3, 2), 1))', batch},
   {'nn.NormStabilizer()', batch}, {'nn.RecLSTM(3, 2)', batch}, {'nn.RecLSTM(3, 4, 2)', batch}, {'nn.RecLSTM(3, 2):maskZero()', batch},
   {'nn.RecGRU(3, 2)', batch}, {'nn.LinearRNN(3, 2)', batch}, {'nn.LookupRNN(5, 3)', function() return torch.Tensor {1, 2, 3, 5} end},
}

local scenarios = {}

function scenarios.input(case, tell)
   for _, value in ipairs(wrong) do
      tell('input of step 3 ' .. value[1], 'step 3', function(module)
         module:forward(case.input())
         module:forward(case.input())
         module:forward(value[2])
      end)
      tell('input of step 1 ' .. value[1], 'step 1', function(module) module:forward(value[2]) end)
   end
end

function scenarios.gradients(case, tell)
   for _, value in ipairs(wrong) do
      tell('gradient of step 3 ' .. value[1], 'step 3', function(module)
         for _ = 1, 3 do module:forward(case.input()) end
         module:backward(case.input(), value[2])
      end)
      tell('input of step 3 going back ' .. value[1], 'step 3', function(module)
         local output
         for _ = 1, 3 do output = module:forward(case.input()) end
         module:backward(value[2], ones(output))
      end)
   end
end

function scenarios.order(case, tell)
   tell('backward before forward', 'step', function(module) module:backward(case.input(), t(4, 2)) end)
   tell('more backward than forward', 'step', function(module)
      local output = module:forward(case.input())
      for _ = 1, 2 do module:backward(case.input(), ones(output)) end
   end)
   tell('accGradParameters before updateGradInput', 'step', function(module)
      module:accGradParameters(case.input(), ones(module:forward(case.input())))
   end)
   tell('backward after forget', 'step', function(module)
      local output = module:forward(case.input())
      module:forget()
      module:backward(case.input(), ones(output))
   end)
end

-- Methods that take a step, or a state.
function scenarios.methods(case, tell)
   for _, number in ipairs(numbers) do
      for _, name in ipairs {'getHiddenState', 'getGradHiddenState', 'setHiddenState', 'setGradHiddenState', 'setOutputStep',
            'getStepModule', 'maxBPTTstep', 'forget', 'setZeroMask', 'reinforce', 'remember', 'setStartState', 'maskZero', 'trimZero'} do
         local changes = name:find 'mask' or name:find 'Mask' or name:find 'trim' or name:find 'max' or name:find 'Start'
         tell(('%s, %s'):format(name, number[1]), '', function(module)
            module:forward(case.input())
            module[name](module, number[2], t(4, 2))
            module:forward(case.input())
         end, function(module) module:setStartState() end, changes)
      end
   end
   for _, value in ipairs(few) do
      for _, state in ipairs {{value[2]}, {{value[2], value[2]}}} do
         for _, name in ipairs {'setHiddenState', 'setGradHiddenState'} do
            for step = 0, 2, 2 do
               tell(('%s of step %d, %s'):format(name, step, value[1]), '', function(module)
                  if step > 0 then
                     for _ = 1, 2 do module:forward(case.input()) end
                  end
                  module[name](module, step, state[1])
                  local output = module:forward(case.input())
                  module:backward(case.input(), ones(output))
                  if step > 0 then module:backward(case.input(), ones(output)) end
               end, function(module) module:setStartState() end)
            end
         end
         tell('setStartState, ' .. value[1], '', function(module)
            module:setStartState(state[1])
            module:forward(case.input())
         end, function(module) module:setStartState() end)
      end
      tell('userPrevOutput ' .. value[1], '', function(module)
         module.userPrevOutput, module.userPrevCell = value[2], value[2]
         module:forward(case.input())
      end, function(module) module.userPrevOutput, module.userPrevCell = nil, nil end)
   end
end

function scenarios.masks(case, tell)
   local masks = {{'no tensor', 3}, {'floats', t(3, 4)}, {'one dimension', torch.ByteTensor(4):zero()},
      {'another batch', torch.ByteTensor(3, 5):zero()}, {'too few steps', torch.ByteTensor(1, 4):zero()},
      {'no numbers', torch.ByteTensor()}, {'three dimensions', torch.ByteTensor(3, 4, 1):zero()}}
   for _, mask in ipairs(masks) do
      tell('mask, ' .. mask[1], '', function(module)
         module:maskZero()
         module:setZeroMask(mask[2])
         for _ = 1, 3 do module:forward(case.input()) end
      end, nil, true)
   end
end

-- Modules that learn from rewards, which have a result without one.
local function drawn(module, case)
   torch.manualSeed(5)
   return told.result(module:forward(case.input()))
end
local rewarded = {'nn.Recursor(nn.ReinforceNormal(.25))', 'nn.Recursor(nn.ReinforceCategorical())',
   'nn.Recursor(nn.ReinforceBernoulli())', 'nn.Recursor(nn.ReinforceGamma(.25))'}

local rewards = {}

function rewards.rewards(case, tell)
   for _, value in ipairs(wrong) do
      tell('reward ' .. value[1], '', function(module)
         module:reinforce(value[2])
         local output = module:forward(case.input())
         module:backward(case.input(), ones(output))
      end, nil, true)
      tell('rewards of steps ' .. value[1], '', function(module)
         local output
         for _ = 1, 2 do output = module:forward(case.input()) end
         module:reinforce {t(4), value[2]}
         for _ = 1, 2 do module:backward(case.input(), ones(output)) end
      end, nil, true)
      tell('input of step 3 ' .. value[1], 'step 3', function(module)
         for _ = 1, 2 do module:forward(case.input()) end
         module:forward(value[2])
      end)
   end
   tell('backward without a reward', 'step 1', function(module)
      module:backward(case.input(), ones(module:forward(case.input())))
   end)
end

local cases = {}
for i, entry in ipairs(stepping) do
   local isRandom = (entry[1]:find '%.5' or entry[1]:find 'NCE') ~= nil
   cases[i] = {made = entry[1], input = entry[2], parts = scenarios, run = steps, isRandom = isRandom}
end
for _, made in ipairs(rewarded) do
   cases[#cases + 1] = {made = made, input = batch, parts = rewards, run = drawn, isRandom = false}
end
return told.tests('Tests/lua/rnn/wrongSteps.txt', cases)
