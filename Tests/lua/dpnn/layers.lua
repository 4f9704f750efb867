-- Layers of dpnn: numbers as the original gives them after the same seed, and what is refused.
require 'dpnn'
local test = {}

local function first(check, value, ...)
   local flat = value:contiguous():view(-1)
   for i, expected in ipairs {...} do check.near(flat[i], expected, 2e-6, 'number ' .. i) end
end

-- A sample, the gradient for rewards 1, 2, 3, the generator afterwards.
local function reinforced(check, layer, input, output, gradient, random)
   first(check, layer:forward(input), table.unpack(output))
   layer:reinforce(torch.Tensor {1, 2, 3})
   local gradInput = layer:backward(input, torch.Tensor())
   first(check, torch.isTensor(gradInput) and gradInput or gradInput[1], table.unpack(gradient))
   check.equal(torch.random(), random)
   layer:evaluate()
   first(check, layer:forward(input), .221993, .055180)
   return gradInput
end

function test.rewardsAreTurnedIntoGradients(check)
   torch.manualSeed(5)
   local x = torch.rand(3, 4)
   reinforced(check, nn.ReinforceNormal(.5), x, {.268646, -.410017, .297197}, {-.186611, 1.860788, 2.294139}, 1895408684)
   local both = reinforced(check, nn.ReinforceNormal(), {x, torch.rand(3, 4)}, {-.093881, .024282, -.162658},
      {5.369652, 1.232871, 1.768700}, 3579824080)
   first(check, both[2], -2.870181, 6.076084, -1.082925)
   reinforced(check, nn.ReinforceNormal(torch.rand(4)), x, {.402333, -.202242, .940647}, {-8.677156, .323233, -2.549065},
      3347989639)
   reinforced(check, nn.ReinforceBernoulli(), x, {0, 1, 1, 1, 0, 1}, {1.285336, -18.122468, -1.148459}, 24631899)
   check.raises('nn.ReinforceNormal: expected a vector of rewards, got nil', function() nn.ReinforceNormal(1):reinforce() end)
   check.raises('nn.ReinforceBernoulli: expected a reward before backward, got none', function()
      local layer = nn.ReinforceBernoulli()
      layer:forward(x)
      layer:backward(x, x)
   end)
end

-- The original's needs packages that are not to be had: moments and derivatives are those of the distribution.
function test.gammaSamplesHaveTheirMomentsAndGradients(check)
   torch.manualSeed(7)
   local n, scale = 40000, 2
   for _, k in ipairs {.5, 1, 2.5, 20} do
      local x = nn.ReinforceGamma(scale):forward(torch.Tensor(n):fill(k))
      check.near(x:mean(), k * scale, 5 * math.sqrt(k / n) * scale, 'mean of ' .. k)
      -- The variance of a sample's variance follows from the fourth moment, 3k² + 6k.
      check.near(x:var(), k * scale ^ 2, 5 * math.sqrt((2 * k ^ 2 + 6 * k) / n) * scale ^ 2, 'variance of ' .. k)
      check.equal(x:min() > 0, true)
   end

   -- For one sample and the reward 1: ψ(k) + ln θ − ln x, and (k − x/θ)/θ.
   local euler = .57721566490153286
   for k, psi in pairs {[1] = -euler, [2] = 1 - euler, [.5] = -euler - 2 * math.log(2)} do
      local layer, input = nn.ReinforceGamma(), {torch.Tensor {k, k}, torch.Tensor {scale, scale}}
      local x = layer:forward(input)
      check.equal(input[1][2], k, 'the input stays')
      layer:reinforce(torch.Tensor {1, -3})
      local gradInput = layer:backward(input, x)
      for i, reward in ipairs {1, -3} do
         check.near(gradInput[1][i], reward * (psi + math.log(scale) - math.log(x[i])), 1e-12, 'shape')
         check.near(gradInput[2][i], reward * (k - x[i] / scale) / scale, 1e-12, 'scale')
      end
      layer:evaluate()
      check.near(layer:forward(input)[2], k * scale, 1e-12, 'in evaluation')
   end

   for _, shape in ipairs {0, -1, 0 / 0, 1 / 0} do
      check.raises('nn.ReinforceGamma: expected finite shapes above 0, got', function()
         nn.ReinforceGamma(1):forward(torch.Tensor {2, shape})
      end)
   end
   check.raises('nn.ReinforceGamma: expected scales above 0, got', function() nn.ReinforceGamma(-1):forward(torch.ones(2)) end)
   check.raises('nn.ReinforceGamma: expected a scale, or a table of shapes and scales, got', function()
      nn.ReinforceGamma():forward(torch.ones(2))
   end)
