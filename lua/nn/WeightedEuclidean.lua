--- The distance from each of M centers, each dimension with a weight: `y_j = ‖c_j ∘ (x − w_j)‖`.
--
--     nn.WeightedEuclidean(3, 2):forward(torch.Tensor(4, 3))      -- 4×2
--
-- @classmod nn.WeightedEuclidean
local distances = require 'nn.distances'
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local WeightedEuclidean, Module = torch.class('nn.WeightedEuclidean', 'nn.Module')

--- Make a layer.
-- @tparam int inputSize K, numbers in a sample
-- @tparam int outputSize M, how many centers there are
function WeightedEuclidean:__init(inputSize, outputSize)
   Module.__init(self)
   wants.count(self, 'a number of inputs', inputSize)
   wants.count(self, 'a number of outputs', outputSize)
   self.weight, self.gradWeight = torch.Tensor(inputSize, outputSize), torch.Tensor(inputSize, outputSize):zero()
   self.diagCov, self.gradDiagCov = torch.Tensor(inputSize, outputSize), torch.Tensor(inputSize, outputSize):zero()
   self:reset()
end

--- Draw the centers anew, uniform in ±√3·stdv, or in ±1/√K; all weights are 1.
function WeightedEuclidean:reset(deviation)
   parameters.draw(self, deviation, self.weight:size(1))
   self.diagCov:fill(1)
end

-- The weights, for each sample.
local function weights(self, like)
   return self.diagCov:contiguous():view(1, self.diagCov:size(1), self.diagCov:size(2)):expandAs(like)
end

function WeightedEuclidean:updateOutput(input)
   local differences = distances.differences(self, input)
   return distances.measure(self, input, differences:cmul(weights(self, differences)))
end

function WeightedEuclidean:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   local gradients = distances.differences(self, input)
   local c = weights(self, gradients)
   gradients:cmul(c):cmul(c):cmul(distances.shares(self, input, gradOutput, gradients))
   return self.gradInput:sum(gradients, 3):resizeAs(input)
end

function WeightedEuclidean:accGradParameters(input, gradOutput, scale)
   scale = scale or 1
   local differences = distances.differences(self, input)
   local c, gradients = weights(self, differences), differences:clone()
   gradients:cmul(c):cmul(distances.shares(self, input, gradOutput, differences))
   self.gradDiagCov:add(scale, differences:cmul(gradients):sum(1))
   self.gradWeight:add(-scale, gradients:cmul(c):sum(1))
end

function WeightedEuclidean:parameters() return {self.weight, self.diagCov}, {self.gradWeight, self.gradDiagCov} end

-- Both kinds of parameters are stepped by way of their gradients.
WeightedEuclidean.accUpdateGradParameters = Module.sharedAccUpdateGradParameters
