-- What modules of whole sequences say to inputs and gradients that are too short, have a hole or a wrong step, to states,
-- masks and steps that do not fit: wrongWholes.txt beside this file, see Tests/goldens/rnn/told.lua.
require 'rnn'
local told = dofile 'Tests/goldens/rnn/told.lua'
local t, wrong, few, numbers, ones = told.tensor, told.wrong, told.few, told.numbers, told.ones

-- A module that takes a sequence whole: one call and back.
local function whole(module, case)
   local x = case.input()
   local output = told.result(module:forward(x))
   return {output, told.result(module:backward(x, ones(output)))}
end

local function batch() return t(4, 3) end
local function tensor() return t(5, 4, 3) end
local function tableOf() return {t(4, 3), t(4, 3), t(4, 3), t(4, 3), t(4, 3)} end
local sequences = {
   {'nn.SeqLSTM(3, 2)', tensor}, {'nn.SeqLSTM(3, 4, 2)', tensor}, {'nn.SeqLSTMP(3, 4, 2)', tensor}, {'nn.SeqGRU(3, 2)', tensor},
   {'nn.SeqBRNN(3, 2)', tensor}, {'nn.SeqBLSTM(3, 2)', tensor}, {'nn.SeqBGRU(3, 2)', tensor}, {'nn.Sequencer(nn.FastLSTM(3, 2))', tensor},
   {'nn.Sequencer(nn.FastLSTM(3, 2))', tableOf}, {'nn.Sequencer(nn.Linear(3, 2))', tensor}, {'nn.Sequencer(nn.Linear(3, 2))', tableOf},
   {'nn.Sequencer(nn.MaskZero(nn.FastLSTM(3, 2), 1, true))', tableOf}, {'nn.Sequencer(nn.NormStabilizer())', tensor},
   {'nn.BiSequencer(nn.GRU(3, 2))', tableOf}, {'nn.BiSequencer(nn.RecGRU(3, 2))', tensor}, {'nn.BiSequencerLM(nn.LSTM(3, 2))', tableOf},
   {'nn.SeqReverseSequence(1)', tensor}, {'nn.ReverseSequence()', tensor}, {'nn.ReverseUnreverse(nn.SeqLSTM(3, 2))', tensor},
   {'nn.Repeater(nn.LSTM(3, 2), 3)', batch},
   {'nn.RecurrentAttention(nn.Recurrent(3, nn.Sequential():add(nn.JoinTable(1, 1)):add(nn.Linear(6, 3)), nn.Linear(3, 3)), '
      .. 'nn.Linear(3, 3), 3, {3})', batch},
   {'nn.VariableLength(nn.SeqLSTM(3, 2))', function() return {t(4, 3), t(2, 3), t(3, 3)} end},
   {'nn.VariableLength(nn.SeqLSTM(3, 2), true)', function() return {t(4, 3), t(2, 3), t(3, 3)} end},
   {'nn.StepLSTM(3, 2)', function() return {t(4, 3), t(4, 2), t(4, 2)} end},
   {'nn.StepLSTM(3, 4, 2)', function() return {t(4, 3), t(4, 2), t(4, 4)} end},
   {'nn.StepGRU(3, 2)', function() return {t(4, 3), t(4, 2)} end},
   {'nn.MaskZero(nn.Linear(3, 2), 1)', batch}, {'nn.MaskZero(nn.Linear(3, 2))', batch}, {'nn.TrimZero(nn.Linear(3, 2), 1)', batch},
   {'nn.LookupTableMaskZero(5, 3)', function() return torch.Tensor {{1, 0}, {2, 5}} end},
   {'nn.ExpandAs()', function() return {t(4, 3), t(4, 3)} end},
   {'nn.NCEModule(3, 5, 2, torch.ones(5), 1)', function() return {t(4, 3), torch.LongTensor {1, 2, 3, 5}} end},
}

local scenarios = {}

function scenarios.input(case, tell)
   local count = type(case.input()) == 'table' and math.min(3, #case.input()) or 0
   for _, value in ipairs(wrong) do
      tell('input ' .. value[1], '', function(module) module:forward(value[2]) end)
      for i = 1, count do
         tell(('number %d of the input %s'):format(i, value[1]), '', function(module)
            local x = case.input()
            x[i] = value[2]
            module:forward(x)
         end)
      end
      tell('input going back ' .. value[1], '', function(module)
         local output = module:forward(case.input())
         module:backward(value[2], ones(output))
      end)
   end
   tell('backward before forward', '', function(module) module:backward(case.input(), case.input()) end)
end

function scenarios.gradients(case, tell)
   for _, value in ipairs(wrong) do
      tell('gradient ' .. value[1], '', function(module)
         module:forward(case.input())
         module:backward(case.input(), value[2])
      end)
      tell('number 3 of the gradient ' .. value[1], '', function(module)
         local gradients = ones(module:forward(case.input()))
         if type(gradients) ~= 'table' then error 'nn.X: expected no test' end
         gradients[math.min(3, #gradients)] = value[2]
         module:backward(case.input(), gradients)
      end)
   end
   tell('a gradient too few', '', function(module)
      local gradients = ones(module:forward(case.input()))
      if torch.isTensor(gradients) then
         gradients = gradients:size(1) > 1 and gradients:narrow(1, 1, gradients:size(1) - 1) or torch.Tensor()
      else
         gradients[#gradients] = nil
      end
      module:backward(case.input(), gradients)
   end)
   tell('a gradient too many', '', function(module)
      local gradients = ones(module:forward(case.input()))
      if torch.isTensor(gradients) then
         gradients = torch.cat(gradients, gradients:narrow(1, 1, 1), 1)
      else
         gradients[#gradients + 1] = gradients[1]
      end
      module:backward(case.input(), gradients)
   end)
end

function scenarios.states(case, tell)
   for _, value in ipairs(few) do
      for _, name in ipairs {'userPrevOutput', 'userPrevCell', 'gradPrevOutput', 'userNextGradCell'} do
         tell(('%s %s'):format(name, value[1]), '', function(module)
            module[name] = value[2]
            local output = module:forward(case.input())
            module:backward(case.input(), ones(output))
         end, function(module) module[name] = nil end)
      end
      tell('setStartState, ' .. value[1], '', function(module)
         module:setStartState(value[2])
         module:forward(case.input())
      end, function(module) module:setStartState() end)
      tell('setHiddenState, ' .. value[1], '', function(module)
         module:setHiddenState(0, value[2])
         module:forward(case.input())
      end)
   end
   for _, number in ipairs(numbers) do
      for _, name in ipairs {'getHiddenState', 'setHiddenState', 'getGradHiddenState', 'setGradHiddenState', 'getStepModule', 'remember',
            'maskZero', 'setZeroMask', 'maxBPTTstep', 'reinforce', 'setOutputStep'} do
         tell(('%s, %s'):format(name, number[1]), '', function(module)
            if module[name] then module[name](module, number[2]) end
         end, nil, true)
      end
   end
end

function scenarios.masks(case, tell)
   for _, mask in ipairs(told.masks()) do
      tell('mask, ' .. mask[1], '', function(module)
         module:maskZero()
         module:setZeroMask(mask[2])
         module:forward(case.input())
      end, nil, true)
   end
end

local cases = {}
for i, entry in ipairs(sequences) do
   local isRandom = (entry[1]:find '%.5' or entry[1]:find 'NCE') ~= nil
   cases[i] = {made = entry[1], input = entry[2], parts = scenarios, run = whole, isRandom = isRandom}
end
return told.tests('Tests/lua/rnn/wrongWholes.txt', cases)
