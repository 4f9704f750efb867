--- The largest element of each window of a volume, channel by channel.
--
-- The input is C×T×H×W or a batch N×C×T×H×W; the output has `(T + 2·padT − kT) / dT + 1` planes, rows and columns by
-- the same rule, rounded down, or up after `:ceil()`. `indices` says where in its channel each came from.
--
-- @classmod nn.VolumetricMaxPooling
local compute = require('sconce.nn').VolumetricDilatedMaxPooling
local expected = require 'nn.expected'
local indexed = require 'nn.indexed'
local wants = require 'nn.wants'
local windows = require 'nn.windows'
local VolumetricMaxPooling, Module = torch.class('nn.VolumetricMaxPooling', 'nn.Module')

VolumetricMaxPooling.__version = 2

--- Make a layer.
-- @tparam int kT planes of a window
-- @tparam int kW columns of a window
-- @tparam int kH rows of a window
-- @tparam[opt=kT] int dT planes that it moves on by
-- @tparam[opt=kW] int dW columns that it moves on by
-- @tparam[opt=kH] int dH rows that it moves on by
-- @tparam[opt=0] int padT planes before and after that belong to no channel; at most half of kT
-- @tparam[opt=0] int padW columns on both sides; at most half of kW
-- @tparam[opt=0] int padH rows above and below; at most half of kH
function VolumetricMaxPooling:__init(kT, kW, kH, dT, dW, dH, padT, padW, padH)
   Module.__init(self)
   self.kT, self.kW, self.kH = kT, kW, kH
   self.dT, self.dW, self.dH = dT or kT, dW or kW, dH or kH
   wants.counts(self, 'kT', 'kW', 'kH', 'dT', 'dW', 'dH')
   self.padT, self.padW, self.padH = padT or 0, padW or 0, padH or 0
   wants.amounts(self, 'padT', 'padW', 'padH')
   for _, side in ipairs {'T', 'W', 'H'} do
      if self['pad' .. side] > self['k' .. side] / 2 then
         expected(self, ('pad%s of at most half of k%s'):format(side, side), self['pad' .. side])
      end
   end
   self.ceil_mode, self.indices = false, torch.LongTensor()
end

VolumetricMaxPooling.ceil = windows.ceil
VolumetricMaxPooling.clearState = indexed.clearState
VolumetricMaxPooling.empty = indexed.empty
VolumetricMaxPooling.floor = windows.floor
VolumetricMaxPooling.type = indexed.type

function VolumetricMaxPooling:updateOutput(input)
   indexed.ready(self)
   wants.dims(self, 'input', input, 4, 5)
   local d = input:dim()
   self.itime, self.iheight, self.iwidth = input:size(d - 2), input:size(d - 1), input:size(d)
   compute.updateOutput(self.output, self.indices, input, self.kT, self.kW, self.kH, self.dT, self.dW, self.dH,
      self.padT or 0, self.padW or 0, self.padH or 0, self.dilationT or 1, self.dilationW or 1, self.dilationH or 1,
      self.ceil_mode or false)
   return self.output
end

function VolumetricMaxPooling:updateGradInput(input, gradOutput)
   compute.updateGradInput(self.gradInput, input, gradOutput, self.indices)
   return self.gradInput
end

-- Files of version 1 know neither padding nor mode.
function VolumetricMaxPooling:read(file, version)
   Module.read(self, file)
   if version < 2 then
      self.ceil_mode = false
      self.padT, self.padW, self.padH = self.padT or 0, self.padW or 0, self.padH or 0
   end
end

function VolumetricMaxPooling:__tostring__()
   local text = ('%s(%dx%dx%d, %d,%d,%d'):format(
      torch.type(self), self.kT, self.kW, self.kH, self.dT, self.dW, self.dH)
   if self.padT ~= 0 or self.padW ~= 0 or self.padH ~= 0 then
      text = text .. (', %d,%d,%d'):format(self.padT, self.padW, self.padH)
   end
   return text .. ')'
end
