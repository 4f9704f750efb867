-- Steps as functions of tensors, against the modules that compute the same; parameters that go to a GRU with dropout.
require 'rnn'
local test = {}

local function near(check, got, expected, what)
   check.equal(table.concat(got:size():totable(), 'x'), table.concat(expected:size():totable(), 'x'), what)
   check.near((got - expected):abs():max(), 0, got:type() == 'torch.DoubleTensor' and 1e-14 or 1e-6, what)
end

local N, D, H = 5, 3, 2

local function both(f)
   for _, kind in ipairs {'torch.DoubleTensor', 'torch.FloatTensor'} do
      local function random(...) return torch.randn(...):type(kind) end
      f(random, function() return torch.Tensor():type(kind) end, kind)
   end
end

function test.lstms(check)
   both(function(random, new, kind)
      for _, R in ipairs {H, 4} do
         local step = (R == H and nn.StepLSTM(D, H) or nn.StepLSTM(D, H, R)):type(kind)
         local x, h, c = random(N, D), random(N, R), random(N, H)
         local gates, newH, newC, hidden = new(), new(), new(), new()
         local results = R == H and {newH, newC} or {hidden, newC, step.weightO, newH}
         local a, b = x.nn.StepLSTM_updateOutput(step.weight, step.bias, gates, x, h, c, D, H, R, table.unpack(results))
         check.equal(a == newH and b == newC, true, 'what comes back')
         local output = step:forward {x, h, c}
         near(check, newH, output[1], 'h')
         near(check, newC, output[2], 'c')
         near(check, gates, step.gates, 'gates')
         local gradWeight, gradBias, gradO = step.gradWeight:clone():fill(1), step.gradBias:clone():fill(2), nil
         local gradH, gradC = random(N, R), random(N, H)
         local more = {}
         if step.weightO then
            gradO = step.weightO:clone():fill(3)
            more = {step.weightO, hidden, gradO, new()}
         end
         step:zeroGradParameters()
         local gradInput, sums = step:backward({x, h, c}, {gradH, gradC}, .5), new()
         -- What goes to the step before lies where what came from the step behind was.
         local gradX, toH, toC = x.nn.StepLSTM_backward(step.weight, gates, gradWeight, gradBias, new(), sums, x, h, c, newC,
            gradH, gradC, .5, D, H, R, new(), gradH, gradC, table.unpack(more))
         check.equal(toH == gradH and toC == gradC, true, 'in place')
         for i, gradient in ipairs {gradX, toH, toC} do near(check, gradient, gradInput[i], 'gradient ' .. i) end
         near(check, gradWeight, step.gradWeight + 1, 'gradWeight')
         near(check, gradBias, step.gradBias + 2, 'gradBias')
         near(check, sums * .5, step.gradBias, 'sums')
         if gradO then near(check, gradO, step.gradWeightO + 3, 'gradWeightO') end
      end
   end)
end

function test.gatedUnits(check)
   both(function(random, new, kind)
      local step = nn.StepGRU(D, H):type(kind)
      local x, h, gates, newH = random(N, D), random(N, H), new(), new()
      check.equal(x.nn.StepGRU_updateOutput(step.weight, step.bias, gates, x, h, D, H, newH) == newH, true)
      near(check, newH, step:forward {x, h}, 'h')
      local gradWeight, gradBias, gradOutput = step.gradWeight:clone():fill(1), step.gradBias:clone():fill(2), random(N, H)
      step:zeroGradParameters()
      local gradInput = step:backward({x, h}, gradOutput, .5)
      local gradX, gradH = x.nn.StepGRU_backward(step.weight, gates, gradWeight, gradBias, new(), new(), x, h, gradOutput, .5,
         D, H, new(), gradOutput)
      near(check, gradX, gradInput[1], 'gradient of x')
      near(check, gradH, gradInput[2], 'gradient of h')
      near(check, gradWeight, step.gradWeight + 1, 'gradWeight')
      near(check, gradBias, step.gradBias + 2, 'gradBias')
   end)
end

-- Any argument in the place of each one: an error that says which.
function test.wrongArguments(check)
   local function t(...) return torch.randn(...) end
   local calls = {
      StepLSTM_updateOutput = {t(5, 8), t(8), t(N, 8), t(N, D), t(N, H), t(N, H), D, H, H, t(N, H), t(N, H)},
      StepLSTM_backward = {t(5, 8), t(N, 8), t(5, 8), t(8), t(N, 8), t(8), t(N, D), t(N, H), t(N, H), t(N, H), t(N, H),
         t(N, H), 1, D, H, H, t(N, D), t(N, H), t(N, H)},
      StepGRU_updateOutput = {t(5, 6), t(6), t(N, 6), t(N, D), t(N, H), D, H, t(N, H)},
      StepGRU_backward = {t(5, 6), t(N, 6), t(5, 6), t(6), t(N, 6), t(N, H), t(N, D), t(N, H), t(N, H), 1, D, H, t(N, D),
         t(N, H)},
   }
   local wrong = {false, 'x', {}, 0, -1, 1e18, 2.5, 0 / 0, torch.Tensor(), t(3), t(7, 7), t(2, 2, 2), torch.LongTensor(5, 2),
      torch.FloatTensor(5, 2), torch.DoubleStorage(3), io.stdout}
   for name, arguments in pairs(calls) do
      local f = torch.DoubleTensor().nn[name]
      local count = #arguments
      f(table.unpack(arguments))
      for i = 1, count do
         for k = 0, #wrong do
            local these = {}
            for j, argument in ipairs(arguments) do
               these[j] = torch.isTensor(argument) and argument:clone() or argument
            end
            these[i] = wrong[k]
            local ok, message = pcall(f, table.unpack(these, 1, count))
            check.equal(ok or tostring(message):find('nn%.%u.*: expected') ~= nil, true,
               ('%s, argument %d: %s'):format(name, i, message))
         end
      end
   end
end

-- Matrices of the gates lie in one another without dropout, alone with it.
function test.parametersGoToAUnitWithDropout(check)
   for _, mono in ipairs {false, true} do
      local from, to = nn.GRU(D, H), nn.GRU(D, H, 9999, .5, mono)
      to:migrate(from:parameters())
      from:evaluate()
      to:evaluate()
      for step = 1, 3 do
         local x = torch.randn(N, D)
         near(check, to:forward(x), from:forward(x), 'step ' .. step)
      end
   end
   local unit, before = nn.GRU(D, H, 9999, .5), nil
   before = unit:getParameters():clone()
   check.raises('nn.GRU: size mismatch: expected parameter 4 of size 2x3, got 2x4', function()
      local parameters = nn.GRU(D, H):parameters()
      parameters[4] = torch.randn(H, D + 1)
      unit:migrate(parameters)
   end)
   check.equal((unit:getParameters() - before):abs():max(), 0, 'nothing was copied')
   check.raises('nn.GRU: expected 6 parameters (# of source params should be 6.), got 5', unit.migrate, unit, {1, 2, 3, 4, 5})
   check.raises('nn.GRU: expected a unit with dropout (there is only support for BGRUs.), got p = 0', function()
      nn.GRU(D, H):migrate(nn.GRU(D, H):parameters())
   end)
   check.raises('nn.MuFuRu: expected a GRU, got migrate, which is not supported for MuFuRu', function()
      nn.MuFuRu(D, H):migrate {}
   end)
end

return test