end

function test.classesAreRewarded(check)
   local learner = nn.Reinforce()
   local criterion = nn.VRClassReward(learner, 2)
   local y, b = torch.Tensor {{3, 1}, {1, 3}, {3, 1}}, torch.ones(3, 1)
   check.near(criterion:forward({y, b}, torch.Tensor {1, 1, 2}), -2 / 3, 1e-12)
   local gradInput = criterion:backward({y, b}, torch.Tensor {1, 1, 2})
   first(check, gradInput[1], 0, 0, 0)
   first(check, gradInput[2], -2 / 3, 2 / 3, 2 / 3)
   first(check, learner.reward, 1 / 3, -1 / 3, -1 / 3)
   check.raises('nn.VRClassReward: expected a class for each of 3 samples, got 2', criterion.forward, criterion, {y, b},
      torch.Tensor {1, 2})
end

function test.noiseContrastiveEstimation(check)
   torch.manualSeed(5)
   local x = torch.rand(3, 4)
   torch.manualSeed(9)
   local layer = nn.NCEModule(4, 6, 3, torch.Tensor {1, 2, 3, 4, 5, 6})
   layer.Z[1] = .77368664915169
   function layer.noiseSample(_, index, rows, columns)
      local i = 0
      return index:resize(rows, columns):apply(function()
         i = i % 6 + 1
         return i
      end)
   end
   local input = {x, torch.LongTensor {1, 2, 3}}
   local output = layer:forward(input)
   first(check, output[1], .191966, .107363, .169281)
   first(check, output[2], .191966, .130694, .207434, .185478)
   first(check, output[3], .047619, .095238, .142857)
   layer:zeroGradParameters()
   local gradInput = layer:backward(input, {torch.ones(3), torch.ones(3, 3), torch.ones(3), torch.ones(3, 3)})
   first(check, gradInput[1], -.262774, -.217353, -.105517)
   check.equal(nn.NCECriterion():forward(output) > 0, true)
   layer:evaluate()
   layer.normalized = true
   first(check, layer:forward(input), .179186, .121993, .193624)
   layer.logsoftmax = true
   first(check, layer:forward(input), -1.719330, -2.103793, -1.641836)
   check.raises('nn.NCEModule: expected 6 frequencies, got 2', nn.NCEModule, 4, 6, 3, torch.ones(2))
end

function test.smallLayers(check)
   local x = torch.Tensor {{1, 5, 2}, {7, 3, 4}}
   first(check, nn.ArgMax(1, 1):forward(x), 2, 1)
   check.equal(torch.type(nn.ArgMax(1, 1, false):forward(x)), 'torch.DoubleTensor')
   local clip = nn.Clip(2, 4)
   first(check, clip:forward(x), 2, 4, 2, 4, 3, 4)
   first(check, clip:backward(x, x), 1, 5, 2)
   check.equal(nn.ReverseTable():forward({1, 2, 3})[1], 3)
   local drop = nn.TotalDropout()
   for _ = 1, 20 do
      local sum = drop:forward(x):sum()
      check.equal(sum == 0 or sum == x:sum(), true)
   end
end

return test
