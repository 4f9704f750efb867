--- Pads volumes with their outermost elements.
--
-- The input is C×T×H×W or a batch N×C×T×H×W. Negative numbers cut off.
--
-- @classmod nn.VolumetricReplicationPadding
local bordered = require 'nn.bordered'
local expected = require 'nn.expected'
local VolumetricReplicationPadding, Module = torch.class('nn.VolumetricReplicationPadding', 'nn.Module')

--- Make a layer.
-- @tparam int pleft columns on the left
-- @tparam[opt=pleft] int pright columns on the right
-- @tparam[opt=pleft] int ptop rows above
-- @tparam[opt=pleft] int pbottom rows below
-- @tparam[opt=pleft] int pfront planes before
-- @tparam[opt=pleft] int pback planes after
function VolumetricReplicationPadding:__init(pleft, pright, ptop, pbottom, pfront, pback)
   Module.__init(self)
   self.pleft, self.pright, self.ptop = pleft, pright or pleft, ptop or pleft
   self.pbottom, self.pfront, self.pback = pbottom or pleft, pfront or pleft, pback or pleft
   for _, name in ipairs {'pleft', 'pright', 'ptop', 'pbottom', 'pfront', 'pback'} do
      local pad = self[name]
      if type(pad) ~= 'number' or not (math.abs(pad) < 2 ^ 31) then expected(self, 'a number as ' .. name, pad) end
   end
end

local function pads(self) return {{self.pfront, self.pback}, {self.ptop, self.pbottom}, {self.pleft, self.pright}} end

function VolumetricReplicationPadding:updateOutput(input)
   return bordered.updateOutput(self, input, pads(self), bordered.nearest)
end

function VolumetricReplicationPadding:updateGradInput(input, gradOutput)
   return bordered.updateGradInput(self, input, gradOutput, pads(self), bordered.nearest)
end

function VolumetricReplicationPadding:__tostring__()
   return ('%s(left=%d, right=%d, top=%d, bottom=%d, front=%d, back=%d)'):format(
      torch.type(self), self.pleft, self.pright, self.ptop, self.pbottom, self.pfront, self.pback)
end
