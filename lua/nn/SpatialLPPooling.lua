--- The p-norm of each window, channel by channel: `(Σ xᵖ)^(1/p)`.
--
-- The input is C×H×W or a batch N×C×H×W; windows lie as those of `nn.SpatialAveragePooling`. The signs of odd powers
-- count.
--
--     nn.SpatialLPPooling(3, 2, 2, 2):forward(torch.Tensor(3, 32, 32))      -- 3×16×16
--
-- @classmod nn.SpatialLPPooling
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local SpatialLPPooling, Sequential = torch.class('nn.SpatialLPPooling', 'nn.Sequential')

--- Make a layer.
-- @tparam int nInputPlane C, not asked for
-- @tparam number pnorm p
-- @tparam int kW columns of a window
-- @tparam int kH rows of a window
-- @tparam[opt=kW] int dW columns that it moves on by
-- @tparam[opt=kH] int dH rows that it moves on by
function SpatialLPPooling:__init(_, pnorm, kW, kH, dW, dH)
   Sequential.__init(self)
   if type(pnorm) ~= 'number' or not (pnorm > 0 and pnorm < math.huge) then
      expected(self, 'a norm p above 0', pnorm)
   end
   self.kW, self.kH, self.dW, self.dH = kW, kH, dW or kW, dH or kH
   wants.counts(self, 'kW', 'kH', 'dW', 'dH')
   self:add(pnorm == 2 and nn.Square() or nn.Power(pnorm))
   self:add(nn.SpatialAveragePooling(kW, kH, self.dW, self.dH))
   self:add(nn.MulConstant(kW * kH))
   self:add(pnorm == 2 and nn.Sqrt() or nn.Power(1 / pnorm))
end
