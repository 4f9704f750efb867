--- The largest element of each window, channel by channel.
--
-- The input is C×H×W or a batch N×C×H×W; the output has `(H + 2·padH − kH) / dH + 1` rows and as many columns by the
-- same rule, rounded down, or up after `:ceil()`. `indices` says where in its plane each came from.
--
--     nn.SpatialMaxPooling(2, 2):forward(torch.Tensor(3, 32, 32))      -- 3×16×16
--
-- @classmod nn.SpatialMaxPooling
local compute = require('sconce.nn').SpatialMaxPooling
local expected = require 'nn.expected'
local indexed = require 'nn.indexed'
local wants = require 'nn.wants'
local SpatialMaxPooling, Module = torch.class('nn.SpatialMaxPooling', 'nn.Module')

--- Make a layer.
-- @tparam int kW columns of a window
-- @tparam int kH rows of a window
-- @tparam[opt=kW] int dW columns that it moves on by
-- @tparam[opt=kH] int dH rows that it moves on by
-- @tparam[opt=0] int padW columns on both sides that belong to no channel; at most half of kW
-- @tparam[opt=0] int padH rows above and below; at most half of kH
function SpatialMaxPooling:__init(kW, kH, dW, dH, padW, padH)
   Module.__init(self)
   if type(kW) ~= 'number' then expected(self, 'a number of columns kW', kW) end
   if type(kH) ~= 'number' then expected(self, 'a number of rows kH', kH) end
   self.kW, self.kH, self.dW, self.dH = kW, kH, dW or kW, dH or kH
   self.padW, self.padH = padW or 0, padH or 0
   self.ceil_mode, self.indices = false, torch.LongTensor()
end

SpatialMaxPooling.ceil = indexed.ceil
SpatialMaxPooling.clearState = indexed.clearState
SpatialMaxPooling.floor = indexed.floor
SpatialMaxPooling.type = indexed.type

function SpatialMaxPooling:updateOutput(input)
   -- Layers saved by older versions: indices of the input's type, no padding, no mode.
   indexed.ready(self)
   self.padW, self.padH, self.ceil_mode = self.padW or 0, self.padH or 0, self.ceil_mode or false
   local d = wants.tensor(self, 'input', input):dim()
   if d > 2 then self.iheight, self.iwidth = input:size(d - 1), input:size(d) end
   compute.updateOutput(
      self.output, self.indices, input, self.kW, self.kH, self.dW, self.dH, self.padW, self.padH, self.ceil_mode)
   return self.output
end

function SpatialMaxPooling:updateGradInput(input, gradOutput)
   compute.updateGradInput(
      self.gradInput, input, gradOutput, self.indices, self.kW, self.kH, self.dW, self.dH, self.padW, self.padH,
      self.ceil_mode)
   return self.gradInput
end

function SpatialMaxPooling:__tostring__()
   local text = ('%s(%dx%d, %d,%d'):format(torch.type(self), self.kW, self.kH, self.dW, self.dH)
   if self.padW and self.padW ~= 0 or self.padH and self.padH ~= 0 then
      text = text .. (', %d,%d'):format(self.padW, self.padH)
   end
   return text .. ')'
end
