--- The largest element of each window of a volume, whose elements lie `dilation` apart; otherwise as
-- `nn.VolumetricMaxPooling`.
-- @classmod nn.VolumetricDilatedMaxPooling
local wants = require 'nn.wants'
local VolumetricDilatedMaxPooling, VolumetricMaxPooling =
   torch.class('nn.VolumetricDilatedMaxPooling', 'nn.VolumetricMaxPooling')

--- Make a layer.
-- @tparam int kT planes of a window
-- @tparam int kW columns of a window
-- @tparam int kH rows of a window
-- @tparam[opt=kT] int dT planes that it moves on by
-- @tparam[opt=kW] int dW columns that it moves on by
-- @tparam[opt=kH] int dH rows that it moves on by
-- @tparam[opt=0] int padT planes before and after that belong to no channel
-- @tparam[opt=0] int padW columns on both sides
-- @tparam[opt=0] int padH rows above and below
-- @tparam[opt=1] int dilationT planes from one element of a window to the next
-- @tparam[opt=1] int dilationW columns from one to the next
-- @tparam[opt=1] int dilationH rows from one to the next
function VolumetricDilatedMaxPooling:__init(
   kT, kW, kH, dT, dW, dH, padT, padW, padH, dilationT, dilationW, dilationH)
   VolumetricMaxPooling.__init(self, kT, kW, kH, dT, dW, dH, padT, padW, padH)
   self.dilationT, self.dilationW, self.dilationH = dilationT or 1, dilationW or 1, dilationH or 1
   wants.counts(self, 'dilationT', 'dilationW', 'dilationH')
end

function VolumetricDilatedMaxPooling:__tostring__()
   local text = ('%s(%dx%dx%d, %d,%d,%d'):format(
      torch.type(self), self.kT, self.kW, self.kH, self.dT, self.dW, self.dH)
   if self.padT ~= 0 or self.padW ~= 0 or self.padH ~= 0 then
      text = text .. (', %d,%d,%d'):format(self.padT, self.padW, self.padH)
   end
   return ('%s, %d,%d,%d)'):format(text, self.dilationT, self.dilationW, self.dilationH)
end
