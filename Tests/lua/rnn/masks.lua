-- Steps as modules, masks that a script gives, sequences of different lengths, scores.
require 'rnn'
local test = {}

local function sigmoid(x) return 1 / (1 + math.exp(-x)) end

-- The formulas of one step, for one sample, with R numbers in h and H cells.
local function lstm(step, x, h, c)
   local H, input = c:size(1), torch.cat(x, h)
   local a = step.weight:t() * input + step.bias
   local hidden, cell = torch.Tensor(H), torch.Tensor(H)
   for k = 1, H do
      local i, f, o, g = sigmoid(a[k]), sigmoid(a[H + k]), sigmoid(a[2 * H + k]), math.tanh(a[3 * H + k])
      cell[k] = f * c[k] + i * g
      hidden[k] = o * math.tanh(cell[k])
   end
   return step.weightO and step.weightO:t() * hidden or hidden, cell
end

local function near(check, got, wanted, what)
   check.equal(table.concat(got:size():totable(), 'x'), table.concat(wanted:size():totable(), 'x'), what .. ': size')
   check.near((got - wanted):abs():max(), 0, 1e-12, what)
end

function test.stepsAreTheirFormulas(check)
   for _, sizes in ipairs {{3, 4}, {3, 4, 2}} do
      local step = nn.StepLSTM(table.unpack(sizes))
      local x, h, c = torch.randn(5, 3), torch.randn(5, sizes[3] or 4), torch.randn(5, 4)
      local output = step:forward {x, h, c}
      for n = 1, 5 do
         local hidden, cell = lstm(step, x[n], h[n], c[n])
         near(check, output[1][n], hidden, 'h')
         near(check, output[2][n], cell, 'c')
      end
   end
end

