--- Steps of LSTMs and GRUs as functions of tensors of floats and doubles, by the names that torch/rnn's C library gives
-- them: `x.nn.StepLSTM_updateOutput(weight, bias, gates, x, h, c, D, H, H, newH, newC)` …
--
-- Batches only, as in `nn.StepLSTM` and `nn.StepGRU`, whose formulas and layout these are. Results and buffers take
-- their sizes.
--
-- @module rnn.stepFunctions
local compute = require 'sconce.nn'
local gruWeights = require 'rnn.gruWeights'
local lstmWeights = require 'rnn.lstmWeights'
local wants = require 'nn.wants'
local functions = {}

-- Refuse arguments that are no tensors of one type, or no numbers, by their names.
local function check(name, names, ...)
   local model = ...
   local i = 0
   for argument in names:gmatch '%S+' do
      i = i + 1
      local value = select(i, ...)
      if argument:match '^%u$' then
         wants.count(name, ('a number of inputs or outputs as %s'):format(argument), value)
      elseif argument == 'scale' then
         wants.number(name, 'a number as scale', value)
      else
         wants.type(name, argument, value, wants.floating(name, 'weight', model))
      end
   end
end

local function sized(name, argument, value, ...)
   local size = torch.LongStorage {...}
   if not value:isSize(size) then
      wants.otherSize(name, ('%s of size %s'):format(argument, table.concat(size:totable(), 'x')), value)
   end
end

-- What comes of a step: x and states, whose rows are those of x.
local function rows(name, x, D, states)
   if x:dim() ~= 2 or x:size(2) ~= D then wants.otherSize(name, ('x of size Nx%d'):format(D), x) end
   for _, state in ipairs(states) do sized(name, state[1], state[2], x:size(1), state[3]) end
end

local lstm = 'nn.StepLSTM_updateOutput'

--- A step of an LSTM. With a projection the last arguments are hidden, newC, weightO and newH.
-- @treturn torch.Tensor newH
-- @treturn torch.Tensor newC
function functions.StepLSTM_updateOutput(weight, bias, gates, x, h, c, D, H, R, ...)
   local newH, newC, hidden, weightO = ...
   if select('#', ...) > 2 then
      hidden, newC, weightO, newH = ...
      check(lstm, 'weight hidden weightO', weight, hidden, weightO)
   end
   check(lstm, 'weight bias gates x h c D H R newH newC', weight, bias, gates, x, h, c, D, H, R, newH, newC)
   sized(lstm, 'weight', weight, D + R, 4 * H)
   rows(lstm, x, D, {{'h', h, R}, {'c', c, H}})
   local Wx, Wh = lstmWeights.split(weight, D, R)
   compute.LSTM.updateOutput(newH, gates, newC, hidden, x, h, c, Wx, Wh, bias, weightO, 'ifog', nil)
   return newH, newC
end

local lstmBackward = 'nn.StepLSTM_backward'

--- The gradients of such a step; those of parameters are added to, scaled. gradH may be gradNewH, and gradC gradNewC.
-- @treturn torch.Tensor gradX
-- @treturn torch.Tensor gradH
-- @treturn torch.Tensor gradC
function functions.StepLSTM_backward(weight, gates, gradWeight, gradBias, gradGates, gradGatesSum, x, h, c, newC,
      gradNewH, gradNewC, scale, D, H, R, gradX, gradH, gradC, weightO, hidden, gradWeightO, buffer)
   check(lstmBackward, 'weight gates gradWeight gradBias gradGates gradGatesSum x h c newC gradNewH gradNewC scale '
      .. 'D H R gradX gradH gradC', weight, gates, gradWeight, gradBias, gradGates, gradGatesSum, x, h, c, newC,
      gradNewH, gradNewC, scale, D, H, R, gradX, gradH, gradC)
   if weightO ~= nil then
      check(lstmBackward, 'weight weightO hidden gradWeightO buffer', weight, weightO, hidden, gradWeightO, buffer)
   end
   sized(lstmBackward, 'weight', weight, D + R, 4 * H)
   sized(lstmBackward, 'gradWeight', gradWeight, D + R, 4 * H)
   rows(lstmBackward, x, D, {{'h', h, R}, {'c', c, H}, {'newC', newC, H}, {'gradNewH', gradNewH, R},
      {'gradNewC', gradNewC, H}})
   gradNewH = gradNewH == gradH and gradNewH:clone() or gradNewH
   gradC:resizeAs(gradNewC):copy(gradNewC)
   gradH:resizeAs(gradNewH):zero()
   local Wx, Wh = lstmWeights.split(weight, D, R)
   compute.LSTM.updateGradInput(gradX, gradGates, gradH, gradC, buffer, gradNewH, gates, newC, c, Wx, Wh, weightO,
      'ifog', nil)
   -- The output counts in longer sequences alone.
   local gradWx, gradWh = lstmWeights.split(gradWeight, D, R)
   compute.LSTM.accGradParameters(gradWx, gradWh, gradBias, gradWeightO, x, h, h, hidden, gradGates, buffer, 'ifog',
      scale)
   gradGatesSum:sum(gradGates, 1):resize(4 * H)
   return gradX, gradH, gradC
