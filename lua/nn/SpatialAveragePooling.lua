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
local windows = require 'nn.windows'
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
   windows.set(self, kW, kH, dW or 1, dH or 1, padW, padH)
   self.count_include_pad, self.divide = true, true
end

SpatialAveragePooling.ceil = windows.ceil
SpatialAveragePooling.floor = windows.floor

--- Count what lies in the padding, as at first.
-- @treturn nn.SpatialAveragePooling itself
function SpatialAveragePooling:setCountIncludePad()
   self.count_include_pad = true
   return self
end

--- Divide by the number of elements that are within the input.
-- @treturn nn.SpatialAveragePooling itself
function SpatialAveragePooling:setCountExcludePad()
   self.count_include_pad = false
   return self
end

-- Layers saved by older versions lack some fields. The first of them did not divide, and had no field that says so.
local function upToDate(self)
   windows.upToDate(self)
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

function SpatialAveragePooling:__tostring__() return windows.shown(self) end
