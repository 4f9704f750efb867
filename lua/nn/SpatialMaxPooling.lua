--- The largest element of each window, channel by channel.
--
-- The input is C×H×W or a batch N×C×H×W; the output has `(H + 2·padH − kH) / dH + 1` rows and as many columns by the
-- same rule, rounded down, or up after `:ceil()`. `indices` says where in its plane each came from.
--
--     nn.SpatialMaxPooling(2, 2):forward(torch.Tensor(3, 32, 32))      -- 3×16×16
--
-- @classmod nn.SpatialMaxPooling
local compute = require('sconce.nn').SpatialMaxPooling
local indexed = require 'nn.indexed'
local wants = require 'nn.wants'
local windows = require 'nn.windows'
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
   windows.set(self, kW, kH, dW or kW, dH or kH, padW, padH)
   self.indices = torch.LongTensor()
end

SpatialMaxPooling.ceil = windows.ceil
SpatialMaxPooling.clearState = indexed.clearState
SpatialMaxPooling.floor = windows.floor
SpatialMaxPooling.type = indexed.type

function SpatialMaxPooling:updateOutput(input)
   indexed.ready(self)
   windows.upToDate(self)
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

function SpatialMaxPooling:__tostring__() return windows.shown(self) end
