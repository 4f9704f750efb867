-- What dpnn adds to every module: shared clones, flat parameters, constraints, momentum, small files.
require 'dpnn'
local test = {}

local function net()
   torch.manualSeed(1)
   local m = nn.Sequential():add(nn.Linear(3, 4)):add(nn.Tanh()):add(nn.Linear(4, 2))
   m:getParameters():uniform(-3, 3)
   local _, gradients = m:parameters()
   for i, gradient in ipairs(gradients) do gradient:fill(i) end
   return m
end

-- Sums of parameters and of gradients, as the original has them after the same calls.
local function sums(check, m, parameters, gradients)
   local p, g = m:parameters()
   for i = 1, #p do
      check.near(p[i]:sum(), parameters[i], 1e-6, 'parameter ' .. i)
      check.near(g[i]:sum(), gradients[i], 1e-6, 'gradient ' .. i)
   end
end

function test.constraintsAndMomentumAreTheOriginals(check)
   local m = net()
   m:maxParamNorm(1.5)
   sums(check, m, {.867654, 2.959235, 2.927016, 4.342521}, {12, 8, 24, 8})
   m:maxParamNorm(nil, .7)
   sums(check, m, {.125471, 2.959235, 2.096777, 4.342521}, {12, 8, 24, 8})
   m:maxParamNorm(.5, .3)
   local left = {.062443, 2.959235, .981309, 4.342521}
   m:weightDecay(.1)
   sums(check, m, left, {12.006244, 8, 24.098131, 8})
   m:weightDecay(.1, 1)
   sums(check, m, left, {12.012489, 8.295923, 24.196262, 8.434252})
   check.near(m:gradParamClip(5), 11.751194904969, 1e-9)
   sums(check, m, left, {5.111177, 3.529821, 10.295235, 3.588679})
   check.near(m:gradParamClip(2, true), 5, 1e-12)
   sums(check, m, left, {4.436193, 3.063671, 4.640252, 1.617484})
   m:updateGradParameters(.9)
   sums(check, m, left, {4.436193, 3.063671, 4.640252, 1.617484})
   m:updateGradParameters(.9, 0)
   sums(check, m, left, {8.428766, 5.820975, 8.816479, 3.073219})
   m:updateGradParameters(.9, .5, true)
   sums(check, m, left, {19.049011, 13.155404, 19.925243, 6.945475})
   check.equal(#m:momentumGradParameters(), 4)
end

function test.sharedClones(check)
   local m = net()
   local function first(module, name) return module.modules[1][name] end
   local both, parameters, neither = m:sharedClone(), m:sharedClone(true, false), m:sharedClone(false, false)
   check.equal(first(both, 'weight'):storage() == first(m, 'weight'):storage(), true)
   check.equal(first(both, 'gradWeight'):storage() == first(m, 'gradWeight'):storage(), true)
   check.equal(first(parameters, 'weight'):storage() == first(m, 'weight'):storage(), true)
   check.equal(first(parameters, 'gradWeight'):storage() == first(m, 'gradWeight'):storage(), false)
   check.equal(first(neither, 'weight'):storage() == first(m, 'weight'):storage(), false)
   check.equal(both.modules[1] ~= m.modules[1], true)
   local x = torch.randn(2, 3)
   check.equal((both:forward(x) - m:forward(x)):abs():max(), 0)
   -- Another call makes them flat anew, and the clones go on sharing.
   m.clone_ = both
   local flat = m:getParameters()
   check.equal(flat:size(1), 26)
   flat:zero()
   check.equal(first(both, 'weight'):sum(), 0)
end

function test.modulesInOtherFieldsAreCountedIn(check)
   local layer = nn.Linear(2, 2)
   layer.hidden = nn.Linear(3, 3)
   check.equal(layer:getParameters():size(1), 18)
end

function test.smallFiles(check)
   local m = net():Serial()
   local x = torch.randn(2, 3)
   local output = m:forward(x):clone()
   m:backward(x, output)
   m:mediumSerial()
   m.tensortype = 'torch.FloatTensor'
   local again = m:clone()
   local inner = again.modules[1].modules[1]
   check.equal(inner.output:nElement(), 0)
   check.equal(torch.type(inner.weight), 'torch.FloatTensor')
   check.equal(inner.gradWeight:nElement(), 12)
   check.equal(m.modules[1].modules[1].output:nElement(), 8)
   check.near((again:forward(x:float()):double() - output):abs():max(), 0, 1e-5)
   check.equal(m:lightSerial():clone().modules[1].modules[1].gradWeight:nElement(), 0)
   check.equal(m:heavySerial():clone().modules[1].modules[1].output:nElement(), 8)
end

function test.samplesAndBatches(check)
   local layer = nn.Linear(2, 3)
   local x = torch.Tensor {1, 2}
   check.equal(layer:toBatch(x, 1):dim(), 2)
   check.equal(layer:fromBatch(torch.ones(1, 3), 1):dim(), 1)
   check.equal(layer:toBatch(torch.ones(4, 2), 1):size(1), 4)
   check.equal(layer:fromBatch(torch.ones(4, 3), 1):dim(), 2)
   check.equal(layer:contiguousInput(torch.ones(2, 3):t()):isContiguous(), true)
   check.equal(layer:outside {5, 2}[2], 3)
   check.equal(layer:extrapolateType(), 'torch.DoubleTensor')
   check.raises('nn.Linear: expected a factor of decay, got nil', layer.weightDecay, layer)
   check.raises('nn.Linear: expected a bound of the norm, got nil', layer.gradParamClip, layer)
end

return test
