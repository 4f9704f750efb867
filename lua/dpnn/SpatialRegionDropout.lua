--- In training a strip at one of the four edges of all images is dropped, as if they had been cut out badly; what is
-- left is divided by 1 − p.
--
-- The input is C×H×W or a batch N×C×H×W; the strip has `p·H` rows or `p·W` columns, rounded down.
--
-- @classmod nn.SpatialRegionDropout
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialRegionDropout, Module = torch.class('nn.SpatialRegionDropout', 'nn.Module')

--- Make a layer.
-- @tparam[opt=0.2] number p which part of the rows or columns is dropped
function SpatialRegionDropout:__init(p)
   Module.__init(self)
   self:setp(p or .2)
   self.train = true
   self.noise = torch.Tensor()
end

--- Change the part that is dropped.
-- @tparam number p
function SpatialRegionDropout:setp(p)
   if type(p) ~= 'number' or not (p >= 0 and p < 1) then expected(self, 'a part from 0 to below 1', p) end
   self.p = p
end

-- The strip of a mask: rows above (1), rows below (2), columns on the left (3), columns on the right (4).
local function strip(mask, region, p)
   local dim = mask:dim() - (region <= 2 and 1 or 0)
   local all = mask:size(dim)
   local count = math.floor(all * p)
   return count > 0 and mask:narrow(dim, region % 2 == 1 and 1 or all - count + 1, count) or nil
end

function SpatialRegionDropout:updateOutput(input)
   wants.type(self, 'input', wants.dims(self, 'input', input, 3, 4), self.output)
   self.output:resizeAs(input):copy(input)
   if not self.train then return self.output end
   self.regionType = torch.random(4)
   self.noise:resizeAs(input):fill(1 / (1 - self.p))
   local dropped = strip(self.noise, self.regionType, self.p)
   if dropped then dropped:zero() end
   return self.output:cmul(self.noise)
end

function SpatialRegionDropout:updateGradInput(input, gradOutput)
   if not self.train then expected(self, 'training mode for backward', 'evaluation') end
   wants.same(self, 'gradOutput', gradOutput, input)
   if not self.noise:isSameSizeAs(input) then expected(self, 'updateOutput before backward', self.noise) end
   return self.gradInput:resizeAs(gradOutput):copy(gradOutput):cmul(self.noise)
end

function SpatialRegionDropout:__tostring__() return ('%s p: %f'):format(torch.type(self), self.p) end

restored.fields(SpatialRegionDropout, {['output gradInput noise'] = restored.tensor, p = restored.needed})
