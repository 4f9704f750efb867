-- nn.IndexLinear: its steps, forms of input, fields, and what it refuses.
require 'nn'
local test = {}

-- Outputs, whether values are normalized, weight decay, whether the step is direct, and the weights and biases after it
-- in the original.
local steps = {
   {1, false, 0, false, {1, -0.25, 0.5, -0.625, 0.625}},
   {1, false, 0, true, {1, -0.25, 0.625, -0.625, 0.5}},
   {1, false, 0.125, false, {0.87890625, -0.19140625, 0.421875, -0.560546875, 0.625}},
   {1, false, 0.125, true, {0.87890625, -0.21875, 0.625, -0.640625, 0.5}},
   {1, true, 0, false, {2, 0.5, 1, 0.140625, 0.125, 4, 0.25, 1, 0.25, -0.125,
      1, 1, 1, 0.265625, 0.03125, 6, 0.166666666667, 1, 0.34375, 0.1875, 0.625}},
   {2, false, 0, false, {1, -0.25, 0, -1.125, -0.5, 0.5, -1.5, -2, 0.25, -0.25}},
   {2, false, 0, true, {1, -0.25, 0.5, -0.125, -0.375, 0.5, -0.75, -0.5, 0.25, 0}},
   {2, false, 0.125, false, {0.87890625, -0.19140625, -0.130859375, -1.123046875, -0.453125,
      0.4375, -1.40625, -1.8828125, 0.25, -0.25}},
   {2, false, 0.125, true, {0.87890625, -0.19140625, 0.421875, -0.140625, -0.375, 0.5, -0.75, -0.4375, 0.25, 0}},
   {2, true, 0, false, {2, 0.5, 1, 0.140625, 0.125, 0.5, 4, 0.25, 1, 0.4921875, -1.09375, -0.6875, 1,
      1, 1, 0.3125, 0.40625, 0, 6, 0.166666666667, 1, 0.3671875, -0.09375, -0.5625, 0.25, -0.25}},
   {2, true, 0, true, {2, 0.5, 1, 0.140625, 0.125, 0.5, 0.5, 2, 1, 0.28125, -0.9375, -0.375, 0,
      0, 0, 0.25, 0.5, 0, 3, 0.333333333333, 1, 0.3125, 0.0625, -0.25, 0.25, 0}},
   {2, true, 0.125, false, {2, 0.5, 1, 0.15234375, 0.173828125, 0.3828125, 4, 0.25, 1, 0.490234375, -0.908203125, -0.66796875, 1,
      1, 1, 0.3125, 0.34375, 0, 6, 0.166666666667, 1, 0.36328125, -0.12890625, -0.50390625, 0.25, -0.25}},
   {2, true, 0.125, true, {2, 0.5, 1, 0.15234375, 0.173828125, 0.3828125, 0.5, 2, 1, 0.28125, -0.859375, -0.40625, 0,
      0, 0, 0.25, 0.5, 0, 3, 0.333333333333, 1, 0.3125, 0.03125, -0.21875, 0.25, 0}},
}

local function stepped(outputs, normalize, decay, direct)
   local m = nn.IndexLinear(4, outputs, false, 0, nil, nil, normalize)
   local weights = m.weight:storage()
   for i = 1, weights:size() do weights[i] = (i * 7 % 11 - 5) / 8 end
   if normalize then
      m.weight:narrow(2, 1, 4):zero()
      m.weight:select(2, 4):fill(.25)
   end
   for i = 1, outputs do m.bias[i] = i / 4 end
   m.weightDecay = decay
   m:training()
   local input = {{torch.LongTensor {1, 4, 1}, torch.LongTensor {2}}, {torch.Tensor {2, -3, 1}, torch.Tensor {.5}}}
   local flat = {torch.LongTensor {3, 2, 4}, torch.Tensor {-1, 4, 6}, torch.LongTensor {1, 2}}
   local g = torch.range(1, 2 * outputs):mul(.5):add(-1):view(2, outputs)
   m:forward(input)
   if direct then
      m:backwardUpdate(input, g, .5)
   else
      m:zeroGradParameters()
      m:backward(input, g)
      m:forward(flat)
      m:backward(flat, g, .5)
      m:updateParameters(.5)
   end
   return m
