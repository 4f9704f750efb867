--- Zeros around a picture, or with negative numbers a part of it.
--
-- The input is C×H×W or a batch N×C×H×W.
--
--     nn.SpatialZeroPadding(1, 2, 0, -1):forward(torch.Tensor(3, 8, 8))      -- 3×7×11
--
-- @classmod nn.SpatialZeroPadding
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local SpatialZeroPadding, Module = torch.class('nn.SpatialZeroPadding', 'nn.Module')

--- Make a layer.
-- @tparam int pad_l columns added on the left
-- @tparam[opt=pad_l] int pad_r columns added on the right
-- @tparam[opt=pad_l] int pad_t rows added above
-- @tparam[opt=pad_l] int pad_b rows added below
function SpatialZeroPadding:__init(pad_l, pad_r, pad_t, pad_b)
   Module.__init(self)
   self.pad_l, self.pad_r, self.pad_t, self.pad_b = pad_l, pad_r or pad_l, pad_t or pad_l, pad_b or pad_l
   for _, name in ipairs {'pad_l', 'pad_r', 'pad_t', 'pad_b'} do
      local pad = self[name]
      if type(pad) ~= 'number' or not (math.abs(pad) < 2 ^ 31) then expected(self, 'a number as ' .. name, pad) end
   end
end

-- The part of a tensor that is in both input and output, seen from the one or the other. Padding that is taken away
-- there is there here.
local function common(tensor, left, right, top, bottom)
   local h, w = tensor:dim() - 1, tensor:dim()
   top, left = math.max(0, top), math.max(0, left)
   return tensor:narrow(h, 1 + top, tensor:size(h) - top - math.max(0, bottom))
      :narrow(w, 1 + left, tensor:size(w) - left - math.max(0, right))
end
local function ofInput(self, input) return common(input, -self.pad_l, -self.pad_r, -self.pad_t, -self.pad_b) end
local function ofOutput(self, output) return common(output, self.pad_l, self.pad_r, self.pad_t, self.pad_b) end

-- The size of the output: something of the input must be in it.
local function outputSize(self, input)
   wants.type(self, 'input', input, self.output)
   local dims = input:dim()
   if dims ~= 3 and dims ~= 4 then wants.otherSize(self, 'input of size CxHxW or NxCxHxW', input) end
   local size = input:size()
   for _, side in ipairs {{dims - 1, self.pad_t, self.pad_b}, {dims, self.pad_l, self.pad_r}} do
      local d, before, after = table.unpack(side)
      local left = size[d] + math.min(0, before) + math.min(0, after)
      if left < 1 then
         wants.otherSize(self, ('input of more than %d in dimension %d'):format(size[d] - left, d), input)
      end
      size[d] = size[d] + before + after
   end
   return size
end

function SpatialZeroPadding:updateOutput(input)
   self.output:resize(outputSize(self, input)):zero()
   ofOutput(self, self.output):copy(ofInput(self, input))
   return self.output
end

function SpatialZeroPadding:updateGradInput(input, gradOutput)
   local size = outputSize(self, input)
   wants.type(self, 'gradOutput', gradOutput, input)
   if not gradOutput:isSize(size) then
      wants.otherSize(self, 'gradOutput of size ' .. table.concat(size:totable(), 'x'), gradOutput)
   end
   self.gradInput:resizeAs(input):zero()
   ofInput(self, self.gradInput):copy(ofOutput(self, gradOutput))
   return self.gradInput
end

function SpatialZeroPadding:__tostring__()
   return ('%s(l=%d, r=%d, t=%d, b=%d)'):format(torch.type(self), self.pad_l, self.pad_r, self.pad_t, self.pad_b)
end