-- Gradients against finite differences of a weighted sum of the outputs.
local function checkGradients(check, module, input)
   local outputs = module:forward(input)
   outputs = torch.type(outputs) == 'table' and outputs or {outputs}
   local weights = {}
   for i, output in ipairs(outputs) do weights[i] = torch.randn(output:size()) end
   local function loss()
      local output, sum = module:forward(input), 0
      output = torch.type(output) == 'table' and output or {output}
      for i, weight in ipairs(weights) do sum = sum + torch.cmul(output[i], weight):sum() end
      return sum
   end
   module:zeroGradParameters()
   module:forward(input)
   local gradInput = module:backward(input, #weights > 1 and weights or weights[1])
   local values, gradients = {table.unpack(input)}, {table.unpack(gradInput)}
   local parameters, gradParameters = module:parameters()
   for i, parameter in ipairs(parameters) do
      values[#values + 1], gradients[#gradients + 1] = parameter, gradParameters[i]
   end
   for i, value in ipairs(values) do
      local flat, gradient = value:view(-1), gradients[i]:contiguous():view(-1)
      for k = 1, flat:size(1) do
         local at = flat[k]
         flat[k] = at + 1e-5
         local more = loss()
         flat[k] = at - 1e-5
         local less = loss()
         flat[k] = at
         check.near((more - less) / 2e-5, gradient[k], 1e-7, ('gradient %d of value %d'):format(k, i))
      end
   end
end

function test.gradientsOfSteps(check)
   checkGradients(check, nn.StepLSTM(3, 2), {torch.randn(2, 3), torch.randn(2, 2), torch.randn(2, 2)})
   checkGradients(check, nn.StepLSTM(3, 4, 2), {torch.randn(2, 3), torch.randn(2, 2), torch.randn(2, 4)})
   checkGradients(check, nn.StepGRU(3, 2), {torch.randn(2, 3), torch.randn(2, 2)})
end

-- A whole sequence in one tensor and the same step by step.
local function compare(check, whole, steps, mask)
   local x, gradOutput = torch.randn(6, 4, 3), torch.randn(6, 4, 2)
   if mask then
      whole:setZeroMask(mask)
      steps:setZeroMask(mask)
   end
   whole:zeroGradParameters()
   steps:zeroGradParameters()
   near(check, steps:forward(x), whole:forward(x), 'output')
   near(check, steps:backward(x, gradOutput), whole:backward(x, gradOutput), 'gradInput')
   local _, gradients = whole:parameters()
   local _, own = steps:parameters()
   for i, gradient in ipairs(gradients) do near(check, own[i], gradient, 'gradient ' .. i) end
   return whole.output
end

function test.wholeSequencesAndSteps(check)
   local mask = torch.rand(6, 4):lt(.3)
   for _, make in ipairs {
      function() return nn.SeqLSTM(3, 2), 'toRecLSTM' end, function() return nn.SeqLSTM(3, 4, 2), 'toRecLSTM' end,
      function() return nn.SeqGRU(3, 2), 'toRecGRU' end,
   } do
      local module, to = make()
      compare(check, module, nn.Sequencer(module[to](module)))
      module:maskZero()
      local output = compare(check, module, nn.Sequencer(module[to](module)), mask)
      for t = 1, 6 do
         for n = 1, 4 do check.equal(output[t][n]:norm() == 0, mask[t][n] == 1, 'masked outputs are 0') end
      end
   end
end

function test.masksOfModules(check)
   local mask = torch.ByteTensor {0, 1, 0}
   local module = nn.MaskZero(nn.Linear(2, 2))
   local x = torch.randn(3, 2)
   module:setZeroMask(mask)
   local output = module:forward(x):clone()
   check.equal(output[2]:norm(), 0, 'masked')
   near(check, output[1], module:get(1):forward(x)[1], 'not masked')
   module:setZeroMask(false)
   near(check, module:forward(x), module:get(1):forward(x), 'no mask')
   check.raises('nn.MaskZero: expected a mask for a batch of 3, got 2', function()
      module:setZeroMask(torch.ByteTensor {0, 1})
      module:forward(x)
   end)
   check.raises('nn.MaskZero: expected a torch.ByteTensor of a number for each sample as mask, or false, got 3', module.setZeroMask,
      module, torch.zeros(3))
   -- Input and its gradient too, in place.
   local both = nn.MaskZero(nn.Linear(2, 2), false, true, false)
   both:setZeroMask(mask)
   both:forward(x)
   check.equal(x[2]:norm(), 0, 'masked input')
   check.equal(both:backward(x, torch.randn(3, 2))[2]:norm(), 0, 'masked gradient')
end

function test.masksOfCriterions(check)
   local x, target = torch.randn(4, 3, 2), torch.Tensor(4, 3):random(2)
   local mask = torch.rand(4, 3):lt(.4)
   mask[1]:fill(1)
   local criterion = nn.SequencerCriterion(nn.MaskZeroCriterion(nn.CrossEntropyCriterion()))
   criterion:setZeroMask(mask)
   local wanted = 0
   for t = 1, 4 do
      local loss, count = 0, 0
      for n = 1, 3 do
         if mask[t][n] == 0 then
            loss, count = loss + nn.CrossEntropyCriterion():forward(x[t][n], target[t][n]), count + 1
         end
      end
      wanted = wanted + (count > 0 and loss / count or 0)
   end
   check.near(criterion:forward(x, target), wanted, 1e-12, 'loss')
   local gradient = criterion:backward(x, target)
   for t = 1, 4 do
      for n = 1, 3 do check.equal(gradient[t][n]:norm() == 0, mask[t][n] == 1, 'masked gradients are 0') end
   end
   criterion:setZeroMask(false)
   check.near(criterion:forward(x, target), nn.SequencerCriterion(nn.CrossEntropyCriterion()):forward(x, target), 1e-12, 'no mask')
end

function test.aMaskServesAsManyStepsAsItHas(check)
   local module = nn.RecLSTM(3, 2):maskZero()
   module:setZeroMask(torch.ByteTensor(1, 4):zero())
   module:forward(torch.randn(4, 3))
   check.raises('nn.RecLSTM: expected a mask of 2 steps or more, got 1x4', module.forward, module, torch.randn(4, 3))
end

function test.masksOfZeros(check)
   local x = torch.randn(3, 2, 4)
   x[2][1]:zero()
   x[3]:zero()
   check.equal(table.concat(nn.utils.getZeroMaskSequence(x):view(-1):totable()), '001011')
   check.equal(table.concat(nn.utils.getZeroMaskSequence(x:long():fill(0)):view(-1):totable()), '111111')
   check.equal(table.concat(nn.utils.getZeroMaskBatch({{x}}):totable()), '001')
   check.raises('nn.utils.getZeroMaskSequence: expected a tensor of at least 2 dimensions, got 3', nn.utils.getZeroMaskSequence,
      torch.randn(3))
   check.equal(torch.isByteTensor(torch.ByteTensor()), true)
   check.equal(torch.isByteTensor(torch.IntTensor()), false)
   check.equal(torch.isCudaTensor(torch.Tensor()), false)
   check.equal(torch.getBuffer('masks', 'one', 'torch.FloatTensor'), torch.getBuffer('masks', 'one', torch.FloatTensor()))
end

function test.sequencesOfDifferentLengths(check)
   local inner = nn.SeqLSTM(3, 2)
   local module, last = nn.VariableLength(inner), nn.VariableLength(inner:clone(), true)
   local samples, gradients, finals = {}, {}, torch.randn(6, 2)
   for i, length in ipairs {2, 5, 1, 5, 3, 1} do
      samples[i], gradients[i] = torch.randn(length, 3), torch.randn(length, 2)
   end
   local outputs, final = module:forward(samples), last:forward(samples)
   local gradInputs, gradFinals = module:backward(samples, gradients), last:backward(samples, finals)
   check.equal(module._input:size(2) < 6, true, 'short ones share a column')
   local alone = nn.SeqLSTM(3, 2)
   for i, parameter in ipairs(alone:parameters()) do parameter:copy(inner:parameters()[i]) end
   for i, sample in ipairs(samples) do
      local x = sample:view(-1, 1, 3)
      local output = alone:forward(x)
      near(check, outputs[i], output:select(2, 1), 'output')
      near(check, final[i], output[x:size(1)][1], 'last output')
      near(check, gradInputs[i], alone:backward(x, gradients[i]:view(-1, 1, 2)):select(2, 1), 'gradInput')
      local onlyLast = output.new(output:size()):zero()
      onlyLast[x:size(1)][1]:copy(finals[i])
      near(check, gradFinals[i], alone:backward(x, onlyLast):select(2, 1), 'gradInput of the last')
   end
   check.raises('nn.VariableLength: expected a table of sequences, got 2x3', module.forward, module, torch.randn(2, 3))
   check.raises('nn.VariableLength: expected steps of the same size in sequence 2 as in the first, got 1x2', module.forward, module,
      {torch.randn(2, 3), torch.randn(1, 2)})
end

function test.startStates(check)
   local module, x, h, c = nn.RecLSTM(3, 2), torch.randn(4, 3), torch.randn(4, 2), torch.randn(4, 2)
   local step = module:get(1):clone()
   module:setStartState {h, c}
   module:forget()
   near(check, module:forward(x), step:forward {x, h, c}[1], 'a state that was given')
   module:forget()
   module:setStartState()
   near(check, module:forward(x), step:forward {x, h:zero(), c:zero()}[1], 'none')
   check.raises('nn.RecLSTM: size mismatch: expected a batch of size Nx3 at step 2, got 4x2', module.forward, module, h)
   check.raises('nn.RecLSTM: expected a batch of 4 at step 2, as in the state before it, got 2x3', module.forward, module,
      torch.randn(2, 3))
end

function test.bothDirections(check)
   local module = nn.BiSequencer(nn.RecLSTM(3, 2), nn.RecGRU(3, 2))
   local x = torch.randn(5, 4, 3)
   local forth, back = nn.Sequencer(module:getForward():get(1)), nn.Sequencer(module:getBackward():get(1))
   local reverse = nn.ReverseSequence()
   near(check, module:forward(x), forth:forward(x) + reverse:forward(back:forward(reverse:forward(x):clone())), 'a tensor is added')
   local steps = {}
   for t = 1, 5 do steps[t] = x[t] end
   check.equal(module:forward(steps)[1]:size(2), 4, 'steps of a table are joined')
   local zipped = nn.Sequential():add(nn.ZipTable()):add(nn.Sequencer(nn.CAddTable()))
   check.equal(nn.BiSequencer(nn.RecLSTM(3, 2), nil, zipped):forward(steps)[5]:size(2), 2, 'tables that are zipped')
   check.equal(table.concat(nn.ReverseSequence():forward {1, 2, 3}), '321')
end

function test.scores(check)
   local candidate, reference = {1, 2, 3, 4, 5, 6}, {1, 2, 3, 7, 5, 6}
   -- Runs in common: 5 of 6 words, 3 of 5 pairs, 1 of 4 triples, none of 3, which counts as a half.
   check.near(nn.get_bleu(candidate, reference), (5 / 6 * 3 / 5 * 1 / 4 * .5 / 3) ^ .25, 1e-12, 'BLEU')
   check.near(nn.get_bleu(torch.Tensor(candidate):narrow(1, 1, 3), reference, 1), math.exp(1 - 2), 1e-12, 'BLEU of a short one')
   check.near(nn.get_rougeN(candidate, reference, 2), 3 / 5, 1e-12, 'ROUGE-2')
   check.near(nn.get_rougeN(candidate, reference, 2, {1, 3}), (5 / 6 + 3 * 3 / 5) / 4, 1e-12, 'ROUGE with weights')
   -- 10 of the 15 pairs of words are in both.
   check.near(nn.get_rougeS(candidate, reference), 2 / 3, 1e-6, 'ROUGE-S')
   check.raises('nn.get_bleu: expected a number of words, got 0', nn.get_bleu, candidate, reference, 0)
end

return test
