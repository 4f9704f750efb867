--- Clusters: the number of the nearest of k centroids, for each sample.
--
-- `weight` (k×D) holds the centroids, `loss` the squared distances of the last batch from theirs, together. A step of
-- rate 1 down the gradient moves each centroid to the mean of its samples:
--
--     km:initKmeansPlus(samples)
--     for _ = 1, 100 do
--        km:zeroGradParameters()
--        km:forward(samples)
--        km:backward(samples)
--        km:updateParameters(1)
--     end
--
-- @classmod nn.Kmeans
local expected = require 'nn.expected'
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local Kmeans, Module = torch.class('nn.Kmeans', 'nn.Module')

--- Make a layer.
-- @tparam int k how many centroids
-- @tparam int dim D, numbers in a sample
function Kmeans:__init(k, dim)
   Module.__init(self)
   wants.count(self, 'a number of centroids', k)
   wants.count(self, 'a size of samples', dim)
   self.k, self.dim = k, dim
   self.weight, self.gradWeight = torch.Tensor(k, dim), torch.Tensor(k, dim):zero()
   self.loss, self.clusterSampleCount = 0, torch.Tensor(k):zero()
   self:reset()
end

--- Draw the centroids anew, uniform in ±√3·stdv, or in ±1.
function Kmeans:reset(deviation)
   parameters.draw(self, deviation, 1)
end

local function check(self, input)
   wants.dims(self, 'input', input, 2)
   wants.type(self, 'input', input, self.weight)
   if input:size(2) ~= self.dim then wants.otherSize(self, ('input of size Nx%d'):format(self.dim), input) end
   return input
end

--- Let the centroids be samples, drawn at random; one may be drawn twice.
-- @tparam torch.Tensor input samples, at least k
function Kmeans:initRandom(input)
   local count = check(self, input):size(1)
   if count < self.k then wants.otherSize(self, ('at least %d samples'):format(self.k), input) end
   for i = 1, self.k do self.weight[i]:copy(input[torch.random(1, count)]) end
end

-- Squared distances of samples, N×D, from some of the centroids: N×m.
local function squares(input, centroids)
   local n, m, d = input:size(1), centroids:size(1), input:size(2)
   local x = input:contiguous():view(n, 1, d):expand(n, m, d)
   local differences = torch.add(x, -1, centroids:contiguous():view(1, m, d):expand(n, m, d))
   return differences:cmul(differences):sum(3):view(n, m)
end

--- Let the centroids be samples, each drawn from those that are farthest from the ones before (k-means++).
-- @tparam torch.Tensor input samples
-- @tparam[opt=0.95] number p which part of the samples is too near
function Kmeans:initKmeansPlus(input, p)
   local count = check(self, input):size(1)
   p = wants.number(self, 'a part from 0 to 1', p or 0.95)
   if p < 0 or p > 1 then expected(self, 'a part from 0 to 1', p) end
   local far = math.max(1, math.ceil((1 - p) * count))
   self.weight[1]:copy(input[torch.random(count)])
   for i = 2, self.k do
      local nearest = squares(input, self.weight:narrow(1, 1, i - 1)):min(2):view(-1)
      local _, order = nearest:sort(1, true)
      self.weight[i]:copy(input[order[torch.random(far)]])
   end
end

function Kmeans:updateOutput(input)
   local nearest, which = squares(check(self, input), self.weight):min(2)
   self.output:resize(input:size(1)):copy(which)
   self.clusterSampleCount:zero():indexAdd(1, which:view(-1), self.output.new(input:size(1)):fill(1))
   self.loss = nearest:sum()
   return self.output
end

--- The gradient for samples is 0.
function Kmeans:updateGradInput(input)
   return self.gradInput:resizeAs(check(self, input)):zero()
end

-- Keeps the mean of no samples finite.
local epsilon = 1e-7

-- For each centroid, how far it is from the mean of its samples.
function Kmeans:accGradParameters(input, _, scale)
   check(self, input)
   wants.rows(self, input, self.output:nElement())
   local counts = self.clusterSampleCount:view(-1, 1)
   local gradients = torch.cmul(self.weight, counts:expandAs(self.weight))
   gradients:indexAdd(1, self.output:long(), torch.mul(input, -1))
   gradients:cdiv(torch.add(counts, epsilon):expandAs(gradients))
   self.gradWeight:add(scale or 1, gradients)
end