end

function test.stepsAreTheOriginals(check)
   for i, step in ipairs(steps) do
      local m = stepped(step[1], step[2], step[3], step[4])
      local got = torch.cat(m.weight:view(-1), m.bias)
      check.equal(got:nElement(), #step[5])
      for j = 1, got:nElement() do check.near(got[j], step[5][j], 1e-12, ('step %d, number %d'):format(i, j)) end
   end
end

-- One rule for all numbers of outputs: two alike, one of them without a gradient, step as one does.
function test.oneOutputStepsAsMany(check)
   for _, direct in ipairs {false, true} do
      local many, one = nn.IndexLinear(2, 2, false, 0, nil, nil, true), nn.IndexLinear(2, 1, false, 0, nil, nil, true)
      many.weight:fill(.5)
      one.weight:fill(.5)
      for _, m in ipairs {many, one} do
         m.weightDecay = .1
         m:training()
         local x = {torch.LongTensor {1, 2, 1}, torch.Tensor {.25, 3, -.5}}
         local g = torch.Tensor(m.outputSize):zero()
         g[m.outputSize] = 2
         m:forward(x)
         m[direct and 'backwardUpdate' or 'backward'](m, x, g, .5)
         m:updateParameters(.5)
      end
      check.near(many.weight:select(2, 6):dist(one.weight:select(2, 5)), 0, 1e-15)
      check.near(many.weight:narrow(2, 1, 4):dist(one.weight:narrow(2, 1, 4)), 0, 1e-15)
      check.equal(one.weight[1][3], 1)
   end
end

function test.computesWhatLinearDoes(check)
   for _, type in ipairs {'torch.DoubleTensor', 'torch.FloatTensor'} do
      for _, outputs in ipairs {1, 3, 70} do
         local m, linear = nn.IndexLinear(300, outputs, true):type(type), nn.Linear(300, outputs):type(type)
         m.weight:copy(linear.weight:t())
         m.bias:copy(linear.bias)
         local dense = torch.zeros(20, 300):type(type)
         local keys, values = {}, {}
         for i = 1, 20 do
            keys[i] = torch.randperm(300):long():narrow(1, 1, 100 + i)
            values[i] = torch.rand(100 + i):type(type)
            dense[i]:scatter(1, keys[i], values[i])
         end
         local flat = {torch.cat(keys), torch.cat(values), torch.range(101, 120):long()}
         local g, near = torch.rand(20, outputs):type(type), type == 'torch.FloatTensor' and 1e-4 or 1e-12
         linear:zeroGradParameters()
         m:zeroGradParameters()
         local y, dx = linear:forward(dense), linear:backward(dense, g)
         for _, input in ipairs {{keys, values}, flat} do
            check.near(m:forward(input):dist(y), 0, near)
            local back = m:backward(input, g, .5)
            check.near(torch.cat(torch.type(back[2]) == 'table' and back[2] or {back[2]}, 1):dist(dx:view(-1)), 0, near)
         end
         check.near(m.gradBias:dist(linear.gradBias), 0, near)
         m:updateParameters(.1)
         linear:updateParameters(.1)
         check.near(m.weight:t():dist(linear.weight), 0, near)
         check.near(m.bias:dist(linear.bias), 0, near)
      end
   end
end

-- The same numbers whatever the number of threads.
function test.threadsDoNotMatter(check)
   local m = nn.IndexLinear(500, 60)
   m:reset()
   local keys, values = torch.LongTensor(4000):random(500), torch.rand(4000)
   local input, threads, outputs = {keys, values, torch.LongTensor(8):fill(500)}, torch.getnumthreads(), {}
   for n = 1, 3 do
      torch.setnumthreads(n)
      outputs[n] = m:forward(input):clone()
   end
   torch.setnumthreads(threads)
   check.equal(outputs[1]:equal(outputs[2]) and outputs[1]:equal(outputs[3]), true)
end

-- Scripts that begin a step with zeroGradParameters do so before or after the forward pass.
function test.gradientsGoWithTheirKeys(check)
   local weights = {}
   for i, late in ipairs {false, true} do
      local m = nn.IndexLinear(3, 2)
      for key = 1, 3 do
         local x, g = {torch.LongTensor {key}, torch.Tensor {key}}, torch.Tensor {1, key}
         if not late then m:zeroGradParameters() end
         m:forward(x)
         if late then m:zeroGradParameters() end
         m:backward(x, g)
         m:backward(x, g)
         m:updateParameters(1)
      end
      weights[i] = m.weight
   end
   check.equal(weights[1]:equal(weights[2]), true)
   check.equal(weights[1][3][2], -18)
end

-- Before `training` is called nothing is measured; what is larger than all before counts as its sign.
function test.magnitudesAreLearnedInTraining(check)
   local m = nn.IndexLinear(2, 1, nil, nil, nil, nil, true)
   m.weight:select(2, 5):fill(1)
   local x = {torch.LongTensor {1, 2}, torch.Tensor {4, -2}}
   check.equal(m:forward(x)[1], 0)
   check.equal(m.normalizedValues[2], -1)
   check.equal(m.weight[1][1], 0)
   m:training()
   m:forward(x)
   check.equal(m.weight[1][1] == 4 and m.weight[1][2] == .25 and m.weight[1][3] == 1, true)
   m:evaluate()
   x[2] = torch.Tensor {2, 8}
   m:forward(x)
   check.equal(m.normalizedValues[1] == .5 and m.normalizedValues[2] == 1, true)
   check.equal(m.weight[2][1], 2)
end

function test.fieldsAndForms(check)
   local weight, bias = torch.ones(6, 2), torch.zeros(2)
   local m = nn.IndexLinear(nil, nil, true, 1, weight, bias)
   check.equal(m.weight == weight and m.bias == bias, true)
   check.equal(m.inputSize == 6 and m.outputSize == 2 and m.normalize == 0 and m.offset == 0 and m.doGradInput, true)
   local parameters, gradients = m:parameters()
   check.equal(parameters[1] == weight and gradients[1] == m.running and gradients[2] == m.gradBias, true)
   local x = {torch.LongTensor {0, 5}, torch.Tensor {1, 2}}
   check.equal(m:forward(x):dim(), 1)
   check.equal(m:backward(x, torch.ones(2))[2][1], 2)
   check.equal(m.running.counter, 2)
   x[3] = 2
   check.equal(m:forward(x):size(1), 1)
   check.equal(m.sizes[1], 2)
   check.equal(m.gradInput == m:backward(x, torch.ones(1, 2)) or m.gradInput[1]:size(2) == 6, true)
   m:float()
   check.equal(m.running.counter == 1 and m.keys == nil, true)
   x[2] = x[2]:float()
   check.equal(torch.type(m:forward(x)), 'torch.FloatTensor')
   m:clearState()
   check.equal(m.output:dim() == 0 and m.values == nil and x[2]:nElement() == 2, true)
   check.equal(m:clone():forward(x)[1][1], 3)
   local sparse = nn.IndexLinear(3, 2)
   sparse:forward {torch.LongTensor {1}, torch.Tensor {1}}
   check.equal(next(sparse:backward({torch.LongTensor {1}, torch.Tensor {1}}, torch.ones(2))), nil)
   sparse:reset(.1)
   check.equal(sparse.weight:abs():max() <= .1 * math.sqrt(3) and sparse.bias:abs():max() < 1e-6, true)
end

function test.refuses(check)
   local m = nn.IndexLinear(5, 3, true)
   local keys, values, sizes = torch.LongTensor {1, 5}, torch.Tensor {1, 2}, torch.LongTensor {1, 1}
   local wrong = {
      {values, 'nn.IndexLinear: expected a table as input, got'},
      {{keys}, 'nn.IndexLinear: expected a tensor as values, got nil'},
      {{values, values}, 'nn.IndexLinear: expected keys (LongTensor), got DoubleTensor'},
      {{keys, values:float()}, 'nn.IndexLinear: expected values (DoubleTensor), got FloatTensor'},
      {{keys, torch.Tensor(3)}, 'nn.IndexLinear: size mismatch: expected as many values as keys, 2, got 3'},
      {{torch.LongTensor {1, 6}, values},
         'nn.IndexLinear: index out of range: expected keys from 1 to 5, got 6'},
      {{torch.LongTensor {0, 1}, values}, 'expected keys from 1 to 5, got 0'},
      {{torch.LongTensor {-2 ^ 63, 1}, values}, 'expected keys from 1 to 5'},
      {{{keys}, {}}, 'nn.IndexLinear: expected values for each of 1 samples, one or more, got 0'},
      {{{}, {}}, 'nn.IndexLinear: expected values for each of 0 samples, one or more, got 0'},
      {{{keys}, {torch.Tensor(1)}}, 'expected as many values as keys of sample 1, 2, got 1'},
      {{keys, values, torch.LongTensor {1, 2}},
         'nn.IndexLinear: expected sizes that add up to 2, the number of keys, got 2 after 1'},
      {{keys, values, torch.LongTensor {1}}, 'expected sizes that add up to 2, the number of keys, got 1'},
      {{keys, values, torch.LongTensor {3, -1}}, 'expected sizes that add up to 2, the number of keys, got 3 after 0'},
      {{keys, values, torch.Tensor {1, 1}}, 'nn.IndexLinear: expected sizes (LongTensor), got DoubleTensor'},
   }
   for _, case in ipairs(wrong) do check.raises(case[2], m.forward, m, case[1]) end
   check.raises('nn.IndexLinear: expected a forward pass before the backward one, got none',
      nn.IndexLinear(2, 2).backward, nn.IndexLinear(2, 2), {keys, values}, torch.ones(2))
   m:forward {keys, values, sizes}
   check.raises('nn.IndexLinear: size mismatch: expected gradOutput of size 2x3, got 3x2',
      m.accGradParameters, m, nil, torch.ones(3, 2))
   check.raises('nn.IndexLinear: size mismatch: expected gradOutput of size 2x3, got 4',
      m.updateGradInput, m, nil, torch.ones(4))
   check.raises('nn.IndexLinear: expected a learning rate, got nil', m.updateParameters, m)
   check.raises('nn.IndexLinear: expected inputSize of 1 or more, got 0', nn.IndexLinear, 0, 1)
   check.raises('nn.IndexLinear: expected outputSize of 1 or more, got nil', nn.IndexLinear, 1)
   check.raises('nn.IndexLinear: size mismatch: expected weight of more than 4 columns, got 2x4',
      nn.IndexLinear, nil, nil, false, 0, torch.Tensor(2, 4), torch.Tensor(1), true)
   check.raises('nn.IndexLinear: size mismatch: expected bias of size 4, got 1',
      nn.IndexLinear, nil, nil, false, 0, torch.Tensor(2, 4), torch.Tensor(1))
   local normal = nn.IndexLinear(5, 3, true, 0, nil, nil, true)
   normal:forward {keys, values}
   check.raises('nn.IndexLinear: expected no doGradInput in a layer that normalizes, got one',
      normal.updateGradInput, normal, nil, torch.ones(3))
   normal.weight = torch.Tensor(7, 5):t()
   check.raises('nn.IndexLinear: expected a contiguous weight, got 5x7 with other strides',
      normal.forward, normal, {keys, values})
   -- What grows with the storage it shares.
   local shared = nn.IndexLinear(5, 3)
   shared.output:set(shared.weight:storage())
   local many = {torch.LongTensor(500):fill(1), torch.ones(500), torch.LongTensor(500):fill(1)}
   check.equal(shared:forward(many):size(1), 500)
end

return test
