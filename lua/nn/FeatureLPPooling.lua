--- Pooling over neighbouring features: `y = (Σ xᵖ)^(1/p)` over windows of the first dimension, or of the second in a
-- batch.
--
-- The input has 1 to 3 dimensions, in a batch one more.
--
-- @classmod nn.FeatureLPPooling
local expected = require 'nn.expected'
local wants = require 'nn.wants'
local FeatureLPPooling, Module = torch.class('nn.FeatureLPPooling', 'nn.Module')

--- Make a layer.
-- @tparam int width features of a window, 2 to 16
-- @tparam int stride features that it moves on by, 1 to 4
-- @tparam number power p
-- @tparam[opt=false] boolean batch_mode whether inputs are batches
function FeatureLPPooling:__init(width, stride, power, batch_mode)
   Module.__init(self)
   local function within(value, low, high) return type(value) == 'number' and value >= low and value <= high end
   if not within(width, 2, 16) then expected(self, 'a width from 2 to 16', width) end
   if not within(stride, 1, 4) then expected(self, 'a stride from 1 to 4', stride) end
   if type(power) ~= 'number' then expected(self, 'a number as power', power) end
   self.width, self.stride, self.power, self.batch_mode = width, stride, power, batch_mode or false
end

-- The dimension of the features, and windows over them as a last dimension.
local function windows(self, tensor, name)
   local dim = self.batch_mode and 2 or 1
   wants.dims(self, name, tensor, dim, dim + 2)
   if tensor:size(dim) < self.width then
      wants.otherSize(self, ('%s of %d features or more'):format(name, self.width), tensor)
   end
   return tensor:unfold(dim, self.width, self.stride)
end

function FeatureLPPooling:updateOutput(input)
   wants.type(self, 'input', input, self.output)
   local seen = windows(self, input, 'input')
   local last = seen:dim()
   self.output:sum(torch.pow(seen, self.power), last)
   local size = {}
   for d = 1, last - 1 do size[d] = seen:size(d) end
   self.output:resize(table.unpack(size))
   return self.output:pow(1 / self.power)
end

function FeatureLPPooling:updateGradInput(input, gradOutput)
   wants.type(self, 'input', input, self.output)
   windows(self, input, 'input')
   wants.same(self, 'gradOutput', gradOutput, self.output)
   self.gradInput:resizeAs(input):zero()
   local seen, grads = windows(self, input, 'input'), windows(self, self.gradInput, 'input')
   local last = seen:dim()
   -- ∂x = ∂y · (x / y)^(p − 1), and 0 where y is.
   local factor = torch.pow(self.output, 1 - self.power):cmul(gradOutput)
   factor:maskedFill(self.output:eq(0), 0)
   for k = 1, self.width do
      grads:select(last, k):add(torch.pow(seen:select(last, k), self.power - 1):cmul(factor))
   end
   return self.gradInput
end

function FeatureLPPooling:__tostring__()
   return ('%s(%g, %g, %g, %s)'):format(
      torch.type(self), self.width, self.stride, self.power, tostring(self.batch_mode))
end
