--- Numbers around pictures, or pictures cut where a padding is negative.
--
-- The input has rows and columns in the dimensions `y_dim` and `x_dim`: C×H×W becomes
-- C×(H + pad_t + pad_b)×(W + pad_l + pad_r).
--
-- @classmod nn.SpatialPadding
local restored = require 'nn.restored'
local wants = require 'nn.wants'
local SpatialPadding, Module = torch.class('nn.SpatialPadding', 'nn.Module')

--- Make a layer.
-- @tparam int pad_l columns on the left
-- @tparam[opt=pad_l] int pad_r columns on the right
-- @tparam[opt=pad_l] int pad_t rows above
-- @tparam[opt=pad_l] int pad_b rows below
-- @tparam[opt=2] int y_dim the dimension of rows
-- @tparam[opt=3] int x_dim the dimension of columns
-- @tparam[opt=0] number val what stands around
function SpatialPadding:__init(pad_l, pad_r, pad_t, pad_b, y_dim, x_dim, val)
   Module.__init(self)
   self.pad_l = pad_l
   self.pad_r, self.pad_t, self.pad_b = pad_r or pad_l, pad_t or pad_l, pad_b or pad_l
   for _, name in ipairs {'pad_l', 'pad_r', 'pad_t', 'pad_b'} do
      local pad = wants.number(self, ('a number as %s'):format(name), self[name])
      self[name] = wants.number(self, ('a finite number as %s'):format(name), math.abs(pad) < 2 ^ 31 and pad or nil)
   end
   self.y_dim, self.x_dim = wants.axis(self, y_dim or 2), wants.axis(self, x_dim or 3)
   self.val = wants.number(self, 'a number around', val or 0)
end

-- The part of a tensor that is there in the input and in the output; the paddings' signs say which one it is.
local function common(self, tensor, sign)
   local function cut(part, dim, before, after)
      local first, last = math.max(0, sign * before), math.max(0, sign * after)
      return part:narrow(dim, 1 + first, part:size(dim) - first - last)
   end
   return cut(cut(tensor, self.y_dim, self.pad_t, self.pad_b), self.x_dim, self.pad_l, self.pad_r)
end

local function sizes(self, input)
   wants.dims(self, 'input', input, math.max(self.y_dim, self.x_dim), math.huge)
   local size, least = input:size(), 1
   for dim, pads in pairs {[self.y_dim] = {self.pad_t, self.pad_b}, [self.x_dim] = {self.pad_l, self.pad_r}} do
      least = math.min(least, size[dim] + math.min(pads[1], 0) + math.min(pads[2], 0))
      size[dim] = size[dim] + pads[1] + pads[2]
   end
   if least < 1 then wants.otherSize(self, 'input larger than what is cut', input) end
   return size
end

function SpatialPadding:updateOutput(input)
   wants.type(self, 'input', input, self.gradInput)
   self.output:resize(sizes(self, input)):fill(self.val)
   common(self, self.output, 1):copy(common(self, input, -1))
   return self.output
end

function SpatialPadding:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.gradInput)
   wants.sized(self, 'gradOutput', gradOutput, input, sizes(self, input))
   self.gradInput:resizeAs(input):zero()
   common(self, self.gradInput, -1):copy(common(self, gradOutput, 1))
   return self.gradInput
end

restored.fields(SpatialPadding, {['output gradInput'] = restored.tensor,
   y_dim = restored.value(2), x_dim = restored.value(3)})
