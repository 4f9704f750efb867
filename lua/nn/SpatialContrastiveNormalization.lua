--- `nn.SpatialSubtractiveNormalization`, then `nn.SpatialDivisiveNormalization`: every neighbourhood gets the mean 0
-- and the standard deviation 1.
--
--     nn.SpatialContrastiveNormalization(3, torch.ones(5, 5)):forward(torch.Tensor(3, 32, 32))      -- 3×32×32
--
-- @classmod nn.SpatialContrastiveNormalization
local localMean = require 'nn.localMean'
local expected = require 'nn.expected'
local SpatialContrastiveNormalization, Module = torch.class('nn.SpatialContrastiveNormalization', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] int nInputPlane C, planes of the input
-- @tparam[opt] torch.Tensor kernel weights, of odd sizes; a vector is taken for rows and for columns, which costs less.
--   9×9 ones if none is given
-- @tparam[opt=1e-4] number threshold what a deviation must exceed
-- @tparam[opt=threshold] number thresval what takes its place otherwise
function SpatialContrastiveNormalization:__init(nInputPlane, kernel, threshold, thresval)
   Module.__init(self)
   self.nInputPlane = localMean.planes(self, nInputPlane)
   self.kernel = localMean.kernel(self, kernel)
   self.threshold, self.thresval = threshold or 1e-4, thresval or threshold or 1e-4
   for _, name in ipairs {'threshold', 'thresval'} do
      if type(self[name]) ~= 'number' then expected(self, 'a number as ' .. name, self[name]) end
   end
   self.normalizer = nn.Sequential()
      :add(nn.SpatialSubtractiveNormalization(self.nInputPlane, self.kernel))
      :add(nn.SpatialDivisiveNormalization(self.nInputPlane, self.kernel, self.threshold, self.thresval))
end

require 'nn.handedOn'(SpatialContrastiveNormalization, function(self) return self.normalizer end)
