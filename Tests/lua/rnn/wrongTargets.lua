-- What criterions of sequences say to inputs and targets that are too short, have a hole or a wrong step, to masks that do
-- not fit: wrongTargets.txt beside this file, see Tests/goldens/rnn/told.lua.
require 'rnn'
local told = dofile 'Tests/goldens/rnn/told.lua'
local t, wrong = told.tensor, told.wrong

-- A loss and its gradient.
local function both(criterion, case)
   local pair = case.input()
   return {criterion:forward(pair[1], pair[2]), told.result(criterion:backward(pair[1], pair[2]))}
end

local function classes(...) return torch.Tensor(...):fill(2) end
local function logs(...) return torch.Tensor(...):fill(-.5) end
local function steps(make, ...)
   local list = {}
   for step = 1, 5 do list[step] = make(...) end
   return list
end

local criterions = {
   {'nn.SequencerCriterion(nn.MSECriterion())', function() return {t(5, 4, 3), t(5, 4, 3)} end},
   {'nn.SequencerCriterion(nn.ClassNLLCriterion(), true)', function() return {steps(logs, 4, 3), steps(classes, 4)} end},
   {'nn.SequencerCriterion(nn.MaskZeroCriterion(nn.ClassNLLCriterion(), 1))', function()
      return {steps(logs, 4, 3), steps(classes, 4)}
   end},
   {'nn.SequencerCriterion(nn.MaskZeroCriterion(nn.MSECriterion()))', function() return {t(5, 4, 3), t(5, 4, 3)} end},
   {'nn.RepeaterCriterion(nn.MSECriterion())', function() return {t(5, 4, 3), t(4, 3)} end},
   {'nn.RepeaterCriterion(nn.ClassNLLCriterion(), true)', function() return {steps(logs, 4, 3), classes(4)} end},
   {'nn.MaskZeroCriterion(nn.MSECriterion(), 1)', function() return {t(4, 3), t(4, 3)} end},
   {'nn.MaskZeroCriterion(nn.ClassNLLCriterion())', function() return {logs(4, 3), classes(4)} end},
   {'nn.VRClassReward(nn.Recursor(nn.ReinforceNormal(1)))', function() return {{logs(4, 3), t(4, 1)}, classes(4)} end},
   {'nn.BinaryClassReward(nn.Recursor(nn.ReinforceBernoulli()))', function() return {{t(4), t(4, 1)}, torch.ones(4)} end},
   {'nn.NCECriterion()', function() return {{t(4), t(4, 2), t(4), t(4, 2)}, torch.LongTensor {1, 2, 3, 5}} end},
}

local scenarios = {}

function scenarios.values(case, tell)
   for which, what in ipairs {'input', 'target'} do
      local function try(name, change, backward)
         tell(name, '', function(criterion)
            local pair = case.input()
            if backward then criterion:forward(pair[1], pair[2]) end
            pair[which] = change(pair[which])
            criterion[backward and 'backward' or 'forward'](criterion, pair[1], pair[2])
         end)
      end
      local isTable = type(case.input()[which]) == 'table'
      for _, value in ipairs(wrong) do
         try(('%s %s'):format(what, value[1]), function() return value[2] end)
         try(('%s %s going back'):format(what, value[1]), function() return value[2] end, true)
         if isTable then
            try(('number 3 of the %s %s'):format(what, value[1]), function(list)
               list[math.min(3, #list)] = value[2]
               return list
            end)
         end
      end
      try(('a step of the %s too few'):format(what), function(value)
         if torch.isTensor(value) then return value:narrow(1, 1, value:size(1) - 1) end
         value[#value] = nil
         return value
      end)
   end
   tell('backward before forward', '', function(criterion) criterion:backward(case.input()[1], case.input()[2]) end)
end

function scenarios.masks(case, tell)
   for _, mask in ipairs(told.masks()) do
      tell('mask, ' .. mask[1], '', function(criterion)
         criterion:setZeroMask(mask[2])
         both(criterion, case)
      end, nil, true)
   end
   for _, number in ipairs(told.numbers) do
      tell('getStepCriterion, ' .. number[1], '', function(criterion)
         if criterion.getStepCriterion then criterion:getStepCriterion(number[2]) end
      end, nil, true)
   end
end

local cases = {}
for i, entry in ipairs(criterions) do
   cases[i] = {made = entry[1], input = entry[2], parts = scenarios, run = both, isRandom = false}
end
return told.tests('Tests/lua/rnn/wrongTargets.txt', cases)
