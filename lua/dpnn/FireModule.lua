--- Few planes by 1×1, then many: by 1×1 and by 3×3 next to each other. (Iandola et al.: SqueezeNet, 2016,
-- arXiv:1602.07360.)
-- @classmod nn.FireModule
local expected = require 'nn.expected'
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local FireModule, Decorator = torch.class('nn.FireModule', 'nn.Decorator')

--- Make one.
-- @tparam int nInputPlane planes of the input
-- @tparam int s1x1 planes in between
-- @tparam int e1x1 planes by 1×1
-- @tparam int e3x3 planes by 3×3
-- @tparam[opt='ReLU'] string activation a class of `nn`
function FireModule:__init(nInputPlane, s1x1, e1x1, e3x3, activation)
   for _, count in ipairs {nInputPlane or -1, s1x1 or -1, e1x1 or -1, e3x3 or -1} do
      wants.count(self, 'a number of planes', count)
   end
   activation = activation or 'ReLU'
   if type(activation) ~= 'string' or not nn[activation] then expected(self, 'the name of a layer', activation) end
   self.nInputPlane, self.s1x1, self.e1x1, self.e3x3 = nInputPlane, s1x1, e1x1, e3x3
   self.activation = activation
   self.squeeze = nn.SpatialConvolution(nInputPlane, s1x1, 1, 1)
   self.expand = nn.Concat(2)
      :add(nn.SpatialConvolution(s1x1, e1x1, 1, 1))
      :add(nn.SpatialConvolution(s1x1, e3x3, 3, 3, 1, 1, 1, 1))
   local module = nn.Sequential():add(self.squeeze):add(nn[activation]()):add(self.expand):add(nn[activation]())
   Decorator.__init(self, module)
   self.module = module
end

function FireModule:__tostring__()
   return ('%s inputPlanes: %d -> Squeeze Planes: %d -> Expand: %d(1x1) + %d(3x3), activation: %s'):format(
      torch.type(self), self.nInputPlane, self.s1x1, self.e1x1, self.e3x3, self.activation)
end

restored.fields(FireModule, {modules = restored.needed})
