--- The distance from each of M centers: `y_j = ‖x − w_j‖`.
--
--     nn.Euclidean(3, 2):forward(torch.Tensor(4, 3))      -- 4×2
--
-- @classmod nn.Euclidean
local distances = require 'nn.distances'
local parameters = require 'nn.parameters'
local wants = require 'nn.wants'
local Euclidean, Module = torch.class('nn.Euclidean', 'nn.Module')

--- Make a layer.
-- @tparam int inputSize K, numbers in a sample
-- @tparam int outputSize M, how many centers there are
function Euclidean:__init(inputSize, outputSize)
   Module.__init(self)
   wants.count(self, 'a number of inputs', inputSize)
   wants.count(self, 'a number of outputs', outputSize)
   self.weight, self.gradWeight = torch.Tensor(inputSize, outputSize), torch.Tensor(inputSize, outputSize):zero()
   -- Whether `backward` may go by what `forward` has left: the original's switch, which changes nothing here.
   self.fastBackward = true
   self.gradInput:resize(inputSize)
   self.output:resize(outputSize)
   self:reset()
end

--- Draw the centers anew, uniform in ±√3·stdv, or in ±1/√K.
function Euclidean:reset(deviation)
   parameters.draw(self, deviation, self.weight:size(1))
end

function Euclidean:updateOutput(input)
   return distances.measure(self, input, distances.differences(self, input))
end

-- The gradient for each difference, N×K×M.
local function gradients(self, input, gradOutput)
   local differences = distances.differences(self, input)
   return differences:cmul(distances.shares(self, input, gradOutput, differences))
end

function Euclidean:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   return self.gradInput:sum(gradients(self, input, gradOutput), 3):resizeAs(input)
end

function Euclidean:accGradParameters(input, gradOutput, scale)
   self.gradWeight:add(-(scale or 1), gradients(self, input, gradOutput):sum(1))
end
