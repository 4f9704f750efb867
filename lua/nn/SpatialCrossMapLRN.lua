--- Normalisation across neighbouring channels: `y = x / (k + α/size · Σ x²)^β`, the sum over `size` channels around.
--
-- The input is C×H×W or a batch N×C×H×W.
--
-- Source: Krizhevsky, Sutskever and Hinton, 2012, "ImageNet classification with deep convolutional neural networks".
--
-- @classmod nn.SpatialCrossMapLRN
local expected = require 'nn.expected'
local utils = require 'nn.utils'
local wants = require 'nn.wants'
local SpatialCrossMapLRN, Module = torch.class('nn.SpatialCrossMapLRN', 'nn.Module')

--- Make a layer.
-- @tparam int size how many channels count, this one in the middle
-- @tparam[opt=1e-4] number alpha α
-- @tparam[opt=0.75] number beta β
-- @tparam[opt=1] number k
function SpatialCrossMapLRN:__init(size, alpha, beta, k)
   Module.__init(self)
   wants.count(self, 'a size of 1 or more', size)
   self.size, self.alpha, self.beta, self.k = size, alpha or 1e-4, beta or 0.75, k or 1
   for _, name in ipairs {'alpha', 'beta', 'k'} do
      if type(self[name]) ~= 'number' then expected(self, 'a number as ' .. name, self[name]) end
   end
end

local function batch(tensor)
   if tensor:dim() == 4 then return tensor end
   return tensor:view(1, tensor:size(1), tensor:size(2), tensor:size(3))
end

-- For each channel the sum of its neighbours in another tensor, `before` of them in front of it.
local function neighbours(sum, tensor, size, before)
   local C = tensor:size(2)
   sum:resizeAs(tensor):zero()
   for shift = math.max(-before, 1 - C), math.min(size - 1 - before, C - 1) do
      local from, to = math.max(1, 1 + shift), math.min(C, C + shift)
      if from <= to then
         sum:narrow(2, from - shift, to - from + 1):add(tensor:narrow(2, from, to - from + 1))
      end
   end
   return sum
end

function SpatialCrossMapLRN:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   wants.dims(self, 'input', input, 3, 4)
   self.scale = self.scale or input.new()
   local x = batch(input:contiguous())
   local pad = math.floor((self.size - 1) / 2)
   neighbours(self.scale, torch.cmul(x, x), self.size, self.size - 1 - pad)
   self.scale:mul(self.alpha / self.size):add(self.k)
   self.output:resizeAs(input)
   batch(self.output):pow(self.scale, -self.beta):cmul(x)
   return self.output
end

function SpatialCrossMapLRN:updateGradInput(input, gradOutput)
   wants.dims(self, 'input', input, 3, 4)
   wants.same(self, 'gradOutput', gradOutput, self.output)
   self.paddedRatio, self.accumRatio = self.paddedRatio or input.new(), self.accumRatio or input.new()
   local x, dy = batch(input:contiguous()), batch(gradOutput:contiguous())
   local pad = math.floor((self.size - 1) / 2)
   -- Σ ∂y·y/scale over the channels that this one counts for.
   self.paddedRatio:cmul(dy, batch(self.output)):cdiv(self.scale)
   neighbours(self.accumRatio, self.paddedRatio, self.size, pad)
   self.gradInput:resizeAs(input)
   local dx = batch(self.gradInput)
   dx:pow(self.scale, -self.beta):cmul(dy)
   dx:addcmul(-2 * self.alpha * self.beta / self.size, x, self.accumRatio)
   return self.gradInput
end

function SpatialCrossMapLRN:clearState()
   utils.clear(self, 'scale', 'paddedRatio', 'accumRatio')
   return Module.clearState(self)
end