end

local gru = 'nn.StepGRU_updateOutput'

--- A step of gated recurrent units.
-- @treturn torch.Tensor newH
function functions.StepGRU_updateOutput(weight, bias, gates, x, h, D, H, newH)
   check(gru, 'weight bias gates x h D H newH', weight, bias, gates, x, h, D, H, newH)
   sized(gru, 'weight', weight, D + H, 3 * H)
   sized(gru, 'bias', bias, 3 * H)
   rows(gru, x, D, {{'h', h, H}})
   local xGates, hGates, xCandidate, hCandidate = gruWeights.split(weight, D, H)
   local biasGates, biasCandidate = gruWeights.parts(bias, 1, H)
   compute.GRU.updateOutput(newH, gates, x.new(), x, h, xGates, hGates, biasGates, xCandidate, hCandidate,
      biasCandidate, nil)
   return newH
end

local gruBackward = 'nn.StepGRU_backward'

--- The gradients of such a step; those of parameters are added to, scaled. gradH may be gradNewH.
-- @treturn torch.Tensor gradX
-- @treturn torch.Tensor gradH
function functions.StepGRU_backward(weight, gates, gradWeight, gradBias, gradGates, buffer, x, h, gradNewH, scale,
      D, H, gradX, gradH)
   check(gruBackward, 'weight gates gradWeight gradBias gradGates buffer x h gradNewH scale D H gradX gradH', weight,
      gates, gradWeight, gradBias, gradGates, buffer, x, h, gradNewH, scale, D, H, gradX, gradH)
   sized(gruBackward, 'weight', weight, D + H, 3 * H)
   sized(gruBackward, 'gradWeight', gradWeight, D + H, 3 * H)
   sized(gruBackward, 'gradBias', gradBias, 3 * H)
   rows(gruBackward, x, D, {{'h', h, H}, {'gates', gates, 3 * H}, {'gradNewH', gradNewH, H}})
   gradNewH = gradNewH == gradH and gradNewH:clone() or gradNewH
   gradH:resizeAs(gradNewH):zero()
   local xGates, hGates, xCandidate, hCandidate = gruWeights.split(weight, D, H)
   compute.GRU.updateGradInput(gradX, gradGates, gradH, gradNewH, h, gates, h, xGates, hGates, xCandidate, hCandidate,
      nil)
   xGates, hGates, xCandidate, hCandidate = gruWeights.split(gradWeight, D, H)
   local biasGates, biasCandidate = gruWeights.parts(gradBias, 1, H)
   -- The product of r and h, by which the candidate saw h.
   buffer:resizeAs(h):copy(h):cmul(gates:narrow(2, 1, H))
   compute.GRU.accGradParameters(xGates, hGates, biasGates, xCandidate, hCandidate, biasCandidate, x, h, h, buffer,
      gradGates, scale)
   return gradX, gradH
end

for _, type in ipairs {'torch.FloatTensor', 'torch.DoubleTensor'} do
   local class = torch.getmetatable(type)
   class.nn = class.nn or {}
   for name, f in pairs(functions) do class.nn[name] = f end
end

return functions
