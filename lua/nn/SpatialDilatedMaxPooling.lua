--- The largest element of each window, whose elements lie `dilation` apart, channel by channel.
--
-- As `nn.SpatialMaxPooling`; the output has `(H + 2·padH − dilationH·(kH − 1) − 1) / dH + 1` rows.
--
-- @classmod nn.SpatialDilatedMaxPooling
local compute = require('sconce.nn').SpatialDilatedMaxPooling
local indexed = require 'nn.indexed'
local wants = require 'nn.wants'
local windows = require 'nn.windows'
local SpatialDilatedMaxPooling, SpatialMaxPooling = torch.class('nn.SpatialDilatedMaxPooling', 'nn.SpatialMaxPooling')

--- Make a layer.
-- @tparam int kW columns of a window
-- @tparam int kH rows of a window
-- @tparam[opt=kW] int dW columns that it moves on by
-- @tparam[opt=kH] int dH rows that it moves on by
-- @tparam[opt=0] int padW columns on both sides that belong to no channel
-- @tparam[opt=0] int padH rows above and below
-- @tparam[opt=1] int dilationW columns from one element of a window to the next
-- @tparam[opt=1] int dilationH rows from one to the next
function SpatialDilatedMaxPooling:__init(kW, kH, dW, dH, padW, padH, dilationW, dilationH)
   SpatialMaxPooling.__init(self, kW, kH, dW, dH, padW, padH)
   self.dilationW, self.dilationH = dilationW or 1, dilationH or 1
   wants.counts(self, 'dilationW', 'dilationH')
end

function SpatialDilatedMaxPooling:updateOutput(input)
   indexed.ready(self)
   wants.dims(self, 'input', input, 3, 4)
   self.iheight, self.iwidth = input:size(input:dim() - 1), input:size(input:dim())
   compute.updateOutput(self.output, self.indices, input, self.kW, self.kH, self.dW, self.dH, self.padW or 0,
      self.padH or 0, self.dilationW, self.dilationH, self.ceil_mode or false)
   return self.output
end

function SpatialDilatedMaxPooling:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, gradOutput, self.indices)
   return self.gradInput
end

function SpatialDilatedMaxPooling:__tostring__()
   return windows.shown(self, (', %d,%d)'):format(self.dilationW, self.dilationH))
end
