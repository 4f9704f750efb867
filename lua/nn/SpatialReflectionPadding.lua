--- Pads pictures with their mirror image: what lies n outside is what lies n inside.
--
-- The input is C×H×W or a batch N×C×H×W. Negative numbers cut off.
--
-- @classmod nn.SpatialReflectionPadding
local bordered = require 'nn.bordered'
local expected = require 'nn.expected'
local SpatialReflectionPadding, Module = torch.class('nn.SpatialReflectionPadding', 'nn.Module')

--- Make a layer.
-- @tparam[opt=1] int pad_l columns on the left
-- @tparam[opt=pad_l] int pad_r columns on the right
-- @tparam[opt=pad_l] int pad_t rows above
-- @tparam[opt=pad_l] int pad_b rows below
function SpatialReflectionPadding:__init(pad_l, pad_r, pad_t, pad_b)
   Module.__init(self)
   self.pad_l = pad_l or 1
   self.pad_r, self.pad_t, self.pad_b = pad_r or self.pad_l, pad_t or self.pad_l, pad_b or self.pad_l
   for _, name in ipairs {'pad_l', 'pad_r', 'pad_t', 'pad_b'} do
      local pad = self[name]
      if type(pad) ~= 'number' or not (math.abs(pad) < 2 ^ 31) then expected(self, 'a number as ' .. name, pad) end
   end
end

local function pads(self) return {{self.pad_t, self.pad_b}, {self.pad_l, self.pad_r}} end

function SpatialReflectionPadding:updateOutput(input)
   return bordered.updateOutput(self, input, pads(self), bordered.mirrored)
end

function SpatialReflectionPadding:updateGradInput(input, gradOutput)
   return bordered.updateGradInput(self, input, gradOutput, pads(self), bordered.mirrored)
end

function SpatialReflectionPadding:__tostring__()
   return ('%s(l=%d, r=%d, t=%d, b=%d)'):format(
      torch.type(self), self.pad_l, self.pad_r, self.pad_t, self.pad_b)
end
