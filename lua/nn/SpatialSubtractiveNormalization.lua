--- Each element less the weighted mean of its neighbourhood in all planes.
--
-- The input is C×H×W or a batch N×C×H×W. At the borders, the mean is that of what lies within. The kernel is divided by
-- its sum, in place.
--
--     nn.SpatialSubtractiveNormalization(3, torch.ones(5, 5)):forward(torch.Tensor(3, 32, 32))      -- 3×32×32
--
-- @classmod nn.SpatialSubtractiveNormalization
local localMean = require 'nn.localMean'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local SpatialSubtractiveNormalization, Module = torch.class('nn.SpatialSubtractiveNormalization', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] int nInputPlane C
-- @tparam[opt] torch.Tensor kernel weights, of odd sizes; a vector is taken for rows and for columns, which costs less.
--   9×9 ones if none is given
function SpatialSubtractiveNormalization:__init(nInputPlane, kernel)
   Module.__init(self)
   self.nInputPlane = localMean.planes(self, nInputPlane)
   self.kernel = localMean.kernel(self, kernel)
   self.kernel:div(self.kernel:sum() * self.nInputPlane)
   self.meanestimator = localMean.estimator(nn.Sequential(), self.nInputPlane, self.kernel)
   self.subtractor, self.divider = nn.CSubTable(), nn.CDivTable()
   self.coef = torch.Tensor(1, 1, 1)
end

function SpatialSubtractiveNormalization:updateOutput(input)
   local coef = localMean.coefficients(self, input)
   self.localsums = self.meanestimator:updateOutput(input)
   self.adjustedsums = self.divider:updateOutput {self.localsums, coef}
   self.output = self.subtractor:updateOutput {input, self.adjustedsums}
   return self.output
end

function SpatialSubtractiveNormalization:updateGradInput(input, gradOutput)
   wants.same(self, 'gradOutput', gradOutput, wants.tensor(self, 'input', input))
   local own, means = table.unpack(self.subtractor:updateGradInput({input, self.adjustedsums}, gradOutput))
   local sums = self.divider:updateGradInput({self.localsums, self.coef}, means)[1]
   self.gradInput:resizeAs(input):copy(own):add(self.meanestimator:updateGradInput(input, sums))
   return self.gradInput
end

function SpatialSubtractiveNormalization:clearState()
   self._inpsz = nil
   utils.clear(self, 'ones', '_coef')
   self.localsums, self.adjustedsums = nil, nil
   self.meanestimator:clearState()
   self.subtractor:clearState()
   self.divider:clearState()
   return utils.renew(self, 'output', 'gradInput', 'coef')
end
