--- Each sample with mean 0 and deviation 1, then scaled and shifted by what is trained.
--
-- A network of simple layers, in `modules`.
--
-- @classmod nn.LayerNormalization
local wants = require 'nn.wants'
local LayerNormalization, Sequential = torch.class('nn.LayerNormalization', 'nn.Sequential')

--- Make one.
-- @tparam int nOutput numbers in a sample
-- @tparam[opt=0] number bias what the shifts begin as
-- @tparam[opt=1e-10] number eps keeps the deviation from 0
-- @tparam[opt=true] boolean affine whether samples are scaled and shifted
function LayerNormalization:__init(nOutput, bias, eps, affine)
   Sequential.__init(self)
   wants.count(self, 'a size of samples', nOutput)
   bias, eps = wants.number(self, 'a bias', bias or 0), wants.number(self, 'a small number eps', eps or 1e-10)
   local mean = nn.Sequential():add(nn.Mean(1, 1)):add(nn.Replicate(nOutput, 1, 1))
   self:add(nn.ConcatTable():add(nn.Identity()):add(mean))
   self:add(nn.CSubTable())
   self:add(nn.Normalize(2, eps))
   self:add(nn.MulConstant(math.sqrt(nOutput)))
   if affine ~= false then
      local scales, shifts = nn.CMul(nOutput), nn.Add(nOutput)
      scales.weight:fill(1)
      shifts.bias:fill(bias)
      self:add(scales):add(shifts)
   end
end
