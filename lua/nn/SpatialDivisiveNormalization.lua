--- Each element divided by the standard deviation of its neighbourhood in all planes, if that is above a threshold.
--
-- The deviation is the root of the weighted mean of squares: the mean itself is taken to be 0, as it is behind
-- `nn.SpatialSubtractiveNormalization`. The input is C×H×W or a batch N×C×H×W. The kernel is divided by its sum, in
-- place.
--
--     nn.SpatialDivisiveNormalization(3, torch.ones(5, 5)):forward(torch.Tensor(3, 32, 32))      -- 3×32×32
--
-- @classmod nn.SpatialDivisiveNormalization
local expected = require 'nn.expected'
local localMean = require 'nn.localMean'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local SpatialDivisiveNormalization, Module = torch.class('nn.SpatialDivisiveNormalization', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] int nInputPlane C
-- @tparam[opt] torch.Tensor kernel weights, of odd sizes; a vector is taken for rows and for columns, which costs less.
--   9×9 ones if none is given
-- @tparam[opt=1e-4] number threshold what a deviation must exceed
-- @tparam[opt=threshold] number thresval what takes its place otherwise
function SpatialDivisiveNormalization:__init(nInputPlane, kernel, threshold, thresval)
   Module.__init(self)
   self.nInputPlane = localMean.planes(self, nInputPlane)
   self.kernel = localMean.kernel(self, kernel)
   self.threshold = threshold or 1e-4
   self.thresval = thresval or self.threshold
   if type(self.threshold) ~= 'number' then expected(self, 'a number as threshold', threshold) end
   if type(self.thresval) ~= 'number' then expected(self, 'a number as thresval', thresval) end
   -- A vector is applied twice, and all planes are summed once.
   local planes = self.kernel:dim() == 1 and math.sqrt(self.nInputPlane) or self.nInputPlane
   self.kernel:div(self.kernel:sum() * planes)
   self.meanestimator = localMean.estimator(nn.Sequential(), self.nInputPlane, self.kernel)
   self.stdestimator = localMean.estimator(nn.Sequential():add(nn.Square()), self.nInputPlane, self.kernel)
   self.stdestimator:add(nn.Sqrt())
   self.normalizer, self.divider = nn.CDivTable(), nn.CDivTable()
   self.thresholder = nn.Threshold(self.threshold, self.thresval)
   self.coef = torch.Tensor(1, 1, 1)
end

function SpatialDivisiveNormalization:updateOutput(input)
   local coef = localMean.coefficients(self, input)
   self.localstds = self.stdestimator:updateOutput(input)
   self.adjustedstds = self.divider:updateOutput {self.localstds, coef}
   self.thresholdedstds = self.thresholder:updateOutput(self.adjustedstds)
   self.output = self.normalizer:updateOutput {input, self.thresholdedstds}
   return self.output
end

function SpatialDivisiveNormalization:updateGradInput(input, gradOutput)
   wants.same(self, 'gradOutput', gradOutput, wants.tensor(self, 'input', input))
   local own, stds = table.unpack(self.normalizer:updateGradInput({input, self.thresholdedstds}, gradOutput))
   stds = self.thresholder:updateGradInput(self.adjustedstds, stds)
   stds = self.divider:updateGradInput({self.localstds, self.coef}, stds)[1]
   self.gradInput:resizeAs(input):copy(own):add(self.stdestimator:updateGradInput(input, stds))
   return self.gradInput
end

function SpatialDivisiveNormalization:clearState()
   self._inpsz = nil
   utils.clear(self, 'ones', '_coef')
   self.localstds, self.adjustedstds, self.thresholdedstds = nil, nil, nil
   for _, name in ipairs {'meanestimator', 'stdestimator', 'normalizer', 'divider', 'thresholder'} do
      self[name]:clearState()
   end
   return utils.renew(self, 'output', 'gradInput', 'coef')
end
