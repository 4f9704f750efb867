--- The mean of each window, channel by channel.
--
-- The input is C×H×W or a batch N×C×H×W; the output has `(H + 2·padH − kH) / dH + 1` rows and as many columns by the
-- same rule, rounded down, or up after `:ceil()`. What lies in the padding is 0, and is counted unless
-- `:setCountExcludePad()` says otherwise.
--
--     nn.SpatialAveragePooling(2, 2, 2, 2):forward(torch.Tensor(3, 32, 32))      -- 3×16×16
--
-- @classmod nn.SpatialAveragePooling
local compute = require('sconce.nn').SpatialAveragePooling
local expected = require 'nn.expected'
local SpatialAveragePooling, Module = torch.class('nn.SpatialAveragePooling', 'nn.Module')

--- Make a layer.
-- @tparam int kW columns of a window
-- @tparam int kH rows of a window
-- @tparam[opt=1] int dW columns that it moves on by
-- @tparam[opt=1] int dH rows that it moves on by
-- @tparam[opt=0] int padW columns of zeros on both sides; at most half of kW
-- @tparam[opt=0] int padH rows of zeros above and below; at most half of kH
function SpatialAveragePooling:__init(kW, kH, dW, dH, padW, padH)
   Module.__init(self)
   if type(kW) ~= 'number' then expected(self, 'a number of columns kW', kW) end
   if type(kH) ~= 'number' then expected(self, 'a number of rows kH', kH) end
   self.kW, self.kH, self.dW, self.dH = kW, kH, dW or 1, dH or 1
   self.padW, self.padH = padW or 0, padH or 0
   self.ceil_mode, self.count_include_pad, self.divide = false, true, true
end

-- A method that sets a field and returns its object.
local function setting(field, value)
   return function(self)
      self[field] = value
      return self
   end
end
--- Let a last window in that is cut off.
-- @function ceil
SpatialAveragePooling.ceil = setting('ceil_mode', true)
--- Only whole windows, as at first.
-- @function floor
SpatialAveragePooling.floor = setting('ceil_mode', false)
--- Count what lies in the padding, as at first.
-- @function setCountIncludePad
SpatialAveragePooling.setCountIncludePad = setting('count_include_pad', true)
--- Divide by the number of elements that are within the input.
-- @function setCountExcludePad
SpatialAveragePooling.setCountExcludePad = setting('count_include_pad', false)

-- Layers saved by older versions lack some fields. The first of them did not divide, and had no field that says so.
local function upToDate(self)
   self.padW, self.padH, self.ceil_mode = self.padW or 0, self.padH or 0, self.ceil_mode or false
   if self.count_include_pad == nil then self.count_include_pad = true end
end

function SpatialAveragePooling:updateOutput(input)
   upToDate(self)
   compute.updateOutput(
      self.output, input, self.kW, self.kH, self.dW, self.dH, self.padW, self.padH, self.ceil_mode,
      self.count_include_pad, self.divide or false)
   return self.output
end

function SpatialAveragePooling:updateGradInput(input, gradOutput)
   if not self.gradInput then return end
   upToDate(self)
   compute.updateGradInput(
      self.gradInput, input, gradOutput, self.kW, self.kH, self.dW, self.dH, self.padW, self.padH, self.ceil_mode,
      self.count_include_pad, self.divide or false)
   return self.gradInput
end

function SpatialAveragePooling:__tostring__()
   local text = ('%s(%dx%d, %d,%d'):format(torch.type(self), self.kW, self.kH, self.dW, self.dH)
   if self.padW and self.padW ~= 0 or self.padH and self.padH ~= 0 then
      text = text .. (', %d,%d'):format(self.padW, self.padH)
   end
   return text .. ')'
end
